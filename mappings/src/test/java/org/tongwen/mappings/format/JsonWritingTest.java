package org.tongwen.mappings.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongwen.mappings.format.JsonSupport.bytes;
import static org.tongwen.mappings.format.JsonSupport.json;
import static org.tongwen.mappings.format.JsonSupport.places;
import static org.tongwen.mappings.format.JsonSupport.shown;
import static org.tongwen.mappings.format.JsonSupport.texts;
import static org.tongwen.mappings.format.JsonSupport.tree;
import static org.tongwen.mappings.format.JsonSupport.written;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Place;

class JsonWritingTest {

    private final SourceFormat json = json("""
            {"type": "object", "required": ["name"], "properties": {
              "name": {"type": "string", "maxLength": 8},
              "amount": {"type": "integer", "minimum": 1},
              "rate": {"type": ["null", "number"]},
              "open": {"type": "boolean"},
              "mixed": {"type": ["string", "number"]},
              "either": {"type": ["boolean", "integer"]},
              "list": {"type": "array", "items": {"type": "object", "properties": {
                "b": {"type": "number"}, "a": {"type": "string"}}}}}}
            """);

    @Test
    void fieldsStandInTheSchemasOrderAndUnknownOnesBehind() {
        Tree item = texts("a", "1", "z", "0", "b", "2");
        Tree tree = texts("x", "1", "open", "true", "amount", "100", "name", "张三");
        tree.put("list", Tree.list(Place.NOWHERE).add(item)).put("empty", Tree.list(Place.NOWHERE));
        assertThat(written(json, tree)).isEqualTo("""
                {
                  "name": "张三",
                  "amount": 100,
                  "open": true,
                  "list": [
                    {
                      "b": 2,
                      "a": "1",
                      "z": "0"
                    }
                  ],
                  "x": "1",
                  "empty": []
                }
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.10", "1E2", "-0", "1e-7", "123456789012345678901234567890.12345678901234567890"})
    void numbersAreWrittenExactlyAsTheyStand(String number) {
        assertThat(written(json, texts("name", "x", "rate", number))).contains("\"rate\": " + number + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 1", "1 ", "+1", "01", ".5", "1.", "1,50", "0x10", "NaN", "１", "1e", "true"})
    void textThatIsNoJsonNumberIsAFinding(String text) {
        var result = json.write(texts("name", "x", "amount", text));
        assertThat(result.value()).isEmpty();
        assertThat(places(result.findings())).containsExactly("/amount json.NotANumber");
        assertThat(result.findings().get(0).value()).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "TRUE", "1", "yes"})
    void textThatIsNoBooleanIsAFinding(String text) {
        assertThat(findings(texts("name", "x", "open", text))).containsExactly("/open json.NotABoolean");
    }

    @Test
    void aNumberTooLongToReadIsNotWritten() {
        assertThat(findings(texts("name", "x", "amount", "9".repeat(1001))))
                .containsExactly("/amount json.NumberTooLong");
    }

    @Test
    void theSchemaChoosesAmongItsKinds() {
        assertThat(written(json, texts("name", "1", "mixed", "1", "either", "false")))
                .contains("\"name\": \"1\"", "\"mixed\": \"1\"", "\"either\": false");
        assertThat(written(json, texts("name", "x", "either", "12"))).contains("\"either\": 12");
        Tree numbers = Tree.object(Place.NOWHERE)
                .put("name", Tree.leaf(Tree.Kind.NUMBER, "12", Place.NOWHERE))
                .put("mixed", Tree.leaf(Tree.Kind.NUMBER, "12", Place.NOWHERE))
                .put("rate", Tree.leaf(Tree.Kind.NULL, "null", Place.NOWHERE));
        assertThat(written(json, numbers)).contains("\"name\": \"12\"", "\"mixed\": 12", "\"rate\": null");
    }

    @Test
    void whatIsWrittenMustFitTheSchema() {
        Tree tree = texts("amount", "0", "name", "123456789", "open", "no");
        assertThat(findings(tree))
                .containsExactly("/amount schema.Range", "/name schema.MaxLength", "/open json.NotABoolean");
        assertThat(findings(texts("amount", "1"))).containsExactly("/name schema.Missing");
    }

    @Test
    void findingsPointIntoTheDocumentThatTheTreeCameFrom() {
        Place element = Place.of(7, 3, "/Document/Amt");
        Tree tree = Tree.object(Place.of(1, 1, "/Document")).put("amount", Tree.text("x", element));
        assertThat(findings(tree)).containsExactly("1:1 /Document schema.Missing", "7:3 /Document/Amt json.NotANumber");
    }

    @Test
    void textIsWrittenAsItIs() {
        String text = "\"\\/\n\t\u0001é中😀𠮷\u2028";
        String document = written(json(), texts("a", text));
        assertThat(document).isEqualTo("{\n  \"a\": \"\\\"\\\\/\\n\\t\\u0001é中😀𠮷\u2028\"\n}\n");
        assertThat(shown(tree(json(), document))).isEqualTo("{a=TEXT " + text + "}");
    }

    @Test
    void anEmptyObjectIsADocument() {
        assertThat(written(json(), Tree.object(Place.NOWHERE))).isEqualTo("{}\n");
    }

    @Test
    void halfASurrogatePairIsNotWritten() {
        assertThat(places(json().write(texts("a", "x\ud83d", "\ude00", "y")).findings()))
                .containsExactly("/a json.Encoding", "/\ude00 json.Encoding");
    }

    @Test
    void onlyAnObjectIsADocument() {
        assertThat(places(json().write(Tree.list(Place.NOWHERE)).findings())).containsExactly("json.NotAnObject");
    }

    @Test
    void whatWouldBeTooDeepToReadIsNotWritten() {
        Tree tree = texts("a", "x");
        for (int i = 0; i < 100; i++) {
            tree = Tree.object(Place.NOWHERE).put("a", tree);
        }
        assertThat(json().write(tree).findings())
                .extracting(finding -> finding.id())
                .containsExactly("json.TooDeep");
    }

    @Test
    void aDocumentComesBackAsItWas() {
        String document = """
                {
                  "name": "欧阳 😀",
                  "amount": 1E2,
                  "rate": 0.10,
                  "open": false,
                  "list": [
                    {},
                    {
                      "b": -1.50,
                      "a": "\\u0000"
                    }
                  ],
                  "other": [
                    null,
                    [],
                    "x"
                  ]
                }
                """;
        assertThat(new String(
                        json.write(tree(json, document)).value().orElseThrow(),
                        java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(document);
        assertThat(json.read(bytes(document)).findings()).isEmpty();
    }

    private java.util.List<String> findings(Tree tree) {
        return places(json.write(tree).findings());
    }
}
