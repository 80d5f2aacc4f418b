package org.tongwen.mappings.format.mt;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values by tag, found without making a text of the tag.
 *
 * @param <V> what is found
 */
final class TagMap<V> {

    private final int[] keys;
    private final Object[] values;

    TagMap(Map<String, V> entries) {
        int size = Integer.highestOneBit(entries.size() * 4 + 1) * 2;
        this.keys = new int[size];
        this.values = new Object[size];
        entries.forEach((tag, value) -> {
            int slot = slot(key(tag, 0, tag.length()));
            keys[slot] = key(tag, 0, tag.length());
            values[slot] = value;
        });
    }

    /** A number for a tag that stands in a text: of up to four characters, never 0. */
    static int key(String text, int start, int end) {
        int key = 0;
        for (int i = start; i < end; i++) {
            key = key << 8 | text.charAt(i) & 0xFF;
        }
        return key;
    }

    /** The value of the tag with that number. */
    @SuppressWarnings("unchecked") // Only values of the type are put in.
    @Nullable
    V get(int key) {
        return (V) values[slot(key)];
    }

    private int slot(int key) {
        int slot = (key * 0x9E3779B1) >>> 8 & keys.length - 1;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }
}
