package org.tongwen.routes.screen;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A name as plain words.
 *
 * @param words the words that tell, in small Latin letters, in the order of the name
 * @param hanzi the name in simplified Hanzi, when it was written in these alone
 */
record NameForm(List<String> words, String hanzi) {

    /** Words that half the companies of the world have in their names, and small ones. */
    private static final Set<String> COMMON = Set.of(
            "ab",
            "ag",
            "aktiebolag",
            "and",
            "ao",
            "as",
            "asa",
            "bv",
            "co",
            "company",
            "corp",
            "corporation",
            "der",
            "die",
            "et",
            "gmbh",
            "inc",
            "incorporated",
            "jsc",
            "kg",
            "le",
            "limited",
            "llc",
            "llp",
            "ltd",
            "ltda",
            "mr",
            "mrs",
            "ms",
            "nv",
            "oao",
            "of",
            "ojsc",
            "ooo",
            "oy",
            "oyj",
            "pao",
            "pjsc",
            "plc",
            "pte",
            "pty",
            "sa",
            "sarl",
            "sas",
            "se",
            "spa",
            "spolka",
            "srl",
            "the",
            "und",
            "zao");

    /** Copies the words. */
    NameForm {
        words = List.copyOf(words);
    }

    /** The words that tell; when none does, all. Empty when there is no word at all. */
    static Optional<NameForm> of(List<String> words, String hanzi) {
        List<String> longer = kept(words, word -> word.length() > 1);
        List<String> telling = kept(longer, word -> !COMMON.contains(word));
        return telling.isEmpty() ? Optional.empty() : Optional.of(new NameForm(telling, hanzi));
    }

    private static List<String> kept(List<String> words, Predicate<String> wanted) {
        List<String> kept = words.stream().filter(wanted).toList();
        return kept.isEmpty() ? words : kept;
    }

    /** How many letters it has. */
    int letters() {
        return words.stream().mapToInt(String::length).sum();
    }

    /** All words as one: blanks come and go in names. */
    String joined() {
        return String.join("", words);
    }

    /** The same with the last word first, as family names go. */
    String turned() {
        int last = words.size() - 1;
        return words.get(last) + String.join("", words.subList(0, last));
    }
}
