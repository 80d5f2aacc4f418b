package org.tongwen.mappings.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongwen.mappings.format.JsonSupport.bytes;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Finding;

/** What rules prove, the validator must confirm. */
class SchemaRuleTest {

    private static final int SCHEMAS = 1_500;
    private static final int DOCUMENTS = 20;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatRulesSayOfRandomDocumentsTheValidatorSays(boolean draft07) {
        RandomSchema draw = new RandomSchema(20_261_122);
        int[] verdicts = new int[SchemaVerdict.values().length];
        for (int i = 0; i < SCHEMAS; i++) {
            String text = draw.root(draft07);
            Tree schema = read(text).orElseThrow();
            SchemaRule rule = SchemaRuleReader.read(schema).rule();
            SchemaValidator validator = SchemaValidator.of(schema);
            for (int j = 0; j < DOCUMENTS; j++) {
                String value = "{\"v\": " + draw.value(3) + "}";
                Tree document = read(value).orElseThrow();
                SchemaVerdict verdict = rule.judge(document);
                verdicts[verdict.ordinal()]++;
                if (verdict != SchemaVerdict.UNKNOWN) {
                    assertThat(validator.check(document).isEmpty())
                            .as("%s by %s", value, text)
                            .isEqualTo(verdict == SchemaVerdict.VALID);
                }
            }
        }
        assertThat(verdicts[SchemaVerdict.VALID.ordinal()]).isGreaterThan(SCHEMAS * DOCUMENTS / 4);
        assertThat(verdicts[SchemaVerdict.INVALID.ordinal()]).isGreaterThan(SCHEMAS * DOCUMENTS / 8);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aSchemaOfWhichAllIsKnownKeepsTheMetaschema(boolean draft07) {
        SchemaValidator metaschema = SchemaValidator.ofDialect(
                draft07 ? "http://json-schema.org/draft-07/schema#" : "https://json-schema.org/draft/2020-12/schema");
        RandomSchema draw = new RandomSchema(22_112_026);
        int familiar = 0;
        int broken = 0;
        for (int i = 0; i < 4 * SCHEMAS; i++) {
            String text = draw.root(draft07);
            String damaged = draw.damaged(text);
            Optional<Tree> schema = read(damaged);
            if (schema.isPresent()) {
                List<Finding> findings = metaschema.check(schema.get());
                boolean known = SchemaRuleReader.read(schema.get()).familiar();
                familiar += known ? 1 : 0;
                broken += findings.isEmpty() ? 0 : 1;
                assertThat(known && !findings.isEmpty())
                        .as("%s: %s", damaged, findings)
                        .isFalse();
            }
        }
        assertThat(familiar).isGreaterThan(SCHEMAS / 4);
        assertThat(broken).isGreaterThan(SCHEMAS / 4);
    }

    @Test
    void aConditionIsJudgedAsAWhole() {
        SchemaRule rule = SchemaRuleReader.read(read("""
                {"if": {"properties": {"t": {"const": "P"}}, "required": ["t"]}, "then": {"required": ["id"]}}
                """).orElseThrow()).rule();
        assertThat(rule.judge(read("{\"t\": \"P\", \"id\": 1}").orElseThrow())).isEqualTo(SchemaVerdict.VALID);
        assertThat(rule.judge(read("{\"t\": \"P\"}").orElseThrow())).isEqualTo(SchemaVerdict.INVALID);
        assertThat(rule.judge(read("{\"t\": \"B\"}").orElseThrow())).isEqualTo(SchemaVerdict.VALID);
    }

    @Test
    void theCheckOfADocumentWithManyMistakesEndsWhenThereAreEnough() {
        Tree schema = read("{\"properties\": {\"l\": {\"items\": {\"type\": \"string\"}}}}")
                .orElseThrow();
        List<Finding> findings = SchemaValidator.of(schema)
                .check(read("{\"l\": [" + "1,".repeat(100_000) + "1]}").orElseThrow());

        assertThat(findings).hasSize(JsonReader.MAX_FINDINGS + 1);
        assertThat(findings.get(0).place() + " " + findings.get(0).id()).isEqualTo("1:8 /l/0 schema.Type");
        assertThat(findings.get(JsonReader.MAX_FINDINGS).id()).isEqualTo("schema.CheckEnded");
    }

    @Test
    void mistakesInAlternativesThatAreNotMeantDoNotEndTheCheck() {
        Tree schema = read("""
                {"oneOf": [{"properties": {"l": {"items": {"type": "string"}}}}, {"properties": {"l": {"items": {"type": "number"}}}}]}
                """).orElseThrow();
        Tree document =
                read("{\"l\": [" + "1,".repeat(3 * SchemaRun.ENOUGH) + "1]}").orElseThrow();

        assertThat(SchemaValidator.of(schema).check(document)).isEmpty();
    }

    @Test
    void theSearchForAnAlternativeEndsToo() {
        Tree schema = read("""
                {"oneOf": [{"properties": {"l": {"items": {"type": "string"}}}}, {"properties": {"l": {"items": {"type": "number"}}}}]}
                """).orElseThrow();
        Tree document =
                read("{\"l\": [" + "1,".repeat(SchemaRun.TOO_MANY) + "1]}").orElseThrow();

        assertThat(SchemaValidator.of(schema).check(document))
                .extracting(finding -> finding.severity() + " " + finding.id())
                .containsExactly("ERROR schema.CheckEnded");
    }

    /** Empty for what is no JSON. */
    private static Optional<Tree> read(String json) {
        return Optional.of(JsonReader.read(bytes(json), ""))
                .filter(read -> read.ok())
                .flatMap(read -> read.value());
    }
}
