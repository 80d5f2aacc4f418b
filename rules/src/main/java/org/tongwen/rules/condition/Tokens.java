package org.tongwen.rules.condition;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** The text of a condition, read from left to right. Blanks divide; methods that end in Here do not pass over them. */
final class Tokens {

    private static final Set<String> WORDS = Set.of("and", "or", "not", "every", "some", "in", "like", "is");
    private static final int LONGEST_POSITION = 6;

    private final String text;
    private int at;

    Tokens(String text) {
        this.text = text;
    }

    /** Goes to the next character that is no blank, and says where that is. */
    int next() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    void end() {
        if (next() < text.length()) {
            throw mistake("The condition should end here, or go on with and or or");
        }
    }

    boolean isHere(char wanted) {
        return at < text.length() && text.charAt(at) == wanted;
    }

    boolean takeHere(char wanted) {
        boolean here = isHere(wanted);
        at += here ? 1 : 0;
        return here;
    }

    boolean take(char wanted) {
        next();
        return takeHere(wanted);
    }

    void expect(char wanted) {
        next();
        expectHere(wanted);
    }

    void expectHere(char wanted) {
        if (!takeHere(wanted)) {
            throw mistake("Here " + wanted + " is expected");
        }
    }

    boolean takeWord(String word) {
        int start = next();
        boolean found = text.startsWith(word, start)
                && nameEnd(start) == start + word.length()
                && !continues(start + word.length());
        at = found ? start + word.length() : start;
        return found;
    }

    /** Whether a name is a step of a path that goes on, so that it is no word of the language. */
    private boolean continues(int end) {
        return end < text.length() && "./[@".indexOf(text.charAt(end)) >= 0;
    }

    boolean takeWords(String first, String second) {
        int start = next();
        if (takeWord(first) && takeWord(second)) {
            return true;
        }
        at = start;
        return false;
    }

    boolean takeCall(String name) {
        int start = next();
        boolean found = text.startsWith(name + "(", start);
        at = found ? start + name.length() + 1 : start;
        return found;
    }

    Optional<Relation> relation() {
        int start = next();
        Optional<Relation> found = Optional.empty();
        for (Relation relation : Relation.values()) {
            if (text.startsWith(relation.sign(), start) && relation.sign().length() > length(found)) {
                found = Optional.of(relation);
            }
        }
        at += length(found);
        return found;
    }

    private static int length(Optional<Relation> relation) {
        return relation.map(found -> found.sign().length()).orElse(0);
    }

    boolean startsLiteral() {
        next();
        return isHere('\'') || numberEnd(true) > at;
    }

    /** A number as text with a decimal point. */
    Optional<String> number(boolean decimalComma) {
        int start = next();
        int end = numberEnd(decimalComma);
        if (end == start) {
            return Optional.empty();
        }
        at = end;
        return Optional.of(text.substring(start, end).replace(',', '.'));
    }

    private int numberEnd(boolean decimalComma) {
        int start = isHere('-') ? at + 1 : at;
        int end = digitsEnd(start);
        if (end == start) {
            return at;
        }
        boolean mark = end < text.length() && (text.charAt(end) == '.' || (decimalComma && text.charAt(end) == ','));
        return mark && digitsEnd(end + 1) > end + 1 ? digitsEnd(end + 1) : end;
    }

    private int digitsEnd(int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    /** A position among several, counted from 1. */
    OptionalInt position() {
        int end = digitsEnd(at);
        boolean some = end > at && end - at <= LONGEST_POSITION && end < text.length() && text.charAt(end) == ']';
        int number = some ? Integer.parseInt(text.substring(at, end)) : 0;
        at = number > 0 ? end : at;
        return number > 0 ? OptionalInt.of(number) : OptionalInt.empty();
    }

    String quoted() {
        int start = next();
        expectText();
        StringBuilder quoted = new StringBuilder();
        while (at < text.length()) {
            int close = text.indexOf('\'', at);
            if (close < 0) {
                break;
            }
            quoted.append(text, at, close);
            at = close + 1;
            if (!takeHere('\'')) {
                return quoted.toString();
            }
            quoted.append('\'');
        }
        throw new Mistake(finding("condition.Syntax", start, "The text that begins here has no closing quote"));
    }

    private void expectText() {
        if (!takeHere('\'')) {
            throw mistake("Here a text in single quotes is expected");
        }
    }

    /** What stands before a character, all blanks of it too. */
    String until(char stop) {
        int end = text.indexOf(stop, at);
        if (end < 0) {
            throw mistake("Behind this " + stop + " is missing");
        }
        String found = text.substring(at, end);
        at = end;
        return found;
    }

    /** A name that is no word of the language, except where its path goes on. */
    String name(String what) {
        int start = next();
        int end = nameEnd(start);
        if (WORDS.contains(text.substring(start, end)) && !continues(end)) {
            throw mistake("Here " + what + " is expected, not the word " + text.substring(start, end));
        }
        return nameHere(what);
    }

    String nameHere(String what) {
        int end = nameEnd(at);
        if (end == at) {
            throw mistake("Here " + what + " is expected");
        }
        String name = text.substring(at, end);
        at = end;
        return name;
    }

    private int nameEnd(int start) {
        int end = start;
        while (end < text.length() && isName(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isName(char character) {
        return !Character.isWhitespace(character) && "./[]@()='\"!<>,{}*?|".indexOf(character) < 0;
    }

    Mistake mistake(String message) {
        return mistake(at, message);
    }

    Mistake mistake(int offset, String message) {
        return new Mistake(finding("condition.Syntax", offset, message));
    }

    Finding finding(String id, int offset, String message) {
        return Finding.error(id, Place.of(1, offset + 1, ""), message);
    }
}
