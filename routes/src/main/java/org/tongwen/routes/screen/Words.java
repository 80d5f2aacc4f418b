package org.tongwen.routes.screen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A dictionary that finds words that are written with one letter wrong, missing, too many or exchanged with its neighbour. Each word is kept under
 * the hash of itself without each of its letters, so a look-up costs as many probes as the word has letters, however many words there are.
 */
final class Words {

    /** Shorter words must be the same: too many of them are one letter apart. */
    static final int SHORTEST = 5;

    private static final int SHORTEST_ASKED = SHORTEST - 1;
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    private int[] heads = new int[1 << 12];
    private int[] nexts = new int[1 << 12];
    private int[] entries = new int[1 << 12];
    private long[] hashes = new long[1 << 12];
    private int size;

    Words() {
        Arrays.fill(heads, -1);
    }

    /** The number of a word, which it gets when it has none. */
    int add(String word) {
        Integer known = numbers.get(word);
        if (known != null) {
            return known;
        }
        int number = words.size();
        numbers.put(word, number);
        words.add(word);
        if (word.length() >= SHORTEST) {
            for (int left = -1; left < word.length(); left++) {
                put(hash(word, left), number);
            }
        }
        return number;
    }

    /** How many words there are. */
    int size() {
        return words.size();
    }

    /** The word with that number. */
    String word(int number) {
        return words.get(number);
    }

    /** The numbers of the words that may be meant. The word itself comes first when it is there. */
    int[] find(String word) {
        int[] found = {};
        Integer same = numbers.get(word);
        if (same != null) {
            found = new int[] {same};
        }
        if (word.length() >= SHORTEST_ASKED) {
            for (int left = -1; left < word.length(); left++) {
                found = near(word, hash(word, left), found);
            }
        }
        return found;
    }

    private int[] near(String word, long hash, int[] found) {
        int[] all = found;
        for (int at = heads[slot(hash, heads.length)]; at >= 0; at = nexts[at]) {
            int number = entries[at];
            if (hashes[at] == hash && isNew(number, all) && isNear(words.get(number), word)) {
                all = Arrays.copyOf(all, all.length + 1);
                all[all.length - 1] = number;
            }
        }
        return all;
    }

    private static boolean isNew(int number, int[] found) {
        for (int each : found) {
            if (each == number) {
                return false;
            }
        }
        return true;
    }

    /** Whether one letter makes the difference, or two neighbours that changed places. */
    static boolean isNear(String one, String other) {
        int start = 0;
        int shorter = Math.min(one.length(), other.length());
        while (start < shorter && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        int here = one.length() - start - end;
        int there = other.length() - start - end;
        boolean exchanged = here == 2
                && there == 2
                && one.charAt(start) == other.charAt(start + 1)
                && one.charAt(start + 1) == other.charAt(start);
        return here <= 1 && there <= 1 || exchanged;
    }

    /** The hash of a word without one letter; of all of it when none is left out. */
    private static long hash(String word, int left) {
        long hash = 7;
        for (int i = 0; i < word.length(); i++) {
            if (i != left) {
                hash = (hash ^ word.charAt(i)) * FACTOR;
                hash ^= hash >>> 29;
            }
        }
        return hash;
    }

    private static int slot(long hash, int slots) {
        return (int) (hash ^ hash >>> 32) & slots - 1;
    }

    private void put(long hash, int number) {
        if (size == entries.length) {
            grow();
        }
        int slot = slot(hash, heads.length);
        hashes[size] = hash;
        entries[size] = number;
        nexts[size] = heads[slot];
        heads[slot] = size;
        size++;
    }

    private void grow() {
        entries = Arrays.copyOf(entries, 2 * size);
        hashes = Arrays.copyOf(hashes, 2 * size);
        nexts = new int[2 * size];
        heads = new int[2 * size];
        Arrays.fill(heads, -1);
        for (int at = 0; at < size; at++) {
            int slot = slot(hashes[at], heads.length);
            nexts[at] = heads[slot];
            heads[slot] = at;
        }
    }
}
