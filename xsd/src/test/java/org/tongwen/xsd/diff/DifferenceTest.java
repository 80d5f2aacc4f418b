package org.tongwen.xsd.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.export.SchemaText;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.load.SchemaFolder;

class DifferenceTest {

    private static final Catalogue CATALOGUE = Catalogue.builtIn();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<e n='a'/>               | <e n='a'/><e n='b' min='0'/>      | widens  + b [0..1] string after a",
                "<e n='a'/>               | <e n='b'/><e n='a'/>              | both    + b [1..1] string",
                "<e n='a'/><e n='b' min='0'/> | <e n='a'/>                    | narrows - b [0..1] string",
                "<e n='a'/><e n='b'/>     | <e n='a'/>                        | both    - b [1..1] string",
                "<e n='a'/><e n='b'/>     | <e n='b'/><e n='a'/>              | both    ~ b moved first",
                "<e n='a' min='0'/>       | <e n='a'/>                        | narrows ~ a [0..1] → [1..1]",
                "<e n='a' max='5'/>       | <e n='a' max='unbounded'/>        | widens  ~ a [1..5] → [1..*]",
                "<e n='a' max='5'/>       | <e n='a' min='0' max='3'/>        | both    ~ a [1..5] → [0..3]",
                "<e n='a'/><e n='b' min='0'/> | <e n='a'/><e n='b' min='0' max='0'/> | narrows - b [0..1] string",
                "<or><e n='a'/><e n='b'/></or> | <or><e n='a'/></or>          | narrows - b [1..1] string",
                "<or><e n='a'/></or>      | <or><e n='b'/><e n='a'/></or>     | widens  + b [1..1] string",
                "<or><e n='a'/><e n='b'/></or> | <e n='a'/><e n='b'/>         | both    ~ content: one of them → one after the other",
                "<e n='c'/><or><e n='a'/><e n='b'/></or> | <e n='c'/><or min='0'><e n='a'/><e n='b'/></or> | widens  ~ (a, b) [1..1] → [0..1]",
                "<e n='d'/><e n='c'/><or><e n='a'/><e n='b'/></or> | <e n='d'/><or><e n='a'/><e n='b'/><e n='c'/></or> | both    ~ c moved into or out of a group",
                "<e n='a'/>               | <e n='b'/>                        | both    ~ a is now called b",
            })
    void sayWhatAChangeOfElementsDoes(String before, String after, String change) throws IOException {
        String report = DifferenceText.of(Difference.of(message(before), message(after)));
        assertThat(report.replaceAll(" +", " ")).contains("\n " + change.strip().replaceAll(" +", " "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "string maxLength=35      | string maxLength=140       | widens  ~ length: at most 35 characters → at most 140 characters",
                "string maxLength=35      | string minLength=2 maxLength=35 | narrows ~ length: at most 35 characters → 2 to 35 characters",
                "string minLength=1 maxLength=5 | string length=4      | narrows ~ length: 1 to 5 characters → exactly 4 characters",
                "string pattern=a         | string pattern=b           | both    ~ pattern: a → b",
                "string pattern=a         | string                     | widens  ~ pattern: a → any",
                "string enumeration=A enumeration=B | string enumeration=A | narrows ~ codes removed: B",
                "string enumeration=A     | string enumeration=A enumeration=B | widens  ~ codes added: B",
                "string enumeration=AA    | string maxLength=2         | widens  ~ codes: only AA → text, at most 2 characters",
                "string enumeration=AA    | string maxLength=1         | both    ~ codes: only AA → text, at most 1 character",
                "string maxLength=2       | string enumeration=AA      | narrows ~ codes: text, at most 2 characters → only AA",
                "decimal totalDigits=5    | decimal totalDigits=4      | narrows ~ digits: at most 5 → at most 4",
                "decimal minInclusive=0   | decimal minExclusive=0     | narrows ~ least: at least 0 → more than 0",
                "decimal maxInclusive=9   | decimal maxInclusive=10    | widens  ~ greatest: at most 9 → at most 10",
                "decimal                  | integer                    | narrows ~ kind: decimal → whole number",
                "string maxLength=9       | token maxLength=9          | both    ~ kind: text → text with single blanks",
                "string enumeration=AA    | token enumeration=AA       | both    ~ kind: text → text with single blanks",
                "date                     | gYear                      | both    ~ kind: date → year",
            })
    void sayWhatAChangeOfValuesDoes(String before, String after, String change) throws IOException {
        String report = DifferenceText.of(Difference.of(value(before), value(after)));
        assertThat(report).startsWith("/Document/v\n    V\n");
        assertThat(report.replaceAll(" +", " ")).contains("\n " + change.strip().replaceAll(" +", " ") + "\n");
    }

    @Test
    void aTypeThatIsUsedOftenIsListedOnceWithItsPlaces() {
        Difference difference = Difference.of(standard("pacs.008.001.08"), standard("pacs.008.001.10"));
        TypeChange account = difference.types().stream()
                .filter(type -> type.before().equals("CashAccount38"))
                .findFirst()
                .orElseThrow();
        assertThat(account.places()).isEqualTo(14);
        assertThat(account.paths()).hasSize(5).startsWith("/Document/FIToFICstmrCdtTrf/GrpHdr/SttlmInf/SttlmAcct");
        assertThat(account.changes())
                .containsExactly(new Change(Change.Kind.OPTIONAL, "Id", "[1..1]", "[0..1]", Effect.WIDENS));
        assertThat(difference.effect()).isEqualTo(Effect.BOTH);
    }

    @Test
    void anotherNameOfABodyOrTypeHidesNoChangeInside() {
        Difference difference = Difference.of(standard("pacs.008.001.01"), standard("pacs.008.001.02"));
        assertThat(difference.types()).hasSizeGreaterThan(10);
        assertThat(difference.types().get(1).paths().get(0)).startsWith("/Document/pacs.008.001.01");
    }

    @Test
    void aDefinitionDoesNotDifferFromItsCopy() throws IOException {
        for (String id : List.of("pacs.008.001.08", "head.001.001.02", "camt.053.001.08")) {
            Path copy = Files.writeString(folder.resolve(id + ".xsd"), SchemaText.of(standard(id)));
            Difference difference =
                    Difference.of(standard(id), SchemaFolder.file(copy).value().orElseThrow());
            assertThat(DifferenceText.of(difference)).isEqualTo(id + ": no difference\n");
            assertThat(difference.effect()).isEqualTo(Effect.NONE);
        }
    }

    @Test
    void backwardsEveryEffectIsTheOpposite() {
        List<String> ids = new ArrayList<>(CATALOGUE.ids());
        for (int i = 1; i < ids.size(); i++) {
            String family = ids.get(i).substring(0, ids.get(i).length() - 3);
            if (ids.get(i - 1).startsWith(family)) {
                Effect there = Difference.of(standard(ids.get(i - 1)), standard(ids.get(i)))
                        .effect();
                Effect back = Difference.of(standard(ids.get(i)), standard(ids.get(i - 1)))
                        .effect();
                assertThat(back).as(ids.get(i)).isEqualTo(Effect.of(there.admitsNew(), there.refusesOld()));
            }
        }
    }

    private static MessageDefinition standard(String id) {
        return CATALOGUE.find(id).orElseThrow();
    }

    /** Elements in a short form: {@code e} an element of text, {@code or} a choice. */
    private MessageDefinition message(String elements) throws IOException {
        String content = elements.strip()
                .replace("<e n=", "<xs:element type='xs:string' name=")
                .replace("<or", "<xs:choice")
                .replace("</or", "</xs:choice")
                .replace("min=", "minOccurs=")
                .replace("max=", "maxOccurs=");
        return read("<xs:sequence>" + content + "</xs:sequence>", "");
    }

    /** An element {@code v} of a type given by its base and facets. */
    private MessageDefinition value(String type) throws IOException {
        String[] words = type.strip().split(" +");
        StringBuilder facets = new StringBuilder();
        for (int i = 1; i < words.length; i++) {
            facets.append("<xs:").append(words[i].replace("=", " value='")).append("'/>");
        }
        String simple = "<xs:simpleType name='V'><xs:restriction base='xs:" + words[0] + "'>" + facets
                + "</xs:restriction></xs:simpleType>";
        return read("<xs:sequence><xs:element name='v' type='V'/></xs:sequence>", simple);
    }

    private MessageDefinition read(String content, String types) throws IOException {
        Path file = Files.createTempFile(folder, "schema", ".xsd");
        Files.writeString(
                file,
                "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns='urn:x:a.001' targetNamespace='urn:x:a.001'"
                        + " elementFormDefault='qualified'><xs:element name='Document'><xs:complexType>" + content
                        + "</xs:complexType></xs:element>" + types + "</xs:schema>");
        return SchemaFolder.file(file).value().orElseThrow();
    }
}
