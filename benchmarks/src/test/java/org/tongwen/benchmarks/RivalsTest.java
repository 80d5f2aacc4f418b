package org.tongwen.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tongwen.mappings.plan.Translation;
import org.xmlunit.assertj3.XmlAssert;

/** Only programs that do the same work may be compared. */
class RivalsTest {

    private static final Path SAMPLES = Path.of("..", "mappings", "institutions", "wallet", "samples", "transfer");

    private static final int COMPARED = 100;

    private final UsualChain chain = new UsualChain();
    private final HandWritten handWritten = new HandWritten();
    private final ObjectMapper jackson = new ObjectMapper();

    @Test
    void allWriteTheSameMessages() throws IOException {
        Lane lane = new Lane("wallet.transfer", Map.of(), documents());
        for (byte[] document : lane.documents().items().subList(0, COMPARED)) {
            String ours = plain(lane.messages().next());
            XmlAssert.assertThat(plain(chain.toIso(document)))
                    .and(ours)
                    .ignoreWhitespace()
                    .areIdentical();
            XmlAssert.assertThat(plain(handWritten.toIso(document)))
                    .and(ours)
                    .ignoreWhitespace()
                    .areIdentical();
        }
    }

    @Test
    void allWriteTheSameDocuments() throws IOException {
        Lane lane = new Lane("wallet.transfer", Map.of(), documents());
        for (byte[] message : lane.messages().items().subList(0, COMPARED)) {
            Translation ours = lane.fromIso();
            JsonNode expected = jackson.readTree(ours.result().orElseThrow());
            assertThat(jackson.readTree(chain.fromIso(message))).isEqualTo(expected);
        }
    }

    @Test
    void theChainRefusesWhatIsNotValid() {
        String json = new String(WalletTransfers.next(new Draw(1), 1), StandardCharsets.UTF_8);
        byte[] wrong = json.replace("DEMOCNBJ", "nobody").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> chain.toIso(wrong)).hasMessageContaining("nobody");
    }

    /** Generated documents and the samples of the mapping; what text(cut 140) leaves out is left out by all. */
    private static Cycle<byte[]> documents() throws IOException {
        List<byte[]> samples;
        try (Stream<Path> folders = Files.list(SAMPLES)) {
            samples = folders.sorted()
                    .map(folder -> read(folder.resolve("institution.json")))
                    .toList();
        }
        assertThat(samples).isNotEmpty();
        return Cycle.of(
                (draw, number) -> number < samples.size() ? samples.get(number) : WalletTransfers.next(draw, number));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the moment of translation. */
    private static String plain(byte[] xml) {
        return new String(xml, StandardCharsets.UTF_8).replaceFirst("<CreDt>[^<]*</CreDt>", "<CreDt/>");
    }
}
