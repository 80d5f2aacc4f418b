package org.tongwen.xsd.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.load.SchemaFolder;

class OutlineTest {

    private static final MessageDefinition TRANSFER = message("pacs.008.001.08");

    @TempDir
    private Path folder;

    @Test
    void showsOccurrenceTypeChoiceAttributesAndFacets() {
        assertThat(shown(TRANSFER, "CdtTrfTxInf/InstdAmt", 3)).isEqualTo("""
                InstdAmt  [0..1]  ActiveOrHistoricCurrencyAndAmount  decimal, at most 18 digits, 5 decimals, at least 0
                  @Ccy    [1..1]  ActiveOrHistoricCurrencyCode       text, pattern [A-Z]{3,3}
                """);
        assertThat(shown(TRANSFER, "CdtTrfTxInf/Purp", 3)).isEqualTo("""
                Purp     [0..1]  Purpose2Choice        choose one
                | Cd     [1..1]  ExternalPurpose1Code  text, 1 to 4 characters
                | Prtry  [1..1]  Max35Text             text, 1 to 35 characters
                """);
    }

    @Test
    void saysWhatIsTooDeepToBeShown() {
        assertThat(shown(TRANSFER, "CdtTrfTxInf/Purp", 0))
                .isEqualTo("Purp  [0..1]  Purpose2Choice  choose one of 2 …\n");
        assertThat(shown(TRANSFER, "", 1)).contains("FIToFICstmrCdtTrf  [1..1]").contains("  3 elements …\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pacs.008.001.08", "camt.053.001.08", "pain.001.001.09", "head.001.001.02"})
    void noLineIsWiderThanATerminalUnlessItsTreeIs(String id) {
        assertThat(shown(message(id), "", 5).lines())
                .filteredOn(line -> !line.matches(".*\\] +\\w+"))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
    }

    @Test
    void aLongTypeDoesNotTouchTheWordsBehindIt() {
        String words = "decimal, at most 18 digits, 5 decimals, at least 0";

        assertThat(shown(TRANSFER, "", 3))
                .contains("  InstdAmt           [0..1]   ActiveOrHistoricCurrencyAndAmount\n" + " ".repeat(68) + words);
    }

    @Test
    void aTypeThatHoldsItselfIsNotFollowed() throws IOException {
        Path file = Files.writeString(folder.resolve("tree.xsd"), """
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:x:tree.001.001.01"
                    targetNamespace="urn:x:tree.001.001.01" elementFormDefault="qualified">
                  <xs:element name="Document" type="Branch"/>
                  <xs:complexType name="Branch">
                    <xs:sequence>
                      <xs:element name="Branch" type="Branch" minOccurs="0" maxOccurs="unbounded"/>
                      <xs:choice maxOccurs="2">
                        <xs:element name="Leaf" type="xs:token"/>
                        <xs:sequence>
                          <xs:element name="Bud" type="xs:date"/>
                          <xs:element name="Bloom" type="xs:gYear"/>
                        </xs:sequence>
                      </xs:choice>
                    </xs:sequence>
                  </xs:complexType>
                </xs:schema>
                """);
        MessageDefinition tree = SchemaFolder.file(file).value().orElseThrow();
        assertThat(shown(tree, "", 9)).isEqualTo("""
                Document             [1..1]  Branch
                  Branch             [0..*]  Branch  as further up: it holds itself
                  (one of)           [1..2]
                  | Leaf             [1..1]  token   text with single blanks
                  | (in this order)  [1..1]
                  |   Bud            [1..1]  date    date
                  |   Bloom          [1..1]  gYear   year
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Document/FIToFICstmrCdtTrf/GrpHdr/MsgId",
                "Document/FIToFICstmrCdtTrf/GrpHdr/MsgId",
                "FIToFICstmrCdtTrf/GrpHdr/MsgId",
                "GrpHdr/MsgId",
                "/GrpHdr/MsgId/"
            })
    void aPathMayLeaveOutWhatIsClear(String path) {
        Checked<ElementPath> found = ElementPath.find(TRANSFER, path);
        assertThat(found.value().orElseThrow().path()).isEqualTo("/Document/FIToFICstmrCdtTrf/GrpHdr/MsgId");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GrpHdr/MsgIdd       | /Document/FIToFICstmrCdtTrf/GrpHdr has no element 'MsgIdd'; did you mean 'MsgId'?",
                "Cdtr                | /Document/FIToFICstmrCdtTrf has no element 'Cdtr'; did you mean 'CdtTrfTxInf/Cdtr'?",
                "GrpHdr/MsgId/X      | /Document/FIToFICstmrCdtTrf/GrpHdr/MsgId has no element 'X'; it holds no elements",
                "CdtTrfTxInf/Purp/No | /Document/FIToFICstmrCdtTrf/CdtTrfTxInf/Purp has no element 'No'; it has Cd, Prtry",
            })
    void anUnknownNameIsNamedWithWhatIsKnown(String path, String message) {
        assertThat(ElementPath.find(TRANSFER, path).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).isEqualTo(message));
    }

    @Test
    void wordsAreWrapped() {
        assertThat(Lines.wrapped("one of AAAA, BBBB, CCCC", 12)).isEqualTo(Arrays.asList("one of AAAA,", "BBBB, CCCC"));
        assertThat(Lines.wrapped("", 12)).containsExactly("");
    }

    private static String shown(MessageDefinition message, String path, int depth) {
        ElementPath start = ElementPath.find(message, path).value().orElseThrow();
        return OutlineText.of(Outline.of(start.element(), depth));
    }

    private static MessageDefinition message(String id) {
        return Catalogue.builtIn().find(id).orElseThrow();
    }
}
