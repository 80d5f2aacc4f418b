package org.tongwen.mappings.plan;

/** How a value ends in a translation. Every value of a document has exactly one. */
public enum Fate {
    /** It is carried, and translating back gives it again. */
    MAPPED("mapped"),
    /** It is carried in another form, as the mapping's codec declares. */
    CHANGED("changed"),
    /** It is carried in part, as the mapping's codec declares. */
    TRUNCATED("truncated"),
    /** It is the mapping's default: written where the document has nothing, or left out on the way back because it equals the default. */
    DEFAULTED("defaulted"),
    /** It is not carried, and the mapping says why. */
    LOST("lost"),
    /** It is not carried, or comes back as something else, and the mapping does not say so: a finding names it. */
    UNDECLARED("undeclared"),
    /** It waits with its whole document, which is held for repair. */
    HELD("held");

    private final String word;

    Fate(String word) {
        this.word = word;
    }

    /** The word that reports use. */
    public String word() {
        return word;
    }
}
