package org.tongwen.xsd.definition;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Numbers for the names that one content model knows. They are interned, as the parser's names are, so that a look-up compares references. */
final class NameTable {

    static final int NONE = -1;

    private final @Nullable String[] names;
    private final int[] numbers;
    private final int size;

    NameTable(Set<String> all) {
        int slots = Math.max(2, Integer.highestOneBit(Math.max(1, all.size())) << 2);
        names = new String[slots];
        numbers = new int[slots];
        size = all.size();
        int number = 0;
        for (String name : all) {
            int slot = slot(name);
            names[slot] = name.intern();
            numbers[slot] = number++;
        }
    }

    int size() {
        return size;
    }

    /** The number of a name, counted from 0, or {@link #NONE}. */
    int number(String name) {
        int slot = slot(name);
        return names[slot] == null ? NONE : numbers[slot];
    }

    /** Where the name stands, or the empty slot where it would. */
    private int slot(String name) {
        int hash = name.hashCode();
        int slot = (hash ^ (hash >>> 16)) & (names.length - 1);
        while (names[slot] != null && !name.equals(names[slot])) {
            slot = (slot + 1) & (names.length - 1);
        }
        return slot;
    }
}
