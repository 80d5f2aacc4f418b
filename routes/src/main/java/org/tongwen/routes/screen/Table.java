package org.tongwen.routes.screen;

import com.ibm.icu.text.Transliterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A table of ICU by which words of one script are written in another. Words come again and again, so their readings are kept. */
final class Table {

    private static final Pattern WORD = Pattern.compile("\\S+");

    /** So many fill some megabytes. */
    private static final int MOST = 20_000;

    private static final int LONGEST = 40;

    private final UnaryOperator<String> reading;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    Table(UnaryOperator<String> reading) {
        this.reading = reading;
    }

    /** The table with that identifier. */
    static Table of(String id) {
        // Transliterators may not be shared by threads, and making one takes long.
        ThreadLocal<Transliterator> table = ThreadLocal.withInitial(() -> Transliterator.getInstance(id));
        return new Table(text -> table.get().transliterate(text));
    }

    /** The text, word by word. */
    String read(String text) {
        return WORD.matcher(text).replaceAll(match -> Matcher.quoteReplacement(word(match.group())));
    }

    private String word(String word) {
        String read = known.get(word);
        if (read != null) {
            return read;
        }
        String made = reading.apply(word);
        if (known.size() >= MOST) {
            known.clear();
        }
        if (word.length() <= LONGEST) {
            known.put(word, made);
        }
        return made;
    }
}
