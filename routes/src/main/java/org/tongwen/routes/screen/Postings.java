package org.tongwen.routes.screen;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers of names by something that they have.
 *
 * @param <K> what they have, such as a word
 */
final class Postings<K> {

    private static final int[] NONE = {};

    /** Numbers, and how many there are. */
    private static final class Numbers {
        private int[] all = new int[2];
        private int size;
    }

    private final Map<K, Numbers> names = new HashMap<>();

    void add(K key, int name) {
        Numbers numbers = names.computeIfAbsent(key, missing -> new Numbers());
        if (numbers.size == numbers.all.length) {
            numbers.all = Arrays.copyOf(numbers.all, 2 * numbers.size);
        }
        numbers.all[numbers.size] = name;
        numbers.size++;
    }

    /** Cuts off what growing left over; nothing is added from then on. */
    void finish() {
        names.values().forEach(numbers -> numbers.all = Arrays.copyOf(numbers.all, numbers.size));
    }

    /** The numbers; to be read only, after {@link #finish}. */
    int[] of(K key) {
        Numbers numbers = names.get(key);
        return numbers == null ? NONE : numbers.all;
    }

    int count(K key) {
        Numbers numbers = names.get(key);
        return numbers == null ? 0 : numbers.size;
    }
}
