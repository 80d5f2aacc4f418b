package org.tongwen.mappings.sample;

/**
 * One line of a document in a form in which documents of the same meaning are the same.
 *
 * @param text what is said
 * @param number the line of the document itself where it is said, counted from 1; 0 when not known
 */
record Line(String text, int number) {}
