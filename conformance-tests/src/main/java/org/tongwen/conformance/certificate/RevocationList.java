package org.tongwen.conformance.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongwen.conformance.json.Json;
import org.tongwen.conformance.json.JsonException;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/**
 * The certificates that their issuer takes back.
 *
 * @param issuer id of the key that signs the list, and signed the certificates
 * @param number counts the issues of the list, from 1
 * @param issued the day of this issue, in UTC
 * @param nextUpdate the last day on which it may be relied on, in UTC
 * @param revoked in the order in which they were taken back
 */
public record RevocationList(
        String issuer, long number, LocalDate issued, LocalDate nextUpdate, List<Revoked> revoked) {

    /** For how many days a list may be relied on unless its issuer says otherwise. */
    public static final int DAYS = 30;

    private static final String TYPE = "tongwen revocation list";
    private static final long VERSION = 1;

    /** Copies the list. */
    public RevocationList {
        revoked = List.copyOf(revoked);
    }

    /**
     * A certificate that was taken back. It is good for no day, earlier ones included.
     *
     * @param certificate its id
     * @param on the day on which it was taken back
     * @param reason why
     */
    public record Revoked(String certificate, LocalDate on, String reason) {

        private Json.Fields json() {
            return Json.fields()
                    .with("certificate", certificate)
                    .with("on", on.toString())
                    .with("reason", reason);
        }

        private static Revoked of(Json.Fields json) {
            return new Revoked(json.text("certificate"), json.day("on"), json.text("reason"));
        }
    }

    /** A list without an entry, before its first issue. */
    public static RevocationList empty(VerificationKey key, LocalDate today) {
        return new RevocationList(key.id(), 0, today, today, List.of());
    }

    /** The entry of a certificate. */
    public Optional<Revoked> entry(String certificate) {
        return revoked.stream()
                .filter(each -> each.certificate().equals(certificate))
                .findFirst();
    }

    /** The same with one more entry; a certificate that stands on it already is not added again. */
    public RevocationList with(Revoked more) {
        if (entry(more.certificate()).isPresent()) {
            return this;
        }
        List<Revoked> all = new ArrayList<>(revoked);
        all.add(more);
        return new RevocationList(issuer, number, issued, nextUpdate, all);
    }

    /** The next issue, to be relied on for so many days. */
    public RevocationList next(LocalDate today, int days) {
        return new RevocationList(issuer, number + 1, today, today.plusDays(days), revoked);
    }

    /** The signed file. */
    public byte[] sign(SigningKey key) {
        if (!key.verificationKey().id().equals(issuer)) {
            throw new KeyException("the list belongs to the key " + issuer);
        }
        return Jws.sign(Jws.Kind.REVOCATIONS, json(), key);
    }

    /** A list as its issuer signed it, or the reasons why it is none. */
    public static Checked<RevocationList> verify(byte[] file, VerificationKey key) {
        Checked<Json.Fields> payload = Jws.verify(Jws.Kind.REVOCATIONS, file, key);
        if (payload.value().isEmpty()) {
            return Checked.none(payload.findings());
        }
        try {
            RevocationList list = of(payload.value().get());
            return list.issuer().equals(key.id())
                    ? Checked.of(list, List.of())
                    : Checked.none(Finding.error(
                            "certificate.OtherKey",
                            Place.NOWHERE,
                            "the list names another key than that which signed"));
        } catch (JsonException e) {
            return Checked.none(Finding.error("certificate.Form", Place.NOWHERE, String.valueOf(e.getMessage())));
        }
    }

    private Json.Fields json() {
        return Json.fields()
                .with("type", TYPE)
                .with("version", VERSION)
                .with("issuer", issuer)
                .with("number", number)
                .with("issued", issued.toString())
                .with("nextUpdate", nextUpdate.toString())
                .with(
                        "revoked",
                        new Json.Items(revoked.stream().<Json>map(Revoked::json).toList()));
    }

    private static RevocationList of(Json.Fields json) {
        RevocationList list = new RevocationList(
                json.text("issuer"),
                json.whole("number"),
                json.day("issued"),
                json.day("nextUpdate"),
                json.objects("revoked").stream().map(Revoked::of).toList());
        if (!list.json().equals(json)) {
            throw new JsonException("the list is not in the form of version " + VERSION);
        }
        return list;
    }
}
