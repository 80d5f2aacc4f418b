package org.tongwen.routes.journal;

import java.util.Optional;

/** Names of ISO messages, such as {@code pacs.008.001.08}. */
public final class MessageName {

    /** How many characters a family has, such as {@code pacs.008}. */
    static final int FAMILY = 8;

    private static final int BUSINESS_AREA = 4;

    private MessageName() {}

    /** The first two parts of a name, which may have a version or none; empty when the text is no such name. */
    public static Optional<String> family(String message) {
        boolean fits = message.length() >= FAMILY
                && message.charAt(BUSINESS_AREA) == '.'
                && (message.length() == FAMILY || message.charAt(FAMILY) == '.')
                && message.substring(0, BUSINESS_AREA).chars().allMatch(Character::isLowerCase)
                && message.substring(BUSINESS_AREA + 1, FAMILY).chars().allMatch(Character::isDigit);
        return fits ? Optional.of(message.substring(0, FAMILY)) : Optional.empty();
    }
}
