package org.tongwen.xsd.definition;

/**
 * Why a text is not a value of a simple type, or why an element may not stand where it stands.
 *
 * @param id finding id, such as {@code xsd.MaxLength}
 * @param message what is wrong: of a value, the end of a sentence that begins with the element; of an element, a whole sentence
 * @param element the element that is missing or should not be there; empty for values, and where one of several is missing
 */
public record Violation(String id, String message, String element) {

    static Violation ofValue(String id, String message) {
        return new Violation(id, message, "");
    }
}
