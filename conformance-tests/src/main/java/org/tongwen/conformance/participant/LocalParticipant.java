package org.tongwen.conformance.participant;

import java.net.URI;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Map;

/** A participant that is started for a run, in this process, and ends with it. */
@FunctionalInterface
public interface LocalParticipant {

    /**
     * What it must know of the suite.
     *
     * @param callback base address of the parties that the suite plays
     * @param suite the public key that they sign with, but for those that have their own
     * @param parties public keys of parties, by BIC
     * @param now what the suite's clock shows
     */
    record Suite(URI callback, PublicKey suite, Map<String, PublicKey> parties, Instant now) {

        /** Copies the keys. */
        public Suite {
            parties = Map.copyOf(parties);
        }

        /** What a party signs with. */
        public PublicKey key(String bic) {
            return parties.getOrDefault(bic, suite);
        }
    }

    /**
     * A participant that runs.
     *
     * @param config how it is reached
     * @param theirs its public key
     * @param stop ends it
     */
    record Running(ParticipantConfig config, PublicKey theirs, AutoCloseable stop) {}

    /** Starts it. */
    Running start(Suite suite);
}
