package org.tongwen.mappings.format.mt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MtFindingsTest {

    private static final String SOUND = Mt.withAgent(":52A:AAAAGB2L");

    private static String changed(String from, String to) {
        assertThat(SOUND).contains(from);
        return SOUND.replace(from, to.replace("\\n", "\r\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \r\n ", "\uFEFF"})
    void anEmptyDocumentIsSaidToBeEmpty(String text) {
        assertThat(Mt.findings(text)).containsExactly("mt.Empty 1:1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                // Lines of the sound message: 1 head, 2 20, 3 23B, 4 32A, 5-6 50K, 7 52A, 8-9 59, 10 71A, 11 end.
                "{2:I103BBBBESMMXXXXN};;mt.Block 11:3 2",
                "{1:F01AAAAGB2LAXXX0000000000};;mt.Block 11:3 1",
                "XXXXN}{4:;XXXXN{4:;mt.Block 1:30 2",
                "{4:;{4:};mt.Block 1:54 4",
                "{4:;x{4:;mt.Block 1:51",
                "-};-}{4:\\n-};mt.Block 11:3 4",
                "-};-}{6:x};mt.Block 11:3 6",
                "-};-}x;mt.Block 11:3",
                "-};-}{x;mt.Block 11:3",
                "-};-}{3:{121:5f1c2e0a-9d3b-4c77-8a21-6e4b0d9f3a52}};mt.Block 11:3 3",
                "-};-}{5:{TNG:}x};mt.Block 11:12 5",
                "-};-}{1:F01AAAAGB2LAXXX0000000000}{2:;mt.Block 11:3 1",
                "-};;mt.Block 1:51 4",
                "\\n-};-};mt.Block 1:51 4",
                ":20:;loose\\n:20:;mt.Block 2:1 4",
                "-};-}{5:{XXX:1}};mt.UnknownField 11:6 5:XXX",
                ":71A:SHA;:99Z:SHA\\n:71A:SHA;mt.UnknownField 10:1 4:99Z",
                ":71A:SHA;:71A:SHA\\n:71A:OUR;mt.DuplicateField 11:1 4:71A",
                "{4:;{3:{108:A}{108:B}}{4:;mt.DuplicateField 1:61 3:108",
                ":71A:SHA\\n;;mt.MissingField 1:51 4:71A",
                ":71A:SHA;:70:x\\n:71A:SHA\\n:72:x\\n:71G:EUR1,;mt.FieldOrder 13:1 4:71G",
                "CRED;XXXX;mt.Format 3:6 4:23B",
                "REF4471;/REF4471;mt.Format 2:5 4:20",
                "REF4471;REF4471890123456789;mt.Format 2:5 4:20",
                ":52A:AAAAGB2L;:52A:AAAAGB2;mt.Format 7:6 4:52A.bic",
                ":52A:AAAAGB2L;:52A:/1;mt.Format 7:8 4:52A.bic",
                ":52A:AAAAGB2L;:52A:AAAAGB2L\\nmore;mt.Format 8:1 4:52A",
                ":52A:AAAAGB2L;:56C:AAAAGB2L;mt.Format 7:6 4:56C",
                "Example Trading Ltd;Example\\n:Trading;mt.Format 7:1 4:50K",
                "Example Trading Ltd;Example\\n-Trading;mt.Format 7:1 4:50K",
                "Example Trading Ltd;a\\nb\\nc\\nd\\ne;mt.Format 10:1 4:50K",
                "{4:;{3:{121:5F1C2E0A-9d3b-4c77-8a21-6e4b0d9f3a52}}{4:;mt.Format 1:59 3:121",
                ":52A:AAAAGB2L;:52A:AAAAGB2L\\n:52D:Bank;mt.Options 8:1 4:52D",
                "I103;I202;mt.Type 1:34 2:type",
                "Example;Ex@mple;mt.Character 6:3 4:50K.name",
                "Example;Ex\uD83D\uDE00mple;mt.Character 6:3 4:50K.name",
                "REF4471;REF_4471;mt.Character 2:8 4:20",
                "Example Trading Ltd;Example Trading Ltd of Great Britain and;mt.LineTooLong 6:36 4:50K.name",
            })
    void eachMistakeIsFoundWhereItStands(String from, String to, String expected) {
        assertThat(Mt.findings(changed(from.replace("\\n", "\r\n"), to == null ? "" : to)))
                .containsExactly(expected);
    }

    @Test
    void theWholeLineOfAPartyMayBeTooLong() {
        String party = ":50F:CUST/DE/ABCDEFGHIJKLMNOPQRST/1234567\n1/Ann\n:59:Ejemplo SL\n";
        assertThat(Mt.findings(Mt.with("", party, ":71A:SHA\n"))).containsExactly("mt.LineTooLong 5:41 4:50F");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1/Ann;mt.Format 5:11 4:50F.account",
                "XXXX/DE/1\\n1/Ann;mt.Format 5:6 4:50F",
                "/1\\n2/Road;mt.Format 6:3 4:50F.street,mt.Format 6:7 4:50F.names",
                "/1\\n1/Ann\\n3/DE/Ulm\\n2/Road;mt.Format 8:1 4:50F",
                "/1\\n1/Ann\\n2/Road;mt.Format 7:3 4:50F.street",
                "/1\\n1/Ann\\n4/19700101;mt.Format 7:3 4:50F.birthDate",
                "/1\\n1/Ann\\n9/x;mt.Format 7:1 4:50F",
                "/1\\n1/Ann\\n1/B\\n1/C\\n1/D\\n2/E;mt.Format 10:1 4:50F",
                "/1\\n1/Ann\\n3/Ulm;mt.Format 7:3 4:50F.country",
                "CUST/DE/12\\n1/Ann;mt.Format 5:16 4:50F",
            })
    void numberedLinesFollowTheirRules(String value, String expected) {
        String message = Mt.with("", ":50F:" + value.replace("\\n", "\n") + "\n:59:Ejemplo SL\n", ":71A:SHA\n");
        assertThat(Mt.findings(message)).containsExactly(expected.split(","));
    }

    @Test
    void allMistakesOfAMessageAreListedAtOnce() {
        String message = SOUND.replace("CRED", "CREX")
                .replace("261204EUR1280,5", "261304EU1.280,50")
                .replace(":71A:SHA\r\n", "")
                .replace("Ejemplo", "Ejempl\u00f6");
        assertThat(Mt.findings(message))
                .containsExactly(
                        "mt.MissingField 1:51 4:71A",
                        "mt.Format 3:6 4:23B",
                        "mt.Format 4:6 4:32A.date",
                        "mt.Format 4:12 4:32A.currency",
                        "mt.Format 4:14 4:32A.amount",
                        "mt.Character 9:7 4:59.name");
    }

    @Test
    void aMissingFieldWithSeveralOptionsIsNamedOnce() {
        String message = Mt.with("", ":50K:Ltd\n", ":71A:SHA\n");
        assertThat(Mt.findings(message)).containsExactly("mt.MissingField 1:51 4:59a");
    }

    @Test
    void lineEndsBetweenBlocksAreOnlyAWarning() {
        var read = Mt.read(changed("{4:", "\\n{4:"));
        assertThat(Mt.shown(read.findings())).containsExactly("mt.Block 1:51");
        assertThat(read.ok()).isTrue();
    }

    @Test
    void aFindingSaysWhichFormIsExpected() {
        var finding = Mt.read(changed("1280,5", "1280.5")).findings().get(0);
        assertThat(finding.message()).isEqualTo("Component amount does not have the form 15d");
        assertThat(finding.hint()).isEqualTo("15d: at most 15 digits with one decimal comma behind the first of them");
        assertThat(finding.value()).contains("1280.5");
    }

    @Test
    void onlyKnownOptionsAndTypesOpen() {
        var opened = new MtFormat().open(Map.of("type", "999", "schema", "x"), name -> new byte[0]);
        assertThat(Mt.shown(opened.findings())).containsExactly("mapping.UnknownOption ", "mapping.UnknownType ");
        assertThat(opened.value()).isEmpty();
        assertThat(new MtFormat().open(Map.of(), name -> new byte[0]).value())
                .hasValueSatisfying(any -> assertThat(any.hasSeveralKinds()).isTrue());
    }
}
