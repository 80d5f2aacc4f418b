package org.tongwen.mappings.format.mt;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A value in a field.
 *
 * @param name field names in the tree, divided by dots; empty for the field as a whole
 * @param many whether values of this name form a list
 * @param notation how it is written
 * @param values the values allowed, empty when any is
 * @param check what else must hold
 */
record Component(String name, boolean many, Notation notation, List<String> values, Optional<Check> check)
        implements Part {

    /** What is wrong with a value; too long a line of text is told apart from other values in the wrong form. */
    Optional<Flaw> flaw(String text, boolean isLine) {
        Optional<CharacterSet> free = notation.set().filter(CharacterSet::text);
        OptionalInt stranger = free.isPresent() ? free.get().stranger(text) : OptionalInt.empty();
        if (stranger.isPresent()) {
            return Optional.of(character(text, stranger.getAsInt()));
        }
        if (isLine && free.isPresent() && length(text) > notation.longest()) {
            return Optional.of(tooLong(text));
        }
        return wrongForm(text).map(this::format);
    }

    /** Whether the value is among those allowed, if these are limited. */
    boolean allows(String value) {
        return values.isEmpty() || values.contains(value);
    }

    /** Whether a line that begins like this may begin with the component. */
    boolean begins(String line) {
        return values.isEmpty() || values.stream().anyMatch(line::startsWith);
    }

    /** Whether a line that begins like this can only mean this component, which may be absent. */
    boolean mayBegin(String line) {
        Optional<CharacterSet> set = notation.set();
        if (!values.isEmpty() || set.isEmpty()) {
            return begins(line);
        }
        int least = notation.fixed() ? notation.longest() : 1;
        return set.get().run(line, 0, least) == least;
    }

    /** How long the longest of the values allowed is that a text begins with. */
    Optional<Integer> prefix(String text) {
        return values.stream().filter(text::startsWith).map(String::length).max(Integer::compare);
    }

    /** Line ends count as the two characters that they are in a message. */
    private static int length(String text) {
        return text.length() + (int) text.chars().filter(c -> c == '\n').count();
    }

    private Optional<String[]> wrongForm(String text) {
        if (text.isEmpty() && !notation.matches("")) {
            return Optional.of(new String[] {label() + " is missing", "", notation.words()});
        }
        if (!notation.matches(text) || length(text) > notation.longest()) {
            return Optional.of(new String[] {label() + " does not have the form " + notation, text, notation.words()});
        }
        if (!allows(text)) {
            return Optional.of(
                    new String[] {label() + " is not one of the values allowed", text, String.join(", ", values)});
        }
        return check.filter(rule -> !rule.passes(text))
                .map(rule -> new String[] {label() + " is not " + rule.words(), text, ""});
    }

    private Flaw format(String[] words) {
        return new Flaw("mt.Format", 0, words[0], words[1], words[2]);
    }

    private Flaw character(String text, int at) {
        String words = notation.set().map(CharacterSet::words).orElse("");
        String message = label() + " has a character that is not allowed";
        return new Flaw("mt.Character", at, message, Character.toString(text.codePointAt(at)), "only " + words);
    }

    private Flaw tooLong(String text) {
        String message = label() + " has " + length(text) + " characters, " + notation.longest() + " are allowed";
        return new Flaw("mt.LineTooLong", Math.min(notation.longest(), text.length()), message, text, "");
    }

    private String label() {
        return name.isEmpty() ? "The value" : "Component " + name;
    }
}
