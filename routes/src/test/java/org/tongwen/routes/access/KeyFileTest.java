package org.tongwen.routes.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongwen.routes.TestAuthority;

class KeyFileTest {

    private static final FileTime LATER = FileTime.from(Instant.now().plusSeconds(5));

    @TempDir
    Path folder;

    private final AtomicLong nanos = new AtomicLong(1);

    /** As when a file is replaced first and made readable afterwards: its time and size tell nothing then. */
    @ParameterizedTest
    @ValueSource(ints = {0xFF, 'x'})
    void whatCouldNotBeReadIsReadAgainThoughItsTimeAndSizeAreTheSame(int rubbish) throws IOException {
        Path file = Files.writeString(folder.resolve("keys.json"), keys("a"));
        KeySource source = new KeySource("keys.json", new KeyFile(file, nanos::get), nanos::get);
        assertThat(source.freshKeys().keys()).extracting(JWK::getKeyID).containsExactly("a");

        String next = keys("b");
        byte[] unreadable = new byte[next.length()];
        Arrays.fill(unreadable, (byte) rubbish);
        Files.write(file, unreadable);
        Files.setLastModifiedTime(file, LATER);
        assertThat(later(source).keys())
                .as("those before")
                .extracting(JWK::getKeyID)
                .containsExactly("a");

        Files.writeString(file, next);
        Files.setLastModifiedTime(file, LATER);
        assertThat(later(source).keys()).extracting(JWK::getKeyID).containsExactly("b");
    }

    @Test
    void whatWasReadIsNotReadAgain() throws Exception {
        Path file = Files.writeString(folder.resolve("keys.json"), keys("a"));
        KeyFile keys = new KeyFile(file, nanos::get);
        keys.read();
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());

        assertThat(keys.mayHaveChanged()).isFalse();
    }

    private KeySource.Snapshot later(KeySource source) {
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        return source.keys(Runnable::run);
    }

    private static String keys(String id) {
        ECPublicKey key = (ECPublicKey) TestAuthority.ec().getPublic();
        return new JWKSet(new ECKey.Builder(Curve.P_256, key).keyID(id).build()).toString();
    }
}
