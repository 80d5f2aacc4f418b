package org.tongwen.conformance.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.tongwen.conformance.participant.PartyKeys;
import org.tongwen.conformance.participant.SigningKeys;
import org.tongwen.conformance.plan.Setting;

/**
 * Keys that are made for the suite and the parties that it plays, with a participant that is started on this machine.
 *
 * @param suite the suite's own
 * @param parties those of the parties, by their names in the plan, in its order
 */
public record MadeKeys(KeyPair suite, Map<String, Party> parties) {

    /** What a plan calls the identifier of a party. */
    static final String BIC = "bic";

    private static final String FILE = "suite-key";

    /**
     * A party and its keys.
     *
     * @param bic who it is
     */
    public record Party(String bic, KeyPair keys) {}

    /** Copies the parties, which keep their order. */
    public MadeKeys {
        parties = Collections.unmodifiableMap(new LinkedHashMap<>(parties));
    }

    /** New keys for the suite and for each party of a plan that has a BIC. */
    public static MadeKeys of(Setting setting) {
        Map<String, Party> parties = new LinkedHashMap<>();
        setting.parties().forEach((name, party) -> {
            if (party.containsKey(BIC)) {
                parties.put(name, new Party(party.getOrDefault(BIC, ""), SigningKeys.create()));
            }
        });
        return new MadeKeys(SigningKeys.create(), parties);
    }

    PartyKeys partyKeys() {
        Map<String, PrivateKey> own = new LinkedHashMap<>();
        parties.values().forEach(party -> own.put(party.bic(), party.keys().getPrivate()));
        return new PartyKeys(suite.getPrivate(), own);
    }

    /** What the parties' signatures are checked with, by BIC. */
    public Map<String, PublicKey> publicKeys() {
        Map<String, PublicKey> keys = new TreeMap<>();
        parties.values().forEach(party -> keys.put(party.bic(), party.keys().getPublic()));
        return keys;
    }

    /** Leaves the public keys in a folder, so that the signatures in the evidence can be checked later. */
    void write(Path folder) {
        write(folder.resolve(FILE + ".pem"), suite.getPublic());
        publicKeys().forEach((bic, key) -> write(folder.resolve(FILE + "-" + bic + ".pem"), key));
    }

    private static void write(Path file, PublicKey key) {
        try {
            Files.writeString(file, SigningKeys.pem(key));
        } catch (IOException e) {
            throw new UncheckedIOException("the suite's key cannot be written", e);
        }
    }
}
