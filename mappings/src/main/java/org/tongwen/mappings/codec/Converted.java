package org.tongwen.mappings.codec;

/**
 * What came of a conversion.
 *
 * @param <T> what the value becomes
 */
public sealed interface Converted<T> {

    /**
     * The value.
     *
     * @param value the value
     */
    record Done<T>(T value) implements Converted<T> {}

    /**
     * There is no value, because the text is not one that the codec can convert without harm.
     *
     * @param id finding id, such as {@code codec.Code}
     * @param message what is wrong, as the end of a sentence that begins with the field
     * @param hint what would help; may be empty
     */
    record Refused<T>(String id, String message, String hint) implements Converted<T> {}

    /** The value. */
    static <T> Converted<T> of(T value) {
        return new Done<>(value);
    }

    /** No value. */
    static <T> Converted<T> refused(String id, String message) {
        return new Refused<>(id, message, "");
    }

    /** No value, and what would help. */
    static <T> Converted<T> refused(String id, String message, String hint) {
        return new Refused<>(id, message, hint);
    }
}
