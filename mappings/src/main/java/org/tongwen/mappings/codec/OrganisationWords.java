package org.tongwen.mappings.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Names of organisations word by word, by a list: the words that names of banks, companies and places are made of, with the reading of
 * those that single characters would get wrong.
 */
final class OrganisationWords {

    private static final String LIST = "organisation-words.txt";
    private static final int LONGEST_NAME = 4;

    /** A word and its reading, loaded with the first name that is read. */
    private static final class Loaded {
        static final Map<String, String> WORDS = load();
        static final int LONGEST =
                WORDS.keySet().stream().mapToInt(String::length).max().orElse(1);
    }

    private OrganisationWords() {}

    /** The reading of a name in Hanzi: words of the list, and between them what is left as words of up to four characters. */
    static String reading(String name) {
        List<String> words = new ArrayList<>();
        for (String part : Latin.simplified(name).split("·+")) {
            words(part, words);
        }
        return String.join(" ", words);
    }

    private static void words(String part, List<String> words) {
        int unknown = 0;
        int at = 0;
        while (at < part.length()) {
            int end = wordEnd(part, at);
            if (end > at) {
                rest(part.substring(unknown, at), words);
                words.add(Loaded.WORDS.getOrDefault(part.substring(at, end), ""));
                unknown = end;
                at = end;
            } else {
                at += Character.charCount(part.codePointAt(at));
            }
        }
        rest(part.substring(unknown), words);
    }

    /** The end of the longest word of the list that begins here; a single character is no word. */
    private static int wordEnd(String part, int start) {
        for (int end = Math.min(part.length(), start + Loaded.LONGEST); end > start + 1; end--) {
            if (Loaded.WORDS.containsKey(part.substring(start, end))) {
                return end;
            }
        }
        return start;
    }

    private static void rest(String hanzi, List<String> words) {
        if (hanzi.isEmpty()) {
            return;
        }
        List<String> readings = readings(hanzi);
        if (readings.size() <= LONGEST_NAME) {
            words.add(joined(readings));
        } else {
            words.addAll(readings);
        }
    }

    /** Readings of single characters, of which some are another in organisations than elsewhere. */
    private static List<String> readings(String hanzi) {
        List<String> readings = new ArrayList<>(Latin.readings(hanzi, false));
        int[] characters = hanzi.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            String known = Loaded.WORDS.get(Character.toString(characters[i]));
            if (known != null) {
                readings.set(i, known);
            }
        }
        return readings;
    }

    /** Syllables as one word; an apostrophe shows where one begins with a vowel. */
    private static String joined(List<String> syllables) {
        StringBuilder word = new StringBuilder();
        for (String syllable : syllables) {
            boolean vowel = !word.isEmpty() && "aeo".indexOf(syllable.charAt(0)) >= 0;
            word.append(vowel ? "'" : "").append(syllable);
        }
        return word.toString();
    }

    private static Map<String, String> load() {
        try (InputStream list = OrganisationWords.class.getResourceAsStream(LIST)) {
            if (list == null) {
                throw new IllegalStateException("no " + LIST);
            }
            Map<String, String> words = new HashMap<>();
            String text = new String(list.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.lines().filter(one -> !one.startsWith("#")).toList()) {
                String[] parts = line.split(" ");
                if (parts.length == 2) {
                    words.put(parts[0], parts[1]);
                } else {
                    for (String word : parts) {
                        words.put(word, joined(Latin.readings(word, false)));
                    }
                }
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
