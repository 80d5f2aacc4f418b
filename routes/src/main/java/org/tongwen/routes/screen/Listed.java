package org.tongwen.routes.screen;

/**
 * A name on a watch list that is like one in a message.
 *
 * @param name the name as the list writes it
 * @param line the line of the list
 * @param score how like they are; 100 when all letters of both are the same, whatever the order of the words
 */
record Listed(String name, int line, int score) {}
