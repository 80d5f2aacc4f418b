package org.tongwen.routes.journal;

/**
 * Something to be delivered.
 *
 * @param receiver the participant who gets it
 * @param content which bytes of the message it gets
 * @param mediaType what they are
 * @param message the ISO message or format, for headers, such as {@code pacs.002.001.10}
 */
public record Dispatch(String receiver, Content content, String mediaType, String message) {}
