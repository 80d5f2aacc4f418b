package org.tongwen.mappings.codec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongwen.xsd.definition.Primitive;

/** A named conversion, ready with its arguments. It may be shared by threads. */
public interface Codec {

    /** How much of a value survives the way there and back. */
    enum Fidelity {
        /** All of it. */
        EXACT,
        /** Its meaning, in a normal form. */
        NORMALISING,
        /** Less than there was. */
        LOSSY
    }

    /**
     * A value on the institution's side.
     *
     * @param values the texts: one, or those of a list
     * @param others the values of {@link #sourcePaths()}, an empty text for one that is absent
     */
    record Source(List<String> values, List<String> others) {

        /** A single value. */
        public static Source of(String value, String... others) {
            return new Source(List.of(value), List.of(others));
        }

        /** The single value. */
        public String value() {
            return values.get(0);
        }
    }

    /** What is lost at most. */
    Fidelity fidelity();

    /** Source paths that it reads besides the value's own, such as the currency's. They start where the value's path starts. */
    default List<String> sourcePaths() {
        return List.of();
    }

    /**
     * Where it writes, in the order of the message, seen from the ISO element: an empty text for the element itself, {@code @Ccy},
     * {@code Othr/Id}, {@code AdrLine[2]} for the second of several, {@code ../AddtlInf} for one beside it.
     */
    default List<String> isoPaths() {
        return List.of("");
    }

    /** Whether it can work where the message has only these of its {@link #isoPaths()}. An attribute may be missing. */
    default boolean worksWith(Set<String> places) {
        return isoPaths().stream().allMatch(path -> path.startsWith("@") || places.contains(path));
    }

    /** Kinds of values that it can write into the element itself. */
    default Set<Primitive> fits() {
        return Values.TEXT;
    }

    /** All texts that it can write into the element itself, when they are few enough to list. */
    default Optional<Set<String>> isoTexts() {
        return Optional.empty();
    }

    /** All texts of the institution that it takes, when they are few enough to list. */
    default Optional<Set<String>> sourceTexts() {
        return Optional.empty();
    }

    /** Whether the value is a list of texts. */
    default boolean takesList() {
        return false;
    }

    /**
     * Whether the one of {@link #sourcePaths()} at that position is a list of texts. It is read and written as one text of lines.
     *
     * @param other counted from 0
     */
    default boolean isListAt(int other) {
        return false;
    }

    /** Greatest length of what it writes into the element itself for a text of that length; the length itself when it keeps it. */
    default int isoLength(int sourceLength) {
        return sourceLength;
    }

    /** Whether two sets of ISO texts mean the same, such as an instant written with two offsets. Texts may be anything. */
    default boolean isSameIso(Map<String, String> one, Map<String, String> other) {
        return one.equals(other);
    }

    /** Whether a text of its own is all it needs and the ISO element itself all it writes. */
    default boolean isSimple() {
        return sourcePaths().isEmpty() && isoPaths().equals(List.of(""));
    }

    /** What to add where a ledger says that the codec changed a value; empty when its name says it all. */
    default String loss() {
        return "";
    }

    /** Towards ISO, keeping the long form of an identifier that does not fit. */
    default Converted<Map<String, String>> toIso(Source source, ShortIds ids) {
        return toIso(source);
    }

    /** Back, with the long form of an identifier that did not fit. */
    default Converted<Source> fromIso(Map<String, String> iso, ShortIds ids) {
        return fromIso(iso);
    }

    /** Towards ISO: the texts by {@link #isoPaths()}. */
    Converted<Map<String, String>> toIso(Source source);

    /** Back: the texts found at {@link #isoPaths()}, of which some may be missing. */
    Converted<Source> fromIso(Map<String, String> iso);
}
