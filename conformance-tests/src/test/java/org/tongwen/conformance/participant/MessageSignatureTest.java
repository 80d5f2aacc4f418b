package org.tongwen.conformance.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.Limits;
import org.tongwen.xsd.message.MessageReader;

class MessageSignatureTest {

    private static final String HEADER = """
            <AppHdr xmlns="urn:iso:std:iso:20022:tech:xsd:head.001.001.02">
            <Fr><FIId><FinInstnId><BICFI>TWPADEFFXXX</BICFI></FinInstnId></FIId></Fr>
            <To><FIId><FinInstnId><BICFI>TESTDEFFXXX</BICFI></FinInstnId></FIId></To>
            <BizMsgIdr>ONE</BizMsgIdr><MsgDefIdr>pacs.002.001.10</MsgDefIdr><CreDt>2026-11-22T10:00:00+08:00</CreDt></AppHdr>
            """;
    private static final String MESSAGE = "<RequestPayload>" + HEADER + """
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.002.001.10"><FIToFIPmtStsRpt>
            <GrpHdr><MsgId>ONE</MsgId><CreDtTm>2026-11-22T10:00:00+08:00</CreDtTm></GrpHdr>
            <TxInfAndSts><TxSts>ACCC</TxSts><StsRsnInf><AddtlInf>汉字</AddtlInf></StsRsnInf></TxInfAndSts>
            </FIToFIPmtStsRpt></Document></RequestPayload>
            """;

    private final KeyPair keys = SigningKeys.create();
    private final byte[] signed = MessageSignature.sign(bytes(MESSAGE), keys.getPrivate());

    @TempDir
    private Path folder;

    @Test
    void whatWasSignedIsRight() {
        assertThat(MessageSignature.fault(signed, keys.getPublic())).isEmpty();
    }

    @Test
    void aSignedMessageIsStillValid() {
        MessageReader reader = new MessageReader(Catalogue.builtIn(), Limits.DEFAULT);

        assertThat(reader.read(signed).findings()).isEmpty();
    }

    @Test
    void anotherKeyIsFound() {
        assertThat(MessageSignature.fault(signed, SigningKeys.create().getPublic()))
                .contains("another key made the signature");
    }

    @Test
    void aChangeOfDocumentOrHeaderIsFound() {
        assertThat(MessageSignature.fault(changed("ACCC", "RJCT"), keys.getPublic()))
                .isPresent();
        assertThat(MessageSignature.fault(changed("TWPADEFF", "TWPBDEFF"), keys.getPublic()))
                .isPresent();
        assertThat(MessageSignature.fault(changed("汉字", "漢字"), keys.getPublic()))
                .isPresent();
        assertThat(MessageSignature.fault(changed("</Document>", "</Document><More/>"), keys.getPublic()))
                .isPresent();
    }

    @Test
    void aMessageWithoutSignatureIsFound() {
        assertThat(MessageSignature.fault(bytes(MESSAGE), keys.getPublic())).contains("the message is not signed");
        assertThat(MessageSignature.fault(bytes("<a/>"), keys.getPublic())).contains("the message is not signed");
        assertThat(MessageSignature.fault(bytes("<a>"), keys.getPublic())).contains("the message cannot be read");
        assertThat(MessageSignature.fault(bytes("<!DOCTYPE a><a/>"), keys.getPublic()))
                .contains("the message cannot be read");
    }

    @Test
    void aSignatureOverAnotherPartOfTheDocumentIsRefused() {
        byte[] other = changed("URI=\"\"", "URI=\"#part\"");

        assertThat(MessageSignature.fault(other, keys.getPublic()))
                .contains("the signature is not of the form that the profile demands");
    }

    /** The signed message inside of another one, whose header shows the old signature. */
    @Test
    void aWrappedMessageIsRefused() {
        String text = new String(signed, StandardCharsets.UTF_8);
        String signature = text.substring(text.indexOf("<Sgntr"), text.indexOf("</Sgntr>") + "</Sgntr>".length());
        String wrapped = MESSAGE.replace("ACCC", "RJCT")
                .replace("</AppHdr>", signature + "</AppHdr>")
                .replace("</Document>", "</Document>" + text.substring(text.indexOf("<RequestPayload")));

        assertThat(MessageSignature.fault(bytes(wrapped), keys.getPublic())).isPresent();
    }

    @Test
    void onlyAMessageWithAHeaderCanBeSigned() {
        assertThatThrownBy(() -> MessageSignature.sign(bytes("<Document/>"), keys.getPrivate()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keysAreReadFromTheirFiles() throws Exception {
        Path file = folder.resolve("key.pem");
        Files.writeString(file, SigningKeys.pem(keys.getPublic()));

        assertThat(SigningKeys.publicKey(file)).isEqualTo(keys.getPublic());
        assertThatThrownBy(() -> SigningKeys.privateKey(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("holds no -----BEGIN PRIVATE KEY-----");
    }

    private byte[] changed(String text, String by) {
        String before = new String(signed, StandardCharsets.UTF_8);
        assertThat(before).contains(text);
        return bytes(before.replace(text, by));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
