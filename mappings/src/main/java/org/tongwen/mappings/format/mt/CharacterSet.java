package org.tongwen.mappings.format.mt;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/** The characters that a letter of the standard's notation allows. */
enum CharacterSet {
    N('n', "0-9", "digits"),
    A('a', "A-Z", "capital letters"),
    C('c', "A-Z0-9", "capital letters or digits"),
    H('h', "0-9A-F", "hexadecimal digits in capitals"),
    D('d', "0-9,", "digits with one decimal comma behind the first of them"),
    X('x', "A-Za-z0-9/\\-?:().,'+ ", "characters of the SWIFT set X"),
    Y('y', "A-Z0-9 .,\\-()/='+:?!\"%&*<>;", "characters of the SWIFT set Y"),
    Z('z', "A-Za-z0-9.,\\-()/='+:?!\"%&*<>;{@#_ \n", "characters of the SWIFT set Z");

    private static final int ASCII = 128;

    private final char letter;
    private final boolean[] members = new boolean[ASCII];
    private final String words;

    CharacterSet(char letter, String members, String words) {
        this.letter = letter;
        Pattern member = Pattern.compile("[" + members + "]");
        for (int i = 0; i < ASCII; i++) {
            this.members[i] = member.matcher(Character.toString(i)).matches();
        }
        this.words = words;
    }

    static CharacterSet of(char letter) {
        for (CharacterSet set : values()) {
            if (set.letter == letter) {
                return set;
            }
        }
        throw new IllegalStateException("layout: no character set " + letter);
    }

    /** Whether it is free text, where a wrong character is a finding of its own. */
    boolean text() {
        return this == X || this == Y || this == Z;
    }

    String words() {
        return words;
    }

    /** How many characters from one offset to before another belong to the set without a stranger between them. */
    int run(String text, int start, int end) {
        int at = start;
        while (at < end && has(text.charAt(at))) {
            at++;
        }
        return at - start;
    }

    /** Whether all characters from one offset to before another belong to the set. */
    boolean all(String text, int start, int end) {
        return run(text, start, end) == end - start;
    }

    /** Where the first character stands that does not belong to the set. */
    OptionalInt stranger(String text) {
        int run = run(text, 0, text.length());
        return run < text.length() ? OptionalInt.of(run) : OptionalInt.empty();
    }

    private boolean has(char character) {
        return character < ASCII && members[character];
    }
}
