package org.tongwen.conformance.certificate;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.tongwen.conformance.json.CanonicalJson;
import org.tongwen.conformance.json.Json;
import org.tongwen.conformance.json.JsonException;
import org.tongwen.conformance.json.JsonReader;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/**
 * Signed JSON in the compact form of RFC 7515: header, payload and signature in Base64 of file names, with points between. There is one
 * header for each key and kind of document, and it is compared byte for byte: no field of it can choose another algorithm or key.
 */
final class Jws {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    /** How many bytes a signature of Ed25519 has. */
    private static final int SIGNATURE = 64;

    private Jws() {}

    /** What is signed. Each kind has its own word in the header, so that none can pass for another. */
    enum Kind {
        CERTIFICATE("tongwen-certificate", "certificate"),
        REVOCATIONS("tongwen-revocations", "revocation list");

        private final String type;
        private final String words;

        Kind(String type, String words) {
            this.type = type;
            this.words = words;
        }

        /** As people say it. */
        String words() {
            return words;
        }

        String type() {
            return type;
        }
    }

    /** A file: one line. */
    static byte[] sign(Kind kind, Json payload, SigningKey key) {
        String signed = ENCODER.encodeToString(header(kind, key.verificationKey())) + "."
                + ENCODER.encodeToString(CanonicalJson.of(payload));
        byte[] signature = key.sign(ascii(signed));
        return ascii(signed + "." + ENCODER.encodeToString(signature) + "\n");
    }

    /** The payload of a file whose every byte is as it was signed with this key; findings otherwise. */
    static Checked<Json.Fields> verify(Kind kind, byte[] file, VerificationKey key) {
        Checked<CompactForm> form = CompactForm.read(file, kind.words());
        if (form.value().isEmpty()) {
            return Checked.none(form.findings());
        }
        CompactForm read = form.value().get();
        if (!Arrays.equals(read.header(), header(kind, key))) {
            return wrongHeader(kind, read.header(), key);
        }
        if (read.signature().length != SIGNATURE) {
            return refuse(
                    "certificate.Signature",
                    "the signature has " + read.signature().length + " bytes and not " + SIGNATURE
                            + ": the file was cut off or changed");
        }
        if (!key.verifies(ascii(read.signed()), read.signature())) {
            return refuse(
                    "certificate.Signature",
                    "the signature does not fit: the " + kind.words() + " was changed after it was signed");
        }
        return payload(read.payload());
    }

    private static Checked<Json.Fields> payload(byte[] bytes) {
        try {
            Json.Fields payload = JsonReader.fields(bytes);
            return Arrays.equals(CanonicalJson.of(payload), bytes)
                    ? Checked.of(payload, List.of())
                    : refuse("certificate.Form", "what is signed is not in the canonical form of RFC 8785");
        } catch (JsonException e) {
            return refuse("certificate.Form", "what is signed cannot be read: " + e.getMessage());
        }
    }

    private static byte[] header(Kind kind, VerificationKey key) {
        return CanonicalJson.of(
                Json.fields().with("alg", "EdDSA").with("kid", key.id()).with("typ", kind.type()));
    }

    /** Says what is wrong. Whatever the header says, nothing of it is followed. */
    private static Checked<Json.Fields> wrongHeader(Kind kind, byte[] header, VerificationKey key) {
        try {
            Json.Fields fields = JsonReader.fields(header);
            if (!fields.textOrEmpty("alg").equals("EdDSA")) {
                return refuse("certificate.Header", "the header names another algorithm than EdDSA");
            }
            String type = fields.textOrEmpty("typ");
            if (!type.equals(kind.type())) {
                String other = Arrays.stream(Kind.values())
                        .filter(each -> each.type().equals(type))
                        .findFirst()
                        .map(each -> "this is a " + each.words() + ", not a " + kind.words())
                        .orElse("the header does not say that this is a " + kind.words());
                return refuse("certificate.Header", other);
            }
            if (!fields.textOrEmpty("kid").equals(key.id())) {
                return Checked.none(Finding.error(
                                "certificate.OtherKey",
                                Place.NOWHERE,
                                "it was signed by another key than the one given, " + key.id())
                        .value(fields.textOrEmpty("kid")));
            }
        } catch (JsonException e) {
            return refuse("certificate.Header", "the header cannot be read: " + e.getMessage());
        }
        return refuse("certificate.Header", "the header holds more than alg, kid and typ, or in another form");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static <T> Checked<T> refuse(String id, String message) {
        return Checked.none(Finding.error(id, Place.NOWHERE, message));
    }
}
