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

    private static final int PARTS = 3;

    private Jws() {}

    /** What is signed. Each kind has its own word in the header, so that none can pass for another. */
    enum Kind {
        CERTIFICATE("tongwen-certificate"),
        REVOCATIONS("tongwen-revocations");

        private final String type;

        Kind(String type) {
            this.type = type;
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
        String text = new String(file, StandardCharsets.ISO_8859_1);
        String line = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        List<byte[]> parts =
                Arrays.stream(line.split("\\.", PARTS + 1)).map(Jws::decode).toList();
        if (parts.size() != PARTS || parts.stream().anyMatch(part -> part.length == 0)) {
            return refuse("certificate.Form", "the file is not three parts of Base64 (URL form) with points between");
        }
        if (!Arrays.equals(parts.get(0), header(kind, key))) {
            return wrongHeader(kind, parts.get(0), key);
        }
        if (!key.verifies(ascii(line.substring(0, line.lastIndexOf('.'))), parts.get(2))) {
            return refuse("certificate.Signature", "the signature does not fit: what is signed was changed");
        }
        return payload(parts.get(1));
    }

    private static Checked<Json.Fields> payload(byte[] bytes) {
        try {
            Json.Fields payload = JsonReader.fields(bytes);
            return Arrays.equals(CanonicalJson.of(payload), bytes)
                    ? Checked.of(payload, List.of())
                    : refuse("certificate.Form", "what is signed is not in the canonical form of RFC 8785");
        } catch (JsonException e) {
            return refuse("certificate.Form", "what is signed is " + e.getMessage());
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
            if (!fields.textOrEmpty("typ").equals(kind.type())) {
                return refuse("certificate.Header", "the header does not say that this is a " + kind.type());
            }
            if (!fields.textOrEmpty("kid").equals(key.id())) {
                return Checked.none(Finding.error(
                                "certificate.OtherKey",
                                Place.NOWHERE,
                                "it was signed by another key than the one given, " + key.id())
                        .value(fields.textOrEmpty("kid")));
            }
        } catch (JsonException e) {
            return refuse("certificate.Header", "the header is " + e.getMessage());
        }
        return refuse("certificate.Header", "the header holds more than alg, kid and typ, or in another form");
    }

    /** Empty when it is not the one form in which an encoder writes these bytes. */
    private static byte[] decode(String part) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(part);
            return ENCODER.encodeToString(bytes).equals(part) ? bytes : new byte[0];
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static <T> Checked<T> refuse(String id, String message) {
        return Checked.none(Finding.error(id, Place.NOWHERE, message));
    }
}
