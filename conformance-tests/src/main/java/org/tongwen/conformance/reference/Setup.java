package org.tongwen.conformance.reference;

import java.net.URI;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a reference participant is told before it starts.
 *
 * @param bic its own BIC
 * @param partners BICs of the parties that it deals with; its own customers' payments go to the first
 * @param messages address to which it sends all its messages
 * @param partnersKey what the partners sign with; without one nothing is signed
 * @param defect what is broken in it, if anything
 */
record Setup(
        String bic, List<String> partners, URI messages, Optional<PublicKey> partnersKey, Optional<Defect> defect) {

    /** Copies the partners. */
    public Setup {
        partners = List.copyOf(partners);
    }

    /**
     * The participant whom the plan {@code wallet-interop} is tried on, with the parties of that plan as partners.
     *
     * @param messages where the suite takes messages
     * @param suiteKey what the suite signs with
     */
    static Setup reference(URI messages, PublicKey suiteKey, Optional<Defect> defect) {
        List<String> partners = List.of("SUITDEFFXXX", "OTHRDEFFXXX", "WLLTDEFFXXX");
        return new Setup("RFRNDEFFXXX", partners, messages, Optional.of(suiteKey), defect);
    }

    /** What the configuration of that participant says under {@code data}: its BIC and its accounts. */
    static Map<String, String> data() {
        Map<String, String> data = new TreeMap<>(Accounts.data());
        data.put("bic", "RFRNDEFFXXX");
        return data;
    }
}
