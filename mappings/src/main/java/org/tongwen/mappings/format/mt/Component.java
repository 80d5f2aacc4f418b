package org.tongwen.mappings.format.mt;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A value in a field. */
final class Component implements Part {

    private final String name;
    private final boolean many;
    private final Notation notation;
    private final List<String> values;
    private final Optional<Check> check;
    private final int slot;
    private final List<String> holders;
    private final String last;
    private final boolean lineEnds;

    /**
     * A component.
     *
     * @param name field names in the tree, divided by dots; empty for the field as a whole
     * @param many whether values of this name form a list
     * @param notation how it is written
     * @param values the values allowed, empty when any is
     * @param check what else must hold
     * @param slot the number of its name among the names in its field
     */
    Component(String name, boolean many, Notation notation, List<String> values, Optional<Check> check, int slot) {
        this.name = name;
        this.many = many;
        this.notation = notation;
        this.values = List.copyOf(values);
        this.check = check;
        this.slot = slot;
        List<String> steps = name.isEmpty() ? List.of() : List.of(name.split("\\."));
        this.holders = steps.isEmpty() ? List.of() : steps.subList(0, steps.size() - 1);
        this.last = steps.isEmpty() ? "" : steps.get(steps.size() - 1);
        this.lineEnds = notation.set().equals(Optional.of(CharacterSet.Z));
    }

    String name() {
        return name;
    }

    boolean many() {
        return many;
    }

    Notation notation() {
        return notation;
    }

    List<String> values() {
        return values;
    }

    Optional<Check> check() {
        return check;
    }

    int slot() {
        return slot;
    }

    /** The objects that hold the value, from the field on. */
    List<String> holders() {
        return holders;
    }

    /** The value's name in the object that holds it; empty for the field as a whole. */
    String last() {
        return last;
    }

    /** Whether nothing is wrong with the value that stands from one offset to before another. */
    boolean fits(String text, int start, int end) {
        return notation.matches(text, start, end)
                && (!lineEnds || length(text, start, end) <= notation.longest())
                && (values.isEmpty() || !allowed(text, start, end).isEmpty())
                && (check.isEmpty() || check.get().passes(text, start, end));
    }

    /** The value that stands from one offset to before another; of the values allowed always the same one. */
    String value(String text, int start, int end) {
        String allowed = values.isEmpty() ? "" : allowed(text, start, end);
        return allowed.isEmpty() ? text.substring(start, end) : allowed;
    }

    private String allowed(String text, int start, int end) {
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            if (value.length() == end - start && text.startsWith(value, start)) {
                return value;
            }
        }
        return "";
    }

    /** What is wrong with a value; too long a line of text is told apart from other values in the wrong form. */
    Optional<Flaw> flaw(String text, boolean isLine) {
        if (fits(text, 0, text.length())) {
            return Optional.empty();
        }
        Optional<CharacterSet> free = notation.set().filter(CharacterSet::text);
        OptionalInt stranger = free.isPresent() ? free.get().stranger(text) : OptionalInt.empty();
        if (stranger.isPresent()) {
            return Optional.of(character(text, stranger.getAsInt()));
        }
        if (isLine && free.isPresent() && length(text, 0, text.length()) > notation.longest()) {
            return Optional.of(tooLong(text));
        }
        return Optional.of(wrongForm(text));
    }

    /** Whether the value is among those allowed, if these are limited. */
    boolean allows(String value) {
        return values.isEmpty() || values.contains(value);
    }

    /** Whether a line that begins like this may begin with the component. */
    boolean begins(String text, int start) {
        return values.isEmpty() || prefix(text, start) >= 0;
    }

    /** Whether a line that goes on like this can only mean this component, which may be absent. */
    boolean mayBegin(String text, int start, int end) {
        Optional<CharacterSet> set = notation.set();
        if (!values.isEmpty() || set.isEmpty()) {
            return begins(text, start);
        }
        int least = notation.fixed() ? notation.longest() : 1;
        return set.get().run(text, start, Math.min(end, start + least)) == least;
    }

    /** How long the longest of the values allowed is that a text has at an offset; -1 without any. */
    int prefix(String text, int start) {
        int longest = -1;
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            longest = value.length() > longest && text.startsWith(value, start) ? value.length() : longest;
        }
        return longest;
    }

    /** Line ends count as the two characters that they are in a message. */
    private static int length(String text, int start, int end) {
        int length = end - start;
        for (int at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
            length++;
        }
        return length;
    }

    private Flaw wrongForm(String text) {
        if (text.isEmpty() && !notation.matches("")) {
            return format(label() + " is missing", "", notation.words());
        }
        if (!notation.matches(text) || length(text, 0, text.length()) > notation.longest()) {
            return format(label() + " does not have the form " + notation, text, notation.words());
        }
        if (!allows(text)) {
            return format(label() + " is not one of the values allowed", text, String.join(", ", values));
        }
        return format(label() + " is not " + check.map(Check::words).orElse("right"), text, "");
    }

    private static Flaw format(String message, String value, String hint) {
        return new Flaw("mt.Format", 0, message, value, hint);
    }

    private Flaw character(String text, int at) {
        String words = notation.set().map(CharacterSet::words).orElse("");
        String message = label() + " has a character that is not allowed";
        return new Flaw("mt.Character", at, message, Character.toString(text.codePointAt(at)), "only " + words);
    }

    private Flaw tooLong(String text) {
        int length = length(text, 0, text.length());
        String message = label() + " has " + length + " characters, " + notation.longest() + " are allowed";
        return new Flaw("mt.LineTooLong", Math.min(notation.longest(), text.length()), message, text, "");
    }

    private String label() {
        return name.isEmpty() ? "The value" : "Component " + name;
    }
}
