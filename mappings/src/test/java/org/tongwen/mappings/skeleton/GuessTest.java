package org.tongwen.mappings.skeleton;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.FindingText;

class GuessTest {

    @Test
    void aFieldIsRequiredWhenEverySampleHasIt() throws IOException {
        JsonNode schema = guess("{\"a\": \"x\", \"b\": 1}", "{\"a\": \"xyz\", \"c\": true}");

        assertThat(schema.path("required")).extracting(JsonNode::asText).containsExactly("a");
        assertThat(schema.path("properties").path("a").path("maxLength").asInt())
                .isEqualTo(16);
        assertThat(schema.path("properties").path("b").path("type").asText()).isEqualTo("integer");
        assertThat(schema.path("properties").path("c").path("type").asText()).isEqualTo("boolean");
    }

    @Test
    void itemsOfListsAreSeenTogether() throws IOException {
        JsonNode item = guess("{\"list\": [{\"n\": 1, \"m\": \"a\"}, {\"n\": 2.5}]}", "{\"list\": []}")
                .path("properties")
                .path("list")
                .path("items");

        assertThat(item.path("required")).extracting(JsonNode::asText).containsExactly("n");
        assertThat(item.path("properties").path("n").path("type").asText()).isEqualTo("number");
    }

    @Test
    void lengthsAreRoundedUpUnlessSeveralTextsAreOfOneLength() throws IOException {
        JsonNode different = guess("{\"a\": \"12345678901\"}", "{\"a\": \"1\"}");
        JsonNode same = guess("{\"a\": \"12345678901\"}", "{\"a\": \"12345678902\"}", "{\"a\": \"12345678903\"}");
        JsonNode code = guess("{\"a\": \"CNY\"}");
        JsonNode huge = guess("{\"a\": \"" + "x".repeat(1_001) + "\"}");

        assertThat(different.at("/properties/a/maxLength").asInt()).isEqualTo(16);
        assertThat(same.at("/properties/a/maxLength").asInt()).isEqualTo(11);
        assertThat(code.at("/properties/a/maxLength").asInt()).isEqualTo(3);
        assertThat(huge.at("/properties/a/maxLength").asInt()).isEqualTo(2_000);
    }

    @Test
    void codesAreListedOnlyWhenThatIsEvident() throws IOException {
        String[] modes = {"OUR", "SHA", "OUR", "SHA", "OUR", "SHA"};
        String[] names = {"Li", "Wu", "Li", "Wu", "Li", "Wu"};
        String[] rare = {"OUR", "SHA", "OUR", "OUR", "OUR", "BEN"};

        assertThat(guess(ofA(modes)).at("/properties/a/enum"))
                .extracting(JsonNode::asText)
                .containsExactly("OUR", "SHA");
        assertThat(guess(ofA(names)).at("/properties/a").has("enum")).isFalse();
        assertThat(guess(ofA(rare)).at("/properties/a").has("enum")).isFalse();
    }

    @Test
    void datesTimesAndIdentifiersAreRecognised() throws IOException {
        JsonNode schema = guess("{\"d\": \"2026-11-22\", \"t\": \"2026-11-22T03:00:00+08:00\","
                + " \"u\": \"5f1c2e0a-9d3b-4c77-8a21-6e4b0d9f3a52\", \"x\": \"2026-13-45\", \"n\": null}");

        assertThat(schema.at("/properties/d/format").asText()).isEqualTo("date");
        assertThat(schema.at("/properties/t/format").asText()).isEqualTo("date-time");
        assertThat(schema.at("/properties/u/format").asText()).isEqualTo("uuid");
        assertThat(schema.at("/properties/u/maxLength").asInt()).isEqualTo(36);
        assertThat(schema.at("/properties/x").has("format")).isFalse();
        assertThat(schema.at("/properties/n/type").asText()).isEqualTo("null");
    }

    @Test
    void valuesOfSeveralKindsAreAllAllowed() throws IOException {
        JsonNode schema = guess("{\"a\": \"x\"}", "{\"a\": 1}", "{\"a\": null}");

        assertThat(schema.at("/properties/a/type"))
                .extracting(JsonNode::asText)
                .containsExactly("string", "integer", "null");
    }

    /** The law of guessing: what it was guessed from is valid by it. */
    @Test
    void everySampleIsValidByItsOwnGuess() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("institutions"))) {
            List<Path> samples = files.filter(
                            file -> file.getFileName().toString().matches("(institution|back)\\.json"))
                    .toList();
            assertThat(samples).isNotEmpty();
            for (Path sample : samples) {
                byte[] document = Files.readAllBytes(sample);
                Description guess = Description.guess(List.of(new Description.Document("a", document)), "x")
                        .value()
                        .orElseThrow();

                Checked<Tree> read =
                        Description.read("json", Map.of("schema", guess.name()), Optional.of(guess), document);

                assertThat(FindingText.lines(read.findings())).isEmpty();
            }
        }
    }

    @Test
    void aSampleThatIsNoneIsRefusedWithItsPlace() {
        assertThat(described("{\"a\": }").findings()).singleElement().satisfies(finding -> {
            assertThat(finding.place().document()).isEqualTo("s0");
            assertThat(finding.place().line()).isEqualTo(1);
        });
        assertThat(described("[1, 2]").ok()).isFalse();
        assertThat(described("<a/>").findings())
                .extracting(finding -> finding.id())
                .containsExactly("sample.Format");
        assertThat(described("").ok()).isFalse();
        assertThat(described("{}", "<a/>").ok()).isFalse();
    }

    private static String[] ofA(String... values) {
        return Arrays.stream(values).map(value -> "{\"a\": \"" + value + "\"}").toArray(String[]::new);
    }

    private static Checked<Description> described(String... samples) {
        List<Description.Document> documents = new java.util.ArrayList<>();
        for (String sample : samples) {
            documents.add(new Description.Document("s" + documents.size(), sample.getBytes(StandardCharsets.UTF_8)));
        }
        return Description.guess(documents, "x");
    }

    private static JsonNode guess(String... samples) throws IOException {
        return new ObjectMapper()
                .readTree(described(samples).value().orElseThrow().bytes());
    }
}
