package org.tongwen.rules.pack;

import java.util.List;

/**
 * What helps somebody whose message breaks a rule.
 *
 * @param codes error codes of the network that stand for it; empty where none is certain
 * @param translation codes of the industry's translation rules, such as {@code T20054}
 * @param hint what would repair a message, empty when the words say it
 * @param toldBy findings of the validator that tell of the same fault, so that the rule does not tell it again where they stand
 * @param iso what an ISO message lacks or has from which a message was made that fails; empty when nothing better can be said
 */
public record Advice(List<String> codes, List<String> translation, String hint, List<String> toldBy, String iso) {

    /** Copies the lists. */
    public Advice {
        codes = List.copyOf(codes);
        translation = List.copyOf(translation);
        toldBy = List.copyOf(toldBy);
    }
}
