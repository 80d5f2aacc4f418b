package org.tongwen.mappings.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tongwen.mappings.AuthoredMapping;
import org.tongwen.mappings.Mappings;
import org.tongwen.mappings.read.MappingReader;
import org.tongwen.rules.yaml.Yaml;
import org.tongwen.rules.yaml.YamlReader;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.load.Catalogue;

class EditorSchemaTest {

    private static final Path INSTITUTIONS = Path.of("institutions");
    private static final Path SCHEMAS = Path.of("schema");
    private static final Path SETTINGS = Path.of("../.vscode/settings.json");
    private static final boolean UPDATE = Boolean.getBoolean("tongwen.update");

    private final Catalogue catalogue = Catalogue.builtIn();

    @Test
    void theSchemasOfAllMessagesThatMappingsUseAreCurrent() throws IOException {
        for (String message : messages()) {
            Path file = SCHEMAS.resolve(message + ".mapping.json");
            String schema = schema(message);
            if (UPDATE) {
                Files.writeString(file, schema);
            }
            assertThat(file).as("-Dtongwen.update=true writes it").exists();
            assertThat(Files.readString(file)).isEqualTo(schema);
        }
    }

    @Test
    void editorsAreToldWhichSchemaBelongsToWhichMapping() throws IOException {
        ObjectNode wanted = JsonNodeFactory.instance.objectNode();
        for (String message : messages()) {
            wanted.put(
                    "mappings/schema/" + message + ".mapping.json", "mappings/institutions/*/*." + message + ".yaml");
        }
        ObjectNode settings = (ObjectNode) new ObjectMapper().readTree(Files.readString(SETTINGS));
        if (UPDATE) {
            settings.set("yaml.schemas", wanted);
            Files.writeString(
                    SETTINGS, settings.toPrettyString().replace(" : ", ": ").replace("\r", "") + "\n");
        }

        assertThat(settings.path("yaml.schemas"))
                .as("-Dtongwen.update=true writes it")
                .isEqualTo(wanted);
    }

    @Test
    void everyMappingIsValidByItsSchema() {
        for (AuthoredMapping mapping : mappings()) {
            Schema schema = compiled(schema(mapping.text().iso().text()));

            List<Error> errors = schema.validate(json(mapping.whole()));

            assertThat(errors).as(mapping.text().name().text()).isEmpty();
        }
    }

    @Test
    void aWrongNameAMissingPartAndAnEmptyChoiceAreNotValid() {
        Schema schema = compiled(schema("pacs.008.001.08"));

        assertThat(errors(schema, "Dbtr: {Nm: a, Name: b}")).anyMatch(error -> error.contains("Name"));
        assertThat(errors(schema, "PmtId: {InstrId: a}")).anyMatch(error -> error.contains("EndToEndId"));
        assertThat(errors(schema, "DbtrAcct: {Id: {note: x}}")).anyMatch(error -> error.contains("IBAN"));
        assertThat(errors(schema, "PmtId: {choose: x, cases: {A: {EndToEndId: a}}}"))
                .noneMatch(error -> error.contains("/PmtId"));
        assertThat(errors(schema, "PmtId: {choose: x, cases: {A: {InstrId: a}}}"))
                .anyMatch(error -> error.contains("/PmtId"));
    }

    @Test
    void anOverlayMayLeaveOutAndRemoveAnythingButNamesNothingWrong() {
        MessageDefinition header = catalogue.find("head.001.001.02").orElseThrow();
        Schema schema = compiled(
                EditorSchema.ofOverlay(catalogue.find("pacs.008.001.08").orElseThrow(), header));
        Yaml overlay = yaml("mapping: a.b\nFIToFICstmrCdtTrf: {CdtTrfTxInf: {PmtId: {UETR: x}, Purp: ~}}\n");
        Yaml wrong = yaml("mapping: a.b\nFIToFICstmrCdtTrf: {CdtTrfTxInf: {PmtId: {UETRR: x}}}\n");

        assertThat(schema.validate(json(overlay))).isEmpty();
        assertThat(schema.validate(json(wrong))).isNotEmpty();
    }

    @Test
    void everyWordOfTheLanguageIsExplained() {
        assertThat(MappingReader.HEAD)
                .allSatisfy(word -> assertThat(LanguageWords.head(word)).isPresent());
        assertThat(MappingReader.STRUCTURE)
                .allSatisfy(word -> assertThat(LanguageWords.group(word)).isPresent());
    }

    @Test
    void aSchemaIsSmallEnoughForAnEditor() {
        assertThat(schema("pain.001.001.11").getBytes(StandardCharsets.UTF_8).length)
                .isLessThan(130_000);
    }

    @Test
    void everyMessageHasASchema() throws IOException {
        for (String message : List.of("camt.053.001.08", "camt.029.001.09", "pain.013.001.07", "acmt.023.001.03")) {
            assertThat(new ObjectMapper().readTree(schema(message)).path("definitions"))
                    .as(message)
                    .isNotEmpty();
        }
    }

    private static List<String> errors(Schema schema, String transaction) {
        Yaml mapping =
                yaml("mapping: a.b\niso: pacs.008.001.08\nFIToFICstmrCdtTrf: {CdtTrfTxInf: {" + transaction + "}}\n");
        return schema.validate(json(mapping)).stream()
                .map(error -> error.getInstanceLocation() + " " + error)
                .toList();
    }

    private static Schema compiled(String schema) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(schema);
    }

    private String schema(String message) {
        return EditorSchema.of(
                catalogue.find(message).orElseThrow(),
                catalogue.find("head.001.001.02").orElseThrow());
    }

    private List<AuthoredMapping> mappings() {
        return Mappings.files(INSTITUTIONS).stream()
                .map(file ->
                        Mappings.author(INSTITUTIONS, file, catalogue).value().orElseThrow())
                .toList();
    }

    private TreeSet<String> messages() {
        TreeSet<String> messages = new TreeSet<>();
        mappings().forEach(mapping -> messages.add(mapping.text().iso().text()));
        return messages;
    }

    private static Yaml yaml(String text) {
        return YamlReader.read("x.yaml", text.getBytes(StandardCharsets.UTF_8))
                .value()
                .orElseThrow();
    }

    private static JsonNode json(Yaml yaml) {
        if (yaml instanceof Yaml.Fields fields) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            fields.entries().forEach((key, entry) -> object.set(key, json(entry.value())));
            return object;
        }
        if (yaml instanceof Yaml.Items items) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            items.items().forEach(item -> array.add(json(item)));
            return array;
        }
        String text = ((Yaml.Text) yaml).text();
        return text.equals("~") ? JsonNodeFactory.instance.nullNode() : JsonNodeFactory.instance.textNode(text);
    }
}
