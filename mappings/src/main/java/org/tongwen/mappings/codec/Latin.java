package org.tongwen.mappings.codec;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Other scripts in Latin letters, by the tables of ICU. */
public final class Latin {

    /** ICU moves all that follows each replaced character, so long texts go in pieces. */
    private static final int PIECE = 100;

    /** Transliterators may not be shared by threads, and making one takes long. */
    private static final ThreadLocal<Transliterator> ANY =
            ThreadLocal.withInitial(() -> Transliterator.getInstance("Any-Latin; NFC; Latin-ASCII"));

    private static final ThreadLocal<Transliterator> NAMES =
            ThreadLocal.withInitial(() -> Transliterator.getInstance("Han-Latin/Names"));

    private static final ThreadLocal<Transliterator> WORDS =
            ThreadLocal.withInitial(() -> Transliterator.getInstance("Han-Latin"));

    private static final ThreadLocal<Transliterator> SIMPLIFIED =
            ThreadLocal.withInitial(() -> Transliterator.getInstance("Hant-Hans"));

    /** Any given name. */
    private static final String GIVEN = "三";

    private static final Map<Integer, String> CHARACTERS = new ConcurrentHashMap<>();
    private static final Map<Integer, String> READINGS = new ConcurrentHashMap<>();
    private static final Map<Integer, String> SIMPLE = new ConcurrentHashMap<>();
    private static final Map<Integer, String> SURNAMES = new ConcurrentHashMap<>();

    /** The first character of a block with Hanzi. */
    private static final int FIRST_HAN = 0x2E80;

    private Latin() {}

    /** Traditional Hanzi as simplified ones, each for itself. */
    public static String simplified(String hanzi) {
        StringBuilder simple = new StringBuilder(hanzi.length());
        for (int at = 0; at < hanzi.length(); at += Character.charCount(hanzi.codePointAt(at))) {
            simple.append(SIMPLE.computeIfAbsent(
                    hanzi.codePointAt(at), key -> SIMPLIFIED.get().transliterate(Character.toString(key))));
        }
        return simple.toString();
    }

    /** The text with ASCII letters for those of any script, as far as ICU knows how. */
    public static String ascii(String text) {
        StringBuilder latin = new StringBuilder(text.length() * 2);
        Transliterator any = ANY.get();
        for (int start = 0; start < text.length(); start = next(text, start)) {
            latin.append(any.transliterate(text.substring(start, next(text, start))));
        }
        return latin.toString();
    }

    /** The end of a piece, never inside a character. */
    private static int next(String text, int start) {
        int end = Math.min(text.length(), start + PIECE);
        boolean inside = end < text.length() && Character.isLowSurrogate(text.charAt(end));
        return inside ? end + 1 : end;
    }

    /** A single character in ASCII; ICU is asked once for each. */
    static String ascii(int character) {
        return CHARACTERS.computeIfAbsent(character, key -> ANY.get().transliterate(Character.toString(key)));
    }

    /** Whether a character is written without regard to those beside it. */
    static boolean isAlone(int character) {
        Character.UnicodeScript script = Character.UnicodeScript.of(character);
        return script == Character.UnicodeScript.LATIN
                || script == Character.UnicodeScript.CYRILLIC
                || script == Character.UnicodeScript.COMMON
                || script == Character.UnicodeScript.INHERITED;
    }

    /**
     * The readings of Hanzi, one for each, in small letters without tones; {@code ü} is {@code yu} as in passports. A character without a
     * reading is its own.
     *
     * @param name whether the first character is read as a surname
     */
    public static List<String> readings(String hanzi, boolean name) {
        List<String> readings = new ArrayList<>(hanzi.length());
        for (int at = 0; at < hanzi.length(); at += Character.charCount(hanzi.codePointAt(at))) {
            int character = hanzi.codePointAt(at);
            readings.add(
                    name && at == 0
                            ? SURNAMES.computeIfAbsent(character, Latin::surname)
                            : READINGS.computeIfAbsent(character, Latin::reading));
        }
        return readings;
    }

    private static String reading(int hanzi) {
        return String.join("", syllables(WORDS.get().transliterate(Character.toString(hanzi))));
    }

    /** ICU reads the first character as a surname when a given name follows. */
    private static String surname(int hanzi) {
        List<String> syllables = syllables(NAMES.get().transliterate(Character.toString(hanzi) + GIVEN));
        return syllables.size() == 2 ? syllables.get(0) : reading(hanzi);
    }

    private static List<String> syllables(String pinyin) {
        String apart = Normalizer.normalize(pinyin, Normalizer.Form.NFD);
        List<String> syllables = new ArrayList<>();
        StringBuilder syllable = new StringBuilder();
        for (int i = 0; i < apart.length(); i++) {
            char sign = apart.charAt(i);
            if (sign == ' ') {
                finish(syllable, syllables);
            } else if (sign == '\u0308' && endsInU(syllable)) {
                syllable.insert(syllable.length() - 1, 'y');
            } else if (Character.getType(sign) != Character.NON_SPACING_MARK) {
                syllable.append(sign);
            }
        }
        finish(syllable, syllables);
        return syllables;
    }

    private static boolean endsInU(StringBuilder syllable) {
        return !syllable.isEmpty() && syllable.charAt(syllable.length() - 1) == 'u';
    }

    private static void finish(StringBuilder syllable, List<String> syllables) {
        if (!syllable.isEmpty()) {
            syllables.add(syllable.toString());
            syllable.setLength(0);
        }
    }

    /** Whether a character is a Hanzi. */
    public static boolean isHan(int character) {
        return character >= FIRST_HAN && Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
    }

    /** Whether a text has a Hanzi. */
    public static boolean hasHan(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_HAN && isHan(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }
}
