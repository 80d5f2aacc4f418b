package org.tongwen.xsd.sample;

/** The ways in which a mutant breaks a message. The numbers in brackets are those of the rules' table of mutations, where it has one. */
public enum Operator {
    /** A mandatory element is left out (M1). */
    MANDATORY_ELEMENT_DELETED,
    /** An element occurs once more than it may (M2). */
    ELEMENT_TOO_OFTEN,
    /** Two elements changed places (M3). */
    SIBLINGS_SWAPPED,
    /** A value is empty (M4). */
    VALUE_EMPTY,
    /** A text is one character, or a binary value one byte, too long (M5). */
    VALUE_TOO_LONG,
    /** A text is one character, or a binary value one byte, too short (M5). */
    VALUE_TOO_SHORT,
    /** A character does not fit a pattern (M6). */
    CHARACTER_WRONG,
    /** A code is not in the list (M7). */
    CODE_UNKNOWN,
    /** A number has one digit too many (M9). */
    DIGITS_TOO_MANY,
    /** A number has one decimal too many (M9). */
    DECIMALS_TOO_MANY,
    /** A number lies just outside its bounds (M9). */
    NUMBER_OUT_OF_BOUNDS,
    /** A number is written with an exponent, a comma or in words (M9). */
    NUMBER_MALFORMED,
    /** A day, time or offset that does not exist, or is written wrongly (M12). */
    TIME_IMPOSSIBLE,
    /** An element moved out of its parent to stand behind it (M16). */
    ELEMENT_MOVED,
    /** An element that the definition does not have (M19). */
    ELEMENT_UNKNOWN,
    /** An element in another namespace (M19). */
    NAMESPACE_FOREIGN,
    /** The whole message in the namespace of a version that does not exist, or in none (M19). */
    VERSION_UNKNOWN,
    /** A mandatory attribute is left out. */
    ATTRIBUTE_MISSING,
    /** An attribute that the definition does not have, or one for schemas that says of the element what is not so. */
    ATTRIBUTE_UNKNOWN,
    /** An attribute with a wrong value. */
    ATTRIBUTE_WRONG,
    /** Text between elements. */
    TEXT_BETWEEN_ELEMENTS,
    /** Two branches of a choice. */
    SECOND_BRANCH,
    /** No {@code true}, {@code false}, 1 or 0. */
    BOOLEAN_WRONG,
    /** No base64 or hexadecimal digits. */
    BINARY_WRONG,
    /** An element inside a value. */
    ELEMENT_IN_VALUE,
    /** Something that the definition knows, and that is wrong, where it takes anything. */
    FOREIGN_WRONG,
    /** No XML. */
    NOT_WELL_FORMED
}
