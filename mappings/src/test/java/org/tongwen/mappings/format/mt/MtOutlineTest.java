package org.tongwen.mappings.format.mt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;

class MtOutlineTest {

    private static final String HEAD = "{1:F01AAAAGB2LAXXX0000000000}{2:I%sBBBBESMMXXXXN}{4:\n";

    private static Checked<MtOutline> outline(String message) {
        return MtOutline.of(message.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String type, String fields) {
        return text(String.format(HEAD, type) + fields + "-}");
    }

    /** The text block as people see it, without the blocks around it. */
    private static String text(String message) {
        String text = outline(message).value().map(MtOutlineText::of).orElseThrow();
        return text.substring(text.indexOf("Block 4"));
    }

    private static List<String> findings(String message) {
        return outline(message).findings().stream().map(Finding::id).toList();
    }

    @Test
    void aMessageIsShownWithNamesOfItsFieldsAndParts() {
        String message = "{1:F01AAAAGB2LAXXX0000000000}{2:I103BBBBESMMXXXXN}{3:{119:STP}}{4:\n:20:REF4471\n:23B:CRED\n"
                + ":32A:261204EUR1280,5\n:50F:/00123456\n1/Example Trading Ltd\n1/and Sons\n3/GB/Leeds\n"
                + ":59:/99887766\nEjemplo SL\n:71A:SHA\n-}{5:{CHK:123456789ABC}}";

        assertThat(outline(message).findings()).isEmpty();
        assertThat(MtOutlineText.of(outline(message).value().orElseThrow())).isEqualTo("""
                MT103  Single customer credit transfer

                Block 1  Basic header
                  Application                   F
                  Service                       01 (messages of users)
                  Sender                        AAAAGB2LAXXX
                  Session                       0000
                  Sequence number               000000

                Block 2  Application header
                  Direction                     I (to SWIFT)
                  Message type                  103
                  Receiver                      BBBBESMMXXXX
                  Priority                      N (normal)

                Block 3  User header
                  119  Validation               STP (for straight-through processing)

                Block 4  Text
                  20   Reference of the sender  REF4471
                  23B  Bank operation           CRED (no service level)
                  32A  Value date, currency, amount
                         Value date             261204 (2026-12-04)
                         Currency               EUR
                         Amount                 1280,5
                  50F  Ordering customer
                         Account                00123456
                         Name                   Example Trading Ltd
                                                and Sons
                         Country                GB
                         Town                   Leeds
                  59   Beneficiary customer
                         Account                99887766
                         Name                   Ejemplo SL
                  71A  Charges are for          SHA (shared)

                Block 5  Trailers
                  CHK  Checksum                 123456789ABC
                """);
    }

    @Test
    void groupsAreIndentedAndNumbered() {
        assertThat(text("940", """
                :20:STMT1
                :25:DE02
                :28C:17/1
                :60F:C261201EUR100,
                :61:2612011201RC5,25NTRFNONREF//B1
                :86:first
                second
                :61:261202D1,NCHGNONREF
                :62F:C261202EUR93,75
                :86:of the whole
                """)).isEqualTo("""
                Block 4  Text
                  20   Reference of the sender     STMT1
                  25   Account
                         Account                   DE02
                  28C  Statement number
                         Statement                 17
                         Part                      1
                  60F  Opening balance
                         Debit or credit           C (credit)
                         Date                      261201 (2026-12-01)
                         Currency                  EUR
                         Amount                    100,
                  Entry 1
                    61   Entry
                           Value date              261201 (2026-12-01)
                           Entry date              1201
                           Debit or credit         RC (reversal of a credit)
                           Amount                  5,25
                           Transaction type        N (other transfer)
                           Transaction type, code  TRF
                           Reference of the bank   B1
                    86   Information to the account owner
                           Text                    first
                                                   second
                  Entry 2
                    61   Entry
                           Value date              261202 (2026-12-02)
                           Debit or credit         D (debit)
                           Amount                  1,
                           Transaction type        N (other transfer)
                           Transaction type, code  CHG
                  62F  Closing balance
                         Debit or credit           C (credit)
                         Date                      261202 (2026-12-02)
                         Currency                  EUR
                         Amount                    93,75
                  86   Information to the account owner
                         Text                      of the whole
                """);
    }

    @Test
    void whatIsNotUnderstoodStandsThereToo() {
        String fields = ":20:REF4471\n:99Z:what is\nthis\n:32A:261204EUR1280,5 and more\n";
        String message = String.format(HEAD, "103") + fields + "-}";

        assertThat(text(message)).contains("99Z", "(not understood)", "what is\n", "this\n", "1280,5", "and more");
        assertThat(findings(message)).contains("mt.UnknownField", "mt.Format", "mt.MissingField");
    }

    @Test
    void aTypeWithoutLayoutIsShownFieldByField() {
        String message = String.format(HEAD, "300") + ":15A:\n:20:FX1\n:22C:AAAA2LBBBBMM\n:72:/SPEC/one\n//two\n-}";

        assertThat(text(message)).isEqualTo("""
                Block 4  Text
                  15A
                  20   Reference of the sender  FX1
                  22C                           AAAA2LBBBBMM
                  72   Sender to receiver       /SPEC/one
                                                //two
                """);
        assertThat(findings(message)).containsExactly("mt.UnknownType");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{4:\n:20:X\n-}",
                "{1:F01AAAAGB2LAXXX0000000000}{4:\n:20:X",
                "{2:I940}{4::20:X\n:61:garbage\n:86:\n-}",
                "{1:F01AAAAGB2LAXXX0000000000}{2:O103}{3:{121:x}{4:\n:20:X\r\n:72:/RETN/99\r\n-}}{5:",
                "{1:}{2:}{3:}{4:}{5:}"
            })
    void aDamagedMessageIsShownAsFarAsItGoes(String message) {
        Checked<MtOutline> outline = outline(message);

        assertThat(outline.findings()).isNotEmpty();
        String shown = outline.value().map(MtOutlineText::of).orElseThrow();
        if (message.contains(":20:X")) {
            assertThat(shown).containsPattern("20 +.*X");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "no message"})
    void nothingIsShownOfWhatIsNoMessage(String document) {
        assertThat(outline(document).value()).isEmpty();
        assertThat(outline(document).findings()).isNotEmpty();
    }
}
