package org.tongwen.routes.conversation;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * By what a message names an agent.
 *
 * @param text the identifier as it stands
 * @param bic the BIC in full; empty when the identifier is none, by its place or its form
 */
record AgentIdentifier(String text, Optional<String> bic) {

    private static final Set<String> PLACES = Set.of("BICFI", "BIC", "AnyBIC", "BICOrBEI");
    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?");
    private static final int BRANCH = 8;
    private static final String HEAD_OFFICE = "XXX";

    /** An identifier from an element of that name. */
    static AgentIdentifier of(String element, String text) {
        return new AgentIdentifier(text, PLACES.contains(element) ? inFull(text) : Optional.empty());
    }

    /** A BIC with its branch, which is {@code XXX} where it names none; empty for what has not the form of a BIC. */
    static Optional<String> inFull(String text) {
        return Optional.of(text)
                .filter(bic -> FORM.matcher(bic).matches())
                .map(bic -> bic.length() == BRANCH ? bic + HEAD_OFFICE : bic);
    }

    /** The head office of the branch that a BIC names. */
    static String headOffice(String bic) {
        return bic.substring(0, BRANCH) + HEAD_OFFICE;
    }
}
