package org.tongwen.routes.screen;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.tongwen.mappings.codec.Latin;

/**
 * The forms that a name takes in plain Latin letters. A name in another script has several: the tables of ICU agree with what passports write
 * for some letters and not for others.
 */
final class NameForms {

    private static final Table ANY = new Table(Latin::ascii);
    private static final List<Table> CYRILLIC =
            List.of(Table.of("Russian-Latin/BGN; Latin-ASCII"), Table.of("Ukrainian-Latin/BGN; Latin-ASCII"));
    private static final Table GREEK = Table.of("Greek-Latin/UNGEGN; Latin-ASCII");
    private static final Table GERMAN = Table.of("de-ASCII");

    private static final Pattern UMLAUT = Pattern.compile("[äöüÄÖÜ]");
    private static final String JOINED = "'’‘`´ʹʺ\"";

    private NameForms() {}

    /** All forms, each of them once. A name without a letter or digit has none. */
    static List<NameForm> of(String name) {
        if (isAscii(name)) {
            return NameForm.of(words(name), "").stream().toList();
        }
        Set<List<String>> forms = new LinkedHashSet<>();
        latin(name).forEach(text -> forms.add(words(text)));
        String hanzi = hanzi(name);
        return forms.stream()
                .flatMap(words -> NameForm.of(words, hanzi).stream())
                .toList();
    }

    private static List<String> latin(String name) {
        List<String> texts = new ArrayList<>();
        if (Latin.hasHan(name)) {
            texts.add(ascii(read(name, true)));
            texts.add(ascii(read(name, false)));
            return texts;
        }
        Set<UnicodeScript> scripts = scripts(name);
        texts.add(ascii(name));
        if (scripts.contains(UnicodeScript.CYRILLIC)) {
            CYRILLIC.forEach(table -> texts.add(ascii(table.read(name))));
        }
        if (scripts.contains(UnicodeScript.GREEK)) {
            texts.add(ascii(GREEK.read(name)));
        }
        if (UMLAUT.matcher(name).find()) {
            texts.add(ascii(GERMAN.read(name)));
        }
        return texts;
    }

    private static String ascii(String text) {
        return isAscii(text) ? text : ANY.read(text);
    }

    private static Set<UnicodeScript> scripts(String name) {
        Set<UnicodeScript> scripts = new LinkedHashSet<>();
        name.codePoints().forEach(character -> scripts.add(UnicodeScript.of(character)));
        return scripts;
    }

    /** The name with the readings of its Hanzi in their place, apart from each other. */
    private static String read(String name, boolean surname) {
        StringBuilder text = new StringBuilder();
        StringBuilder run = new StringBuilder();
        name.codePoints().forEach(character -> {
            if (Latin.isHan(character)) {
                run.appendCodePoint(character);
            } else {
                flush(run, surname, text);
                text.appendCodePoint(character);
            }
        });
        flush(run, surname, text);
        return text.toString();
    }

    private static void flush(StringBuilder run, boolean surname, StringBuilder text) {
        if (!run.isEmpty()) {
            text.append(' ')
                    .append(String.join(" ", Latin.readings(run.toString(), surname)))
                    .append(' ');
            run.setLength(0);
        }
    }

    /** Its Hanzi, simplified, when it is written in nothing else; those with the same reading are not the same. */
    private static String hanzi(String name) {
        boolean nothingElse = name.codePoints()
                .allMatch(character -> Latin.isHan(character) || !Character.isLetterOrDigit(character));
        if (!nothingElse || !Latin.hasHan(name)) {
            return "";
        }
        StringBuilder hanzi = new StringBuilder();
        name.codePoints().filter(Latin::isHan).forEach(hanzi::appendCodePoint);
        return Latin.simplified(hanzi.toString());
    }

    /** Runs of letters and digits, in small letters. An apostrophe does not end a word. */
    private static List<String> words(String latin) {
        List<String> words = new ArrayList<>(4);
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < latin.length(); i++) {
            char character = latin.charAt(i);
            if (Character.isLetterOrDigit(character)) {
                word.append(character);
            } else if (JOINED.indexOf(character) < 0 && !word.isEmpty()) {
                words.add(word.toString().toLowerCase(Locale.ROOT));
                word.setLength(0);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString().toLowerCase(Locale.ROOT));
        }
        return words;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
