package org.tongwen.conformance.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What every message of a participant is held to, in whatever case it comes. */
public enum Always {
    /** It keeps to its definition. */
    DEFINITION,
    /** It keeps to the rules of the plan's profile. */
    RULES,
    /** It is signed, and the signature is right. */
    SIGNATURE,
    /** The case called for it. */
    UNEXPECTED,
    /** Where it is an error over HTTP: it helps its receiver, and tells nothing that is none of its business. */
    PROBLEM;

    /** The word that plans write. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What plans mean by a word. */
    static Optional<Always> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
