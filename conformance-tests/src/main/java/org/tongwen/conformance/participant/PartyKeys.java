package org.tongwen.conformance.participant;

import java.security.PrivateKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the parties that the suite plays sign with.
 *
 * @param suite the key of all parties that have none of their own
 * @param own keys of parties, by BIC
 */
public record PartyKeys(PrivateKey suite, Map<String, PrivateKey> own) {

    /** Copies the keys, which keep their order. */
    public PartyKeys {
        own = Collections.unmodifiableMap(new LinkedHashMap<>(own));
    }

    /** What a party signs with. */
    public PrivateKey of(String bic) {
        return own.getOrDefault(bic, suite);
    }

    /** What another party signs with; empty when all sign with the same. */
    public Optional<PrivateKey> otherThan(String bic) {
        return Stream.concat(own.values().stream(), Stream.of(suite))
                .filter(key -> !key.equals(of(bic)))
                .findFirst();
    }

    /** Whether one party can be told from another by its key. */
    public boolean areSeveral() {
        return Stream.concat(own.values().stream(), Stream.of(suite)).distinct().count() > 1;
    }
}
