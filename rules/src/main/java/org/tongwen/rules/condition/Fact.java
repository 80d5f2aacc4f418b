package org.tongwen.rules.condition;

import java.util.Locale;

/** What conditions may ask of a value besides its text. */
public enum Fact {
    /** Its own name: that of its element. */
    NAME,
    /** The name of its type in the definition. */
    TYPE;

    /** As conditions write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String of(Subject value) {
        return this == NAME ? value.name() : value.type();
    }
}
