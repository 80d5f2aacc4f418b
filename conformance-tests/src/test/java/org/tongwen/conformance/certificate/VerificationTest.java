package org.tongwen.conformance.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tongwen.conformance.run.Runs.DAY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.conformance.evidence.Body;
import org.tongwen.conformance.evidence.Chain;
import org.tongwen.conformance.evidence.Draft;
import org.tongwen.conformance.evidence.EvidenceLog;
import org.tongwen.conformance.evidence.Exchange;
import org.tongwen.conformance.run.Runs;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;

class VerificationTest {

    private static final SigningKey KEY = SigningKey.create();
    private static final SigningKey OTHER = SigningKey.create();
    private static final Waiver WAIVER = new Waiver("WI-TIME-02", "Li Na", "challenge 17", DAY.plusDays(10));

    @TempDir
    Path folder;

    private Issuer.Signed signed;

    @BeforeEach
    void certify() {
        signed = Issuer.issue(Runs.evidence(Runs.passing(), exchange()), List.of(), KEY, DAY, 90)
                .value()
                .orElseThrow();
    }

    private Chain exchange() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);
        try (EvidenceLog log = EvidenceLog.create(folder.resolve(EvidenceLog.FILE), clock)) {
            for (int i = 0; i < 3; i++) {
                log.add(draft(Exchange.Kind.REQUEST, 0, "<RequestPayload>云山 " + i + "</RequestPayload>"));
                log.add(draft(Exchange.Kind.RESPONSE, 202, ""));
            }
            return log.chain();
        }
    }

    private static Draft draft(Exchange.Kind kind, int status, String body) {
        return new Draft(
                Exchange.Direction.SENT,
                kind,
                "POST",
                "http://127.0.0.1:18080/messages",
                status,
                new TreeMap<>(Map.of("content-type", "application/xml")),
                Body.of(body.getBytes(UTF_8)),
                "");
    }

    private List<String> verify(byte[] file, Optional<byte[]> list, LocalDate day) {
        return ids(Verification.of(file, KEY.verificationKey(), list, Optional.of(folder), day));
    }

    private static List<String> ids(Checked<?> checked) {
        return checked.findings().stream().map(Finding::id).toList();
    }

    private static byte[] list(SigningKey key, RevocationList.Revoked... revoked) {
        RevocationList list = RevocationList.empty(key.verificationKey(), DAY);
        for (RevocationList.Revoked each : revoked) {
            list = list.with(each);
        }
        return list.next(DAY, RevocationList.DAYS).sign(key);
    }

    @Test
    void aCertificateIsGoodFromItsFirstToItsLastDay() {
        Optional<byte[]> list = Optional.of(list(KEY));

        assertThat(verify(signed.file(), list, DAY)).isEmpty();
        assertThat(verify(signed.file(), list, DAY.minusDays(1))).containsExactly("certificate.NotYetValid");
        assertThat(verify(signed.file(), Optional.empty(), DAY.plusDays(90)))
                .containsExactly("certificate.RevocationNotChecked");
        assertThat(verify(signed.file(), Optional.empty(), DAY.plusDays(91)))
                .containsExactly("certificate.Expired", "certificate.RevocationNotChecked");
    }

    @Test
    void rulesOfADayFarFromTheIssueAreAWarning() {
        Issuer.Signed near = Issuer.issue(
                        Runs.evidence(Runs.passing(), exchange()), List.of(), KEY, DAY.plusDays(31), 90)
                .value()
                .orElseThrow();
        Issuer.Signed far = Issuer.issue(
                        Runs.evidence(Runs.passing(), exchange()), List.of(), KEY, DAY.plusDays(32), 90)
                .value()
                .orElseThrow();

        assertThat(verify(near.file(), Optional.empty(), DAY.plusDays(40)))
                .containsExactly("certificate.RevocationNotChecked");
        assertThat(verify(far.file(), Optional.empty(), DAY.plusDays(40)))
                .containsExactly("certificate.OtherRules", "certificate.RevocationNotChecked");
    }

    @Test
    void whatIsReadIsWhatWasSigned() {
        assertThat(Verification.read(signed.file(), KEY.verificationKey()).value())
                .contains(signed.certificate());
    }

    @Test
    void whatWasNotCheckedIsSaid() {
        Checked<Certificate> checked =
                Verification.of(signed.file(), KEY.verificationKey(), Optional.empty(), Optional.empty(), DAY);

        assertThat(ids(checked)).containsExactly("certificate.RevocationNotChecked", "certificate.EvidenceNotChecked");
        assertThat(checked.ok()).isTrue();
    }

    @Test
    void aWaiverLapsesByItself() {
        byte[] file = Issuer.issue(Runs.evidence(Runs.failing(), exchange()), List.of(WAIVER), KEY, DAY, 90)
                .value()
                .orElseThrow()
                .file();

        assertThat(verify(file, Optional.of(list(KEY)), DAY.plusDays(10))).isEmpty();
        assertThat(verify(file, Optional.of(list(KEY)), DAY.plusDays(11)))
                .containsExactly("certificate.Expired", "certificate.WaiverLapsed");
    }

    /** Signed by a program that is not as careful as ours. */
    @Test
    void aCertificateThatShouldNotHaveBeenSignedIsFoundOut() {
        Certificate good = signed.certificate();
        Certificate bad = new Certificate(
                good.id(),
                good.issuer(),
                good.participant(),
                good.plan(),
                good.packs(),
                good.asOf(),
                good.engine(),
                good.started(),
                good.ended(),
                List.of(
                        new Certificate.Line("A", true, Standing.FAIL, "wrong"),
                        new Certificate.Line("B", true, Standing.ERROR, "broke")),
                List.of(new Waiver("B", "o", "r", DAY.plusDays(1))),
                good.evidence(),
                good.issued(),
                good.validUntil());
        byte[] file = Jws.sign(Jws.Kind.CERTIFICATE, CertificateJson.of(bad), KEY);

        assertThat(verify(file, Optional.of(list(KEY)), DAY))
                .containsExactly("certificate.NotMet", "certificate.NotMet");
    }

    @Test
    void aCertificateOfAnotherFormIsRefusedThoughItIsSigned() {
        byte[] more = Jws.sign(
                Jws.Kind.CERTIFICATE, CertificateJson.of(signed.certificate()).with("note", "gold"), KEY);
        byte[] counts = Jws.sign(
                Jws.Kind.CERTIFICATE,
                CertificateJson.of(signed.certificate())
                        .with(
                                "counts",
                                CertificateJson.of(signed.certificate())
                                        .fields("counts")
                                        .with("pass", 99)),
                KEY);

        assertThat(verify(more, Optional.empty(), DAY)).containsExactly("certificate.Form");
        assertThat(verify(counts, Optional.empty(), DAY)).containsExactly("certificate.Form");
    }

    @Test
    void aCertificateThatNamesAnotherIssuerIsRefused() {
        byte[] file = Jws.sign(
                Jws.Kind.CERTIFICATE,
                CertificateJson.of(signed.certificate())
                        .with("issuer", OTHER.verificationKey().id()),
                KEY);

        assertThat(verify(file, Optional.empty(), DAY)).containsExactly("certificate.OtherKey");
    }

    @Test
    void aRevokedCertificateIsGoodForNoDay() {
        byte[] list = list(KEY, new RevocationList.Revoked(signed.certificate().id(), DAY.plusDays(5), "withdrawn"));

        assertThat(verify(signed.file(), Optional.of(list), DAY.plusDays(6))).containsExactly("certificate.Revoked");
        assertThat(verify(signed.file(), Optional.of(list), DAY)).containsExactly("certificate.Revoked");
    }

    @Test
    void anOldListProvesNothing() {
        Optional<byte[]> list = Optional.of(list(KEY));

        assertThat(verify(signed.file(), list, DAY.plusDays(30))).isEmpty();
        assertThat(verify(signed.file(), list, DAY.plusDays(31))).containsExactly("certificate.RevocationListOld");
    }

    @Test
    void aListOfSomebodyElseIsRefused() {
        byte[] list =
                list(OTHER, new RevocationList.Revoked(signed.certificate().id(), DAY, "spite"));

        assertThat(verify(signed.file(), Optional.of(list), DAY)).containsExactly("certificate.RevocationList");
        assertThat(verify(signed.file(), Optional.of(signed.file()), DAY))
                .containsExactly("certificate.RevocationList");
        assertThat(verify(signed.file(), Optional.of(new byte[0]), DAY)).containsExactly("certificate.RevocationList");
    }

    @Test
    void aListGrowsAndCountsItsIssues() {
        RevocationList.Revoked one = new RevocationList.Revoked("urn:uuid:1", DAY, "a");
        RevocationList first =
                RevocationList.empty(KEY.verificationKey(), DAY).with(one).next(DAY, 30);
        RevocationList again = RevocationList.verify(first.sign(KEY), KEY.verificationKey())
                .value()
                .orElseThrow();

        RevocationList second = again.with(one)
                .with(new RevocationList.Revoked("urn:uuid:2", DAY.plusDays(1), "b"))
                .next(DAY.plusDays(1), 30);

        assertThat(again).isEqualTo(first);
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.revoked()).hasSize(2);
        assertThat(second.nextUpdate()).isEqualTo(DAY.plusDays(31));
    }

    @Test
    void otherEvidenceIsFoundOut() throws IOException {
        Path file = folder.resolve(EvidenceLog.FILE);
        List<String> lines = Files.readAllLines(file);

        Files.writeString(file, String.join("\n", lines.subList(0, 4)) + "\n");
        assertThat(verify(signed.file(), Optional.of(list(KEY)), DAY)).containsExactly("certificate.OtherEvidence");
        Files.writeString(file, String.join("\n", lines.subList(1, 6)) + "\n");
        assertThat(verify(signed.file(), Optional.of(list(KEY)), DAY)).containsExactly("evidence.Broken");
        Files.delete(file);
        assertThat(verify(signed.file(), Optional.of(list(KEY)), DAY)).containsExactly("certificate.NoEvidence");
    }

    /** A whole new log is in itself without fault; only the certificate tells that it is not the one. */
    @Test
    void evidenceThatWasWrittenAnewIsFoundOut() {
        try (EvidenceLog log = EvidenceLog.create(folder.resolve(EvidenceLog.FILE), Clock.systemUTC())) {
            IntStream.range(0, 6).forEach(i -> log.add(draft(Exchange.Kind.REQUEST, 0, "forged")));
        }

        assertThat(verify(signed.file(), Optional.of(list(KEY)), DAY)).containsExactly("certificate.OtherEvidence");
    }

    /** Every byte of a certificate counts, but for the line feed behind it that may also be missing. */
    @Test
    void anyByteOfTheCertificateThatIsChangedIsFound() {
        Random random = new Random(6);
        byte[] file = signed.file();
        for (int i = 0; i < file.length; i++) {
            byte[] changed = file.clone();
            changed[i] = other(file[i], random);

            assertThat(Verification.of(changed, KEY.verificationKey(), Optional.empty(), Optional.empty(), DAY)
                            .ok())
                    .as("byte %d became %d", i, changed[i])
                    .isFalse();
        }
    }

    @Test
    void anyByteOfTheCertificateThatIsDroppedOrDoubledIsFound() {
        byte[] file = signed.file();
        for (int i = 0; i < file.length - 1; i += 7) {
            assertThat(verify(without(file, i), Optional.empty(), DAY))
                    .as("dropped %d", i)
                    .hasSize(1);
            assertThat(verify(doubled(file, i), Optional.empty(), DAY))
                    .as("doubled %d", i)
                    .hasSize(1);
        }
    }

    @Test
    void anyByteOfARevocationListThatIsChangedIsFound() {
        Random random = new Random(7);
        byte[] file = list(KEY, new RevocationList.Revoked("urn:uuid:x", DAY, "withdrawn"));
        for (int i = 0; i < file.length; i++) {
            byte[] changed = file.clone();
            changed[i] = other(file[i], random);

            assertThat(RevocationList.verify(changed, KEY.verificationKey()).ok())
                    .as("byte %d", i)
                    .isFalse();
        }
    }

    @Test
    void anyByteOfTheEvidenceThatIsChangedIsFound() throws IOException {
        Random random = new Random(8);
        Path file = folder.resolve(EvidenceLog.FILE);
        byte[] evidence = Files.readAllBytes(file);
        Optional<byte[]> list = Optional.of(list(KEY));
        for (int i = 0; i < evidence.length; i++) {
            byte[] changed = evidence.clone();
            changed[i] = other(evidence[i], random);
            Files.write(file, changed);

            assertThat(verify(signed.file(), list, DAY))
                    .as("byte %d became %d", i, changed[i])
                    .hasSize(1);
        }
        Files.write(file, evidence);
        assertThat(verify(signed.file(), list, DAY)).isEmpty();
    }

    private static byte other(byte before, Random random) {
        byte after = before;
        while (after == before) {
            after = (byte) random.nextInt(256);
        }
        return after;
    }

    private static byte[] without(byte[] file, int place) {
        byte[] shorter = new byte[file.length - 1];
        System.arraycopy(file, 0, shorter, 0, place);
        System.arraycopy(file, place + 1, shorter, place, file.length - place - 1);
        return shorter;
    }

    private static byte[] doubled(byte[] file, int place) {
        byte[] longer = new byte[file.length + 1];
        System.arraycopy(file, 0, longer, 0, place + 1);
        System.arraycopy(file, place, longer, place + 1, file.length - place);
        return longer;
    }
}
