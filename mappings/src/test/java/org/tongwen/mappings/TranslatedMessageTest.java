package org.tongwen.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongwen.mappings.plan.Context;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Translation;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.MessageWriter;

/** A translation shows the ISO message that it made or read, so that nobody has to read it once more. */
class TranslatedMessageTest {

    private static final Path SAMPLE = Path.of("institutions/wallet/samples/transfer/person-to-person");
    private static final Mapping TRANSFER = Mappings.builtIn(Catalogue.builtIn())
            .value()
            .flatMap(all -> all.find("wallet.transfer"))
            .orElseThrow();

    private static Translation translate(Direction direction, byte[] document) {
        return TRANSFER.translate(direction, document, Context.live(Map.of()));
    }

    private static byte[] sample(String name) throws IOException {
        return Files.readAllBytes(SAMPLE.resolve(name));
    }

    @Test
    void theMessageThatWasMadeIsTheResult() throws IOException {
        Translation there = translate(Direction.TO_ISO, sample("institution.json"));

        assertThat(there.message().map(MessageWriter::xml))
                .hasValue(there.result().orElseThrow());
        assertThat(there.by("swift").message()).isEqualTo(there.message());
    }

    @Test
    void theMessageThatWasReadIsTheOneThatWasTranslated() throws IOException {
        Translation back = translate(Direction.FROM_ISO, sample("iso.xml"));

        assertThat(back.ok()).isTrue();
        assertThat(back.message().orElseThrow().document().definition().id()).isEqualTo("pacs.008.001.08");
    }

    @Test
    void whatIsRefusedShowsTheMessageAsFarAsThereIsOne() throws IOException {
        String source = new String(sample("institution.json"), StandardCharsets.UTF_8);
        byte[] unknown = source.replaceFirst("\"currency\": \"CNY\"", "\"currency\": \"ZQZ\"")
                .getBytes(StandardCharsets.UTF_8);

        Translation unreadable = translate(Direction.TO_ISO, new byte[] {'{'});
        Translation invalid = translate(Direction.TO_ISO, unknown);

        assertThat(unreadable.message()).isEmpty();
        assertThat(invalid.ok()).isFalse();
        assertThat(invalid.message()).isPresent();
    }
}
