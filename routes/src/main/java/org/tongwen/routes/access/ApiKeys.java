package org.tongwen.routes.access;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.tongwen.routes.config.HubConfig;

/** Whose API key is it? Only hashes are kept. */
final class ApiKeys {

    private record Entry(byte[] hash, HubConfig.Participant participant) {}

    /** By the first eight bytes of the hash: how long a search takes says nothing of a key, of which the hash says nothing. */
    private final Map<Long, Entry> entries = new HashMap<>();

    ApiKeys(Collection<HubConfig.Participant> participants) {
        for (HubConfig.Participant participant : participants) {
            for (String digits : participant.credentials().apiKeys()) {
                byte[] hash = HexFormat.of().parseHex(digits);
                if (entries.put(start(hash), new Entry(hash, participant)) != null) {
                    throw new IllegalArgumentException("two API keys are the same");
                }
            }
        }
    }

    Optional<HubConfig.Participant> owner(String key) {
        byte[] hash = ApiKey.hash(key);
        Entry entry = entries.get(start(hash));
        return entry != null && MessageDigest.isEqual(entry.hash(), hash)
                ? Optional.of(entry.participant())
                : Optional.empty();
    }

    private static long start(byte[] hash) {
        return ByteBuffer.wrap(hash).getLong();
    }
}
