package org.tongwen.xsd.diff;

import java.util.Collection;

/**
 * What a change does to the messages that are valid, the namespace apart. Where it is not certain that all messages of one definition
 * are valid by the other, it counts as if some were not.
 */
public enum Effect {
    /** The same messages are valid. */
    NONE("same", false, false),
    /** What was valid stays valid, and more is. */
    WIDENS("widens", false, true),
    /** Less is valid, and nothing that was not before. */
    NARROWS("narrows", true, false),
    /** Some messages are valid no longer, and some are valid that were not. */
    BOTH("both", true, true);

    private final String word;
    private final boolean refusesOld;
    private final boolean admitsNew;

    Effect(String word, boolean refusesOld, boolean admitsNew) {
        this.word = word;
        this.refusesOld = refusesOld;
        this.admitsNew = admitsNew;
    }

    static Effect of(boolean refusesOld, boolean admitsNew) {
        return refusesOld ? (admitsNew ? BOTH : NARROWS) : admitsNew ? WIDENS : NONE;
    }

    static Effect all(Collection<Effect> effects) {
        return of(
                effects.stream().anyMatch(Effect::refusesOld), effects.stream().anyMatch(Effect::admitsNew));
    }

    /** In one word, for reports. */
    public String word() {
        return word;
    }

    /** Whether messages that were valid before may be so no longer. */
    public boolean refusesOld() {
        return refusesOld;
    }

    /** Whether messages may be valid that were not before. */
    public boolean admitsNew() {
        return admitsNew;
    }
}
