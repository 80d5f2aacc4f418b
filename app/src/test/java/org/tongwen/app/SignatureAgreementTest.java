package org.tongwen.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.conformance.participant.MessageSignature;
import org.tongwen.routes.access.BodySignatures;
import org.tongwen.routes.access.SigningKey;
import org.tongwen.routes.config.HubConfig;
import org.tongwen.xsd.finding.Finding;

/** The hub and the conformance suite share no code, so that each can find the other's mistakes; their signatures must agree. */
class SignatureAgreementTest {

    private static final byte[] MESSAGE = """
            <RequestPayload>
              <AppHdr xmlns="urn:iso:std:iso:20022:tech:xsd:head.001.001.02"><BizMsgIdr>M1</BizMsgIdr><Rltd><x/></Rltd></AppHdr>
              <p:Document xmlns:p="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08"><p:Nm>Zoë &amp; 同文 &lt; &#13;	x</p:Nm><p:Amt Ccy='EUR'>1.00</p:Amt></p:Document>
            </RequestPayload>
            """.getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void theHubVerifiesWhatTheSuiteSigns() throws Exception {
        KeyPair keys = keys();
        byte[] signed = MessageSignature.sign(MESSAGE, keys.getPrivate());

        assertThat(fault(signed, keys)).isEmpty();
        assertThat(fault(changed(signed), keys)).contains("hub.SignatureContent");
        assertThat(fault(signed, keys())).contains("hub.SignatureKey");
    }

    @Test
    void theSuiteVerifiesWhatTheHubSigns() throws Exception {
        KeyPair keys = keys();
        SigningKey key = SigningKey.of(write("signing.pem", "PRIVATE KEY", keys.getPrivate()));
        byte[] signed = key.sign(MESSAGE, true).body();

        assertThat(MessageSignature.fault(signed, keys.getPublic())).isEmpty();
        assertThat(MessageSignature.fault(changed(signed), keys.getPublic())).isPresent();
        assertThat(MessageSignature.fault(signed, keys().getPublic())).isPresent();
    }

    private Optional<String> fault(byte[] message, KeyPair keys) throws IOException {
        Path known = write("known.pem", "PUBLIC KEY", keys.getPublic());
        return BodySignatures.of(new HubConfig.Signature(known, true))
                .fault("", message, true)
                .map(Finding::id);
    }

    private static byte[] changed(byte[] message) {
        String text = new String(message, StandardCharsets.UTF_8);
        assertThat(text).contains(">1.00<");
        return text.replace(">1.00<", ">9.00<").getBytes(StandardCharsets.UTF_8);
    }

    private Path write(String name, String kind, Key key) throws IOException {
        String text = Base64.getMimeEncoder().encodeToString(key.getEncoded());
        return Files.writeString(
                folder.resolve(name), "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }
}
