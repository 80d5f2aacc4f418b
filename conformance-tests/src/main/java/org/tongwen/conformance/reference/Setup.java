package org.tongwen.conformance.reference;

import java.net.URI;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a reference participant is told before it starts.
 *
 * @param bic its own BIC
 * @param partners BICs of the parties that it deals with; its own customers' payments go to the first
 * @param messages address to which it sends all its messages
 * @param partnerKeys what each partner signs with, by BIC; without any nothing is signed
 * @param defect what is broken in it, if anything
 */
record Setup(
        String bic, List<String> partners, URI messages, Map<String, PublicKey> partnerKeys, Optional<Defect> defect) {

    /** Copies the partners and their keys. */
    public Setup {
        partners = List.copyOf(partners);
        partnerKeys = Map.copyOf(partnerKeys);
    }

    /**
     * The participant whom the plan {@code wallet-interop} is tried on, with the parties of that plan as partners.
     *
     * @param messages where the suite takes messages
     * @param keys gives what a party of the suite signs with, by BIC
     */
    static Setup reference(URI messages, Function<String, PublicKey> keys, Optional<Defect> defect) {
        List<String> partners = List.of("SUITDEFFXXX", "OTHRDEFFXXX", "WLLTDEFFXXX");
        Map<String, PublicKey> known = new TreeMap<>();
        partners.forEach(partner -> known.put(partner, keys.apply(partner)));
        return new Setup("RFRNDEFFXXX", partners, messages, known, defect);
    }

    /** What the configuration of that participant says under {@code data}: its BIC and its accounts. */
    static Map<String, String> data() {
        Map<String, String> data = new TreeMap<>(Accounts.data());
        data.put("bic", "RFRNDEFFXXX");
        return data;
    }
}
