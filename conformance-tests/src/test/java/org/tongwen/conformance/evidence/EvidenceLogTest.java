package org.tongwen.conformance.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceLogTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T09:00:00.123456Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve(EvidenceLog.FILE);
    }

    @Test
    void whatWasAddedIsReadBack() {
        Chain end = write("<a>汉 \u0007 \"x\"</a>".getBytes(StandardCharsets.UTF_8), new byte[] {(byte) 0xff, 0, 10});

        List<Exchange> read = new ArrayList<>();
        assertThat(EvidenceLog.read(file, read::add).value()).contains(end);
        assertThat(read).hasSize(2);
        assertThat(read.get(0).previous()).isEqualTo(Chain.START);
        assertThat(read.get(0).body().kept()).asString(StandardCharsets.UTF_8).isEqualTo("<a>汉 \u0007 \"x\"</a>");
        assertThat(read.get(1).previous()).isEqualTo(read.get(0).hash());
        assertThat(read.get(1).body().kept()).containsExactly(0xff, 0, 10);
        assertThat(read.get(1).headers()).containsEntry("content-type", "application/xml");
        assertThat(end).isEqualTo(new Chain(2, read.get(1).hash()));
    }

    @Test
    void aLogGoesOnWhereItEnded() {
        Chain end = write("<a/>".getBytes(StandardCharsets.UTF_8));
        try (EvidenceLog log = EvidenceLog.goOn(file, end, CLOCK)) {
            assertThat(log.chain()).isEqualTo(end);
            log.add(draft("<b/>".getBytes(StandardCharsets.UTF_8)));
        }

        List<Exchange> read = new ArrayList<>();
        assertThat(EvidenceLog.read(file, read::add).ok()).isTrue();
        assertThat(read).extracting(Exchange::number).containsExactly(1, 2);
    }

    @Test
    void aRunThatIsKilledLeavesWhatWasSaidUntilThen() {
        try (EvidenceLog log = EvidenceLog.create(file, CLOCK)) {
            log.add(draft(new byte[] {1}));
            log.add(draft(new byte[] {2}));

            assertThat(EvidenceLog.verify(file).value()).contains(log.chain());
        }
    }

    @Test
    void anEmptyLogIsAChainToo() {
        assertThat(write()).isEqualTo(Chain.EMPTY);
        assertThat(EvidenceLog.verify(file).value()).contains(Chain.EMPTY);
    }

    @Test
    void aChangeOfAnyByteIsFound() throws IOException {
        write("<a/>".getBytes(StandardCharsets.UTF_8), new byte[] {(byte) 0xff});
        byte[] genuine = Files.readAllBytes(file);

        for (int i = 0; i < genuine.length; i++) {
            byte[] changed = genuine.clone();
            changed[i] ^= 1;
            Files.write(file, changed);
            assertThat(EvidenceLog.verify(file).value()).as("byte %d", i).isEmpty();
        }
    }

    @Test
    void aCutThatIsNoEndOfALineIsFound() throws IOException {
        Chain end = write(new byte[1], new byte[2], new byte[3]);
        byte[] genuine = Files.readAllBytes(file);
        for (int length = 1; length < genuine.length; length++) {
            Files.write(file, Arrays.copyOf(genuine, length));
            boolean endOfLine = genuine[length - 1] == '\n';
            assertThat(EvidenceLog.verify(file).value().isPresent())
                    .as("length %d", length)
                    .isEqualTo(endOfLine);
            // A log that lost its last lines is a shorter chain with another head.
            EvidenceLog.verify(file)
                    .value()
                    .ifPresent(shorter -> assertThat(shorter).isNotEqualTo(end));
        }
    }

    @Test
    void linesInAnotherOrderAreFoundAtTheirPlace() throws IOException {
        write(new byte[1], new byte[2], new byte[3]);
        List<String> lines = Files.readAllLines(file);
        Files.write(file, List.of(lines.get(0), lines.get(2), lines.get(1)));

        assertThat(EvidenceLog.verify(file).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("evidence.Broken");
            assertThat(finding.place().line()).isEqualTo(2);
        });
    }

    @Test
    void theBeginningOfALongBodyIsKeptWithItsLengthAndDigest() {
        byte[] bytes = new byte[Body.MOST_KEPT + 1];
        Arrays.fill(bytes, (byte) 'x');

        Body body = Body.of(bytes);

        assertThat(body.kept()).hasSize(Body.KEPT_OF_LONG);
        assertThat(body.length()).isEqualTo(bytes.length);
        assertThat(body.digest()).isEqualTo(Digest.of(bytes));
        assertThat(body.isWhole()).isFalse();
    }

    @Test
    void manyThreadsMakeOneChain() {
        try (EvidenceLog log = EvidenceLog.create(file, CLOCK)) {
            IntStream.range(0, 500).parallel().forEach(i -> log.add(draft(new byte[] {(byte) i})));
        }

        assertThat(EvidenceLog.verify(file).value().orElseThrow().count()).isEqualTo(500);
    }

    private Chain write(byte[]... bodies) {
        try (EvidenceLog log = EvidenceLog.create(file, CLOCK)) {
            for (byte[] body : bodies) {
                log.add(draft(body));
            }
            return log.chain();
        }
    }

    private static Draft draft(byte[] body) {
        return new Draft(
                Exchange.Direction.SENT,
                Exchange.Kind.REQUEST,
                "POST",
                "http://127.0.0.1/messages",
                0,
                new TreeMap<>(Map.of("content-type", "application/xml")),
                Body.of(body),
                "");
    }
}
