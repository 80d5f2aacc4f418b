package org.tongwen.conformance.reference;

import java.net.URI;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;

/**
 * What a participant is told before it starts.
 *
 * @param bic its own BIC
 * @param partners BICs of the parties that it deals with; its own customers' payments go to the first
 * @param messages address to which it sends all its messages
 * @param partnersKey what the partners sign with; without one nothing is signed
 * @param defect what is broken in it, if anything
 */
public record Setup(
        String bic, List<String> partners, URI messages, Optional<PublicKey> partnersKey, Optional<Defect> defect) {

    /** Copies the partners. */
    public Setup {
        partners = List.copyOf(partners);
    }
}
