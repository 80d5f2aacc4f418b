package org.tongwen.conformance.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.tongwen.conformance.participant.PartyKeys;
import org.tongwen.conformance.participant.SigningKeys;
import org.tongwen.conformance.plan.Setting;

/**
 * Keys that are made for a run with a participant that is started for it.
 *
 * @param suite the suite's own
 * @param parties those of the parties that the suite plays, by BIC, in the order of the plan
 */
record MadeKeys(KeyPair suite, Map<String, KeyPair> parties) {

    /** What a plan calls the identifier of a party. */
    static final String BIC = "bic";

    private static final String FILE = "suite-key";

    static MadeKeys of(Setting setting) {
        Map<String, KeyPair> parties = new LinkedHashMap<>();
        setting.parties().values().stream()
                .filter(party -> party.containsKey(BIC))
                .forEach(party -> parties.put(party.getOrDefault(BIC, ""), SigningKeys.create()));
        return new MadeKeys(SigningKeys.create(), parties);
    }

    PartyKeys partyKeys() {
        Map<String, PrivateKey> own = new LinkedHashMap<>();
        parties.forEach((bic, keys) -> own.put(bic, keys.getPrivate()));
        return new PartyKeys(suite.getPrivate(), own);
    }

    Map<String, PublicKey> publicKeys() {
        Map<String, PublicKey> keys = new TreeMap<>();
        parties.forEach((bic, pair) -> keys.put(bic, pair.getPublic()));
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
