package org.tongwen.routes.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tongwen.routes.access.BodySignatures;
import org.tongwen.routes.access.SigningKey;
import org.tongwen.routes.config.HubConfig.Receives;
import org.tongwen.routes.deliver.BodySigner;

/** Signs what goes to receivers for whom the configuration names a key. */
public final class Signer implements BodySigner {

    private final Map<Path, SigningKey> keys = new ConcurrentHashMap<>();

    @Override
    public Signed sign(Receives receives, String mediaType, byte[] body) throws IOException {
        if (receives.signingKey().isEmpty()) {
            return new Signed(body, Map.of());
        }
        SigningKey.Signed signed = key(receives.signingKey().get()).sign(body, IsoText.is(body));
        return new Signed(
                signed.body(),
                signed.header()
                        .map(value -> Map.of(BodySignatures.HEADER, value))
                        .orElse(Map.of()));
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
