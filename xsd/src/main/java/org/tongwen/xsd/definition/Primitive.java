package org.tongwen.xsd.definition;

import java.util.Arrays;
import java.util.Optional;

/** The built-in XML Schema types that message definitions are made of. */
public enum Primitive {
    /** Any text, blanks preserved. */
    STRING("string"),
    /** Text whose line feeds and tabs count as blanks. */
    NORMALIZED_STRING("normalizedString"),
    /** Text with single blanks between words. */
    TOKEN("token"),
    /** A decimal number without exponent. */
    DECIMAL("decimal"),
    /** A whole number. */
    INTEGER("integer"),
    /** {@code true}, {@code false}, {@code 1} or {@code 0}. */
    BOOLEAN("boolean"),
    /** A calendar date with optional offset. */
    DATE("date"),
    /** A date and time with optional offset. */
    DATE_TIME("dateTime"),
    /** A time of day with optional offset. */
    TIME("time"),
    /** A year. */
    YEAR("gYear"),
    /** A month of a year. */
    YEAR_MONTH("gYearMonth"),
    /** Bytes in base64. */
    BASE64("base64Binary"),
    /** Bytes in hexadecimal digits. */
    HEX("hexBinary"),
    /** An absolute or relative URI. */
    ANY_URI("anyURI");

    private final String xmlName;

    Primitive(String xmlName) {
        this.xmlName = xmlName;
    }

    /** The name in the XML Schema namespace, such as {@code dateTime}. */
    public String xmlName() {
        return xmlName;
    }

    /** The primitive of that XML Schema name, if message definitions may use it. */
    public static Optional<Primitive> named(String xmlName) {
        return Arrays.stream(values())
                .filter(primitive -> primitive.xmlName.equals(xmlName))
                .findFirst();
    }

    boolean isText() {
        return this == STRING || this == NORMALIZED_STRING || this == TOKEN || this == ANY_URI;
    }

    boolean isNumber() {
        return this == DECIMAL || this == INTEGER;
    }

    boolean isBinary() {
        return this == BASE64 || this == HEX;
    }
}
