package org.tongwen.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MtCommandTest {

    private static final Path PAGE = Path.of("../docs/mt.md");
    private static final String REPORT =
            "{1:F01AAAAGB2LAXXX0000000000}{2:I941BBBBESMMXXXXN}{4:\n:20:R1\n:25:A1\n:28:1\n" + ":62F:D261201EUR7,\n-}";

    private static Session.Outcome show(String message, String... options) {
        List<String> words = new java.util.ArrayList<>(List.of("mt", "show"));
        words.addAll(List.of(options));
        return new Session().in(message.getBytes(StandardCharsets.UTF_8)).run(words.toArray(String[]::new));
    }

    @Test
    void thePageShowsWhatTheCommandPrints() throws IOException {
        List<GuideBlock> blocks = GuideBlock.of(PAGE);
        String message = blocks.stream()
                .filter(block -> block.note().equals("shows payment.fin"))
                .findFirst()
                .orElseThrow()
                .text();
        GuideBlock shown = blocks.stream()
                .filter(block -> block.language().equals("console"))
                .findFirst()
                .orElseThrow();
        Session.Outcome outcome = show(message);

        assertThat(shown.lines().get(0)).isEqualTo("$ ./tongwen mt show payment.fin");
        assertThat(String.join("\n", shown.lines().subList(1, shown.lines().size())) + "\n")
                .isEqualTo(outcome.out());
        assertThat(outcome.out().lines()).allMatch(line -> line.length() <= 100);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isEqualTo(Exit.DONE);
    }

    @Test
    void jsonHasThePathsOfTheValues() throws IOException {
        Session.Outcome outcome = show(REPORT, "--format", "json");

        JsonNode json = new ObjectMapper().readTree(outcome.bytes());
        JsonNode balance = json.at("/blocks/2/items/3");
        assertThat(json.path("type").asText()).isEqualTo("941");
        assertThat(balance.path("tag").asText()).isEqualTo("62F");
        assertThat(balance.path("line").asInt()).isEqualTo(5);
        assertThat(balance.at("/items/0").toString())
                .isEqualTo(
                        "{\"path\":\"_62F.mark\",\"name\":\"Debit or credit\",\"value\":\"D\",\"meaning\":\"debit\"}");
        assertThat(json.path("findings")).isEmpty();
        assertThat(outcome.exitCode()).isEqualTo(Exit.DONE);
    }

    @Test
    void aDamagedMessageIsShownBeforeItsFindings() {
        Session.Outcome outcome = show(REPORT.replace("EUR7,", "EUR7"));

        assertThat(outcome.out()).contains("62F  Closing balance", "Currency");
        assertThat(outcome.err()).contains("<stdin>:5:", "4:62F.amount", "[ERROR]");
        assertThat(outcome.exitCode()).isEqualTo(Exit.FINDINGS);
    }

    @Test
    void whatIsNoMessageHasOnlyFindings() throws IOException {
        assertThat(show("hello").out()).isEmpty();
        assertThat(show("hello").exitCode()).isEqualTo(Exit.FINDINGS);
        JsonNode json =
                new ObjectMapper().readTree(show("hello", "--format", "json").bytes());
        assertThat(json.path("findings")).isNotEmpty();
        assertThat(json.has("type")).isFalse();
    }

    @Test
    void aFileThatIsNotThereIsNotFound() {
        assertThat(new Session().run("mt", "show", "none.fin").exitCode()).isEqualTo(Exit.NOT_FOUND);
        assertThat(new Session().run("mt").exitCode()).isEqualTo(Exit.USAGE);
    }
}
