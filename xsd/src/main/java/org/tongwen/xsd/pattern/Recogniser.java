package org.tongwen.xsd.pattern;

/** Decides whether a whole text belongs to the language of an expression. */
interface Recogniser {

    /** Whether the whole text belongs to it. */
    Pattern.Match match(String text);
}
