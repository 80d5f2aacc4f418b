package org.tongwen.routes.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tongwen.routes.access.BodySignatures;
import org.tongwen.routes.access.SigningKey;
import org.tongwen.routes.config.HubConfig.Participant;
import org.tongwen.routes.config.HubConfig.Receives;
import org.tongwen.routes.deliver.BodySigner;

/** Signs what goes to receivers for whom the configuration names a key. */
public final class Signer implements BodySigner {

    private final Map<Path, SigningKey> keys = new ConcurrentHashMap<>();

    /**
     * The body with a signature inside, to be journalled: a signature is another one each time, and the same bytes must go out at each attempt.
     *
     * @return empty when the receiver gets no signature, or one beside the body
     * @throws IOException when the key cannot be used
     */
    Optional<byte[]> inside(Participant receiver, byte[] body) throws IOException {
        Optional<Path> file = receiver.receives().flatMap(Receives::signingKey);
        return file.isEmpty() ? Optional.empty() : key(file.get()).inside(body, IsoText.is(body));
    }

    /** What carries its signature inside was signed before it was journalled. */
    @Override
    public Signed sign(Receives receives, String mediaType, byte[] body) throws IOException {
        if (receives.signingKey().isEmpty()) {
            return new Signed(body, Map.of());
        }
        Optional<String> header = key(receives.signingKey().get()).beside(body, IsoText.is(body));
        return new Signed(
                body, header.map(value -> Map.of(BodySignatures.HEADER, value)).orElse(Map.of()));
    }

    private SigningKey key(Path file) throws IOException {
        SigningKey known = keys.get(file);
        if (known != null) {
            return known;
        }
        SigningKey read = SigningKey.of(file);
        keys.put(file, read);
        return read;
    }
}
