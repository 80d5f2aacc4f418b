package org.tongwen.routes.access;

import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.tongwen.routes.config.Jwks;

/** A JWKS file. It is looked at once a second at most, and read again when it has changed. */
final class KeyFile implements KeySource.Origin {

    private static final long LOOK = Duration.ofSeconds(1).toNanos();
    private static final FileTime NEVER = FileTime.fromMillis(0);

    private final Path file;
    private final LongSupplier nanos;
    private FileTime time = NEVER;
    private long size;
    private long looked;

    KeyFile(Path file, LongSupplier nanos) {
        this.file = file;
        this.nanos = nanos;
    }

    @Override
    public synchronized List<JWK> read() throws IOException, ParseException {
        looked = nanos.getAsLong();
        FileTime timeNow = Files.getLastModifiedTime(file);
        long sizeNow = Files.size(file);
        List<JWK> keys = Jwks.parse(Files.readString(file)).known();
        // Only now: what could not be read, or was no JWKS, is tried again at the next look.
        time = timeNow;
        size = sizeNow;
        return keys;
    }

    @Override
    public synchronized boolean mayHaveChanged() {
        long now = nanos.getAsLong();
        if (now - looked < LOOK) {
            return false;
        }
        looked = now;
        try {
            return !Files.getLastModifiedTime(file).equals(time) || Files.size(file) != size;
        } catch (IOException e) {
            // It is being replaced; what was read counts meanwhile.
            return false;
        }
    }

    @Override
    public Duration age() {
        return Duration.ofDays(1);
    }
}
