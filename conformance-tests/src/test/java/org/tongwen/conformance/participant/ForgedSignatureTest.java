package org.tongwen.conformance.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.stream.Stream;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Document;

/** Forged signatures are of use only if a library that is asked nothing else finds them valid. */
class ForgedSignatureTest {

    private static final KeyPair KEYS = SigningKeys.create();
    private static final byte[] SIGNED = message("25.00");
    private static final byte[] OTHER = message("26.00");

    private static byte[] message(String amount) {
        return ("<RequestPayload><AppHdr xmlns=\"urn:iso:std:iso:20022:tech:xsd:head.001.001.02\"><BizMsgIdr>A</BizMsgIdr></AppHdr>"
                        + "<Document xmlns=\"urn:x\"><Amt>" + amount + "</Amt></Document></RequestPayload>")
                .getBytes(StandardCharsets.UTF_8);
    }

    @TestFactory
    Stream<DynamicTest> aLibraryFindsThemValidAndTheProfileDoesNot() {
        byte[] selected = ForgedSignature.selected(SIGNED, KEYS.getPrivate());
        return Stream.of(
                forged("moved", ForgedSignature.moved(SIGNED, OTHER, KEYS.getPrivate())),
                forged("selected", changed(selected)),
                forged("doubled", ForgedSignature.doubled(SIGNED, OTHER, KEYS.getPrivate())));
    }

    private static byte[] changed(byte[] message) {
        return new String(message, StandardCharsets.UTF_8)
                .replace(">25.00<", ">26.00<")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static DynamicTest forged(String name, byte[] message) {
        return DynamicTest.dynamicTest(name, () -> {
            assertThat(isValid(message)).isTrue();
            assertThat(new String(message, StandardCharsets.UTF_8)).contains(">26.00<");
            assertThat(MessageSignature.fault(message, KEYS.getPublic()))
                    .contains("the signature is not of the form that the profile demands");
        });
    }

    @Test
    void aMessageWithoutHeaderCannotBeForged() {
        assertThatThrownBy(() -> ForgedSignature.selected("<a/>".getBytes(StandardCharsets.UTF_8), KEYS.getPrivate()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean isValid(byte[] message) throws Exception {
        Document document = MessageSignature.parse(message);
        DOMValidateContext context = new DOMValidateContext(
                KEYS.getPublic(),
                document.getElementsByTagNameNS(XMLSignature.XMLNS, "Signature").item(0));
        return MessageSignature.XML.unmarshalXMLSignature(context).validate(context);
    }
}
