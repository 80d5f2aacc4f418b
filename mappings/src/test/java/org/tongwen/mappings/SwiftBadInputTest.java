package org.tongwen.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongwen.mappings.plan.Context;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Fate;
import org.tongwen.mappings.plan.Originals;
import org.tongwen.mappings.plan.Outcome;
import org.tongwen.mappings.plan.Profile;
import org.tongwen.mappings.plan.Reporting;
import org.tongwen.mappings.plan.Translation;
import org.tongwen.xsd.finding.Severity;
import org.tongwen.xsd.load.Catalogue;

/** Whatever is wrong with an MT, the whole translation says where, in block, tag and line; and what only looks odd loses nothing. */
class SwiftBadInputTest {

    private static final String PAYMENT = """
            {1:F01AAAAGB2LAXXX0000000000}{2:I103BBBBESMMXXXXN}{3:{121:5f1c2e0a-9d3b-4c77-8a21-6e4b0d9f3a52}}{4:
            :20:REF4471
            :23B:CRED
            :32A:261204EUR1280,5
            :33B:EUR1280,5
            :50F:/00123456
            1/Example Trading Ltd
            2/1 Demo Road
            3/GB/Leeds
            :57A:CCCCESMM
            :59F:/99887766
            1/Ejemplo SL
            3/ES/Madrid
            :70:INVOICE 4471
            :71A:SHA
            -}{5:{CHK:123456789ABC}}""";

    private static final String STATEMENT = """
            {1:F01AAAAGB2LAXXX0000000000}{2:I940BBBBESMMXXXXN}{4:
            :20:STMT-1
            :25:GB33BUKB20201555555555
            :28C:12/1
            :60F:C261201EUR1000,
            :61:2612021202C250,NTRFINV-77//BANK-77
            :86:Payment of invoice 77
            :61:2612031203D100,5NTRFRENT
            :86:Rent
            :62F:C261203EUR1149,5
            -}""";

    private static final Context CONTEXT = new Context(
            Map.of(),
            Clock.fixed(Instant.parse("2026-12-05T08:00:00Z"), ZoneOffset.UTC),
            () -> new UUID(0x4000L, 1L << 63),
            Reporting.LINEAGE,
            Originals.NONE,
            Profile.of(Profile.NONE));

    private static Mappings mappings = Mappings.of(List.of());

    @BeforeAll
    static void load() {
        mappings = Mappings.load(Path.of("institutions"), Catalogue.builtIn())
                .value()
                .orElseThrow();
    }

    private static Translation translate(String message) {
        String name = message.contains("I940") ? "swift.mt940" : "swift";
        return mappings.find(name)
                .orElseThrow()
                .translate(Direction.TO_ISO, message.getBytes(StandardCharsets.UTF_8), CONTEXT);
    }

    private static String spoiled(String message, String from, String to) {
        String found = unescaped(from);
        assertThat(message).contains(found);
        return message.replace(found, unescaped(to));
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n").replace("\\r", "\r");
    }

    /** In short: {@code id line:column path}. */
    private static String errors(Translation translation) {
        return translation.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(finding -> finding.id() + " " + finding.place())
                .collect(Collectors.joining(", "));
    }

    @Test
    void bothMessagesAreSoundBeforeTheyAreSpoiled() {
        assertThat(translate(PAYMENT).findings()).isEmpty();
        assertThat(translate(STATEMENT).outcome()).isEqualTo(Outcome.DONE);
    }

    /** Only the trailer may be missing. */
    @Test
    void aMessageThatEndsAnywhereIsRefusedAtALine() {
        for (String message : List.of(PAYMENT, STATEMENT)) {
            int text = message.indexOf("-}") + 2;
            for (int end = 0; end < message.length(); end++) {
                Translation translation =
                        end == text ? Translation.refused(List.of()) : translate(message.substring(0, end));
                assertThat(translation.ok()).as(message.substring(0, end)).isFalse();
                assertThat(translation.findings())
                        .allMatch(finding -> finding.place().line() > 0);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            # blocks
            {1:F01;{1:f01;mt.Format 1:4 1:application
            {2:I103;{2:i103;mt.Type 1:1 2
            BBBBESMM;bbbbesmm;mt.Format 1:37 2:receiver
            {3:{121:;{3:{999:X}{121:;mapping.UnmappedSource 1:59 3:999
            -}{5:;-}{6:X}{5:;mt.Block 16:3 6
            {CHK:;{XYZ:1}{CHK:;mt.UnknownField 16:6 5:XYZ
            {4:;{5:{CHK:123456789ABC}}{4:;"mt.Block 1:119 4, mt.Block 16:3 5"
            # tags
            :23B:;:23b:;"mt.MissingField 1:97 4:23B, mt.UnknownField 3:1 4:23b"
            :71A:;:71a:;"mt.MissingField 1:97 4:71A, mt.UnknownField 15:1 4:71a"
            :70:INVOICE;:99X:INVOICE;mt.UnknownField 14:1 4:99X
            :70:INVOICE;:7O:INVOICE;mt.UnknownField 14:1 4:7O
            :20:REF4471\\n:23B:CRED;:23B:CRED\\n:20:REF4471;mt.FieldOrder 3:1 4:20
            # values
            EUR1280,5\\n:33B;eur1280,5\\n:33B;mt.Format 4:12 4:32A.currency
            CCCCESMM;ccccesmm;mt.Format 10:6 4:57A.bic
            CRED;cred;mt.Format 3:6 4:23B
            # line ends
            :23B:CRED\\n;:23B:CRED\\r;"mt.MissingField 1:97 4:32A, mt.Format 3:6 4:23B"
            :70:INVOICE;:70:\\nINVOICE;mt.Format 14:5 4:70.text[1]
            :70:INVOICE;\\n:70:INVOICE;mt.Format 14:1 4:59F
            INVOICE 4471;INVOICE\\n:4471;mt.Format 15:1 4:70
            INVOICE 4471;INVOICE\\n-4471;mt.Format 15:1 4:70
            """)
    void aMistakeInAPaymentIsFoundWhereItStands(String from, String to, String expected) {
        assertThat(errors(translate(spoiled(PAYMENT, from, to)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            2612031203D;261203;mt.Format 8:11 4:line[2]/61.mark
            Rent;Rent\\n:May;mt.Format 10:1 4:86
            Rent;Rent\\n:20:May;"mt.DuplicateField 10:1 4:20, mt.FieldOrder 10:1 4:20"
            Rent;Rent\\n:86:May;mt.DuplicateField 10:1 4:line[2]/86
            """)
    void aMistakeInAStatementIsFoundWhereItStands(String from, String to, String expected) {
        assertThat(errors(translate(spoiled(STATEMENT, from, to)))).isEqualTo(expected);
    }

    @Test
    void aSecondMessageInTheFileIsFoundWhereItBegins() {
        assertThat(errors(translate(PAYMENT + "\n" + PAYMENT))).isEqualTo("mt.Block 17:1 1");
        assertThat(errors(translate(PAYMENT + PAYMENT))).isEqualTo("mt.Block 16:25 1");
    }

    /** Line ends are of either kind, and those around the message are none of its text. */
    @Test
    void mixedLineEndsMakeNoDifference() {
        String expected = translate(PAYMENT).text().orElseThrow();
        assertThat(List.of(
                        PAYMENT.replace("\n", "\r\n"),
                        PAYMENT.replace("CRED\n", "CRED\r\n"),
                        "\n" + PAYMENT,
                        PAYMENT + "\r\n"))
                .allSatisfy(message -> assertThat(translate(message).text()).contains(expected));
    }

    @Test
    void lineEndsThatAreNoneEndNoField() {
        assertThat(errors(translate(PAYMENT.replace("\n", "\r")))).startsWith("mt.Block 1:97 4");
    }

    /** A text keeps its blank; what has a form of its own is refused with one. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            :71A:SHA;":71A:SHA ";mt.Format 15:6 4:71A
            :33B:EUR1280,5;":33B:EUR1280,5 ";mt.Format 5:9 4:33B.amount
            BBBBESMMXXXXN;"BBBBESMMXXXXN ";mt.Format 1:50 2
            REF4471;"REF4471 ";""
            1/Ejemplo SL;"1/Ejemplo SL ";""
            """)
    void trailingBlanksAreFoundOrKept(String from, String to, String expected) {
        Translation translation = translate(spoiled(PAYMENT, from, to));

        assertThat(errors(translation)).isEqualTo(expected);
        assertThat(translation.ok()).isEqualTo(expected.isEmpty());
    }

    @Test
    void twoHundredKilobytesOfAFieldAreFoundWhereTheyBecomeTooMany() {
        String line = "x".repeat(200_000);
        String lines = "x\n".repeat(100_000);
        assertThat(errors(translate(STATEMENT.replace("Rent", line))))
                .isEqualTo("mt.LineTooLong 9:70 4:line[2]/86.text[1]");
        assertThat(errors(translate(STATEMENT.replace("Rent", lines + "y")))).startsWith("mt.Format 15:1 4:line[2]/86");
        assertThat(errors(translate(PAYMENT.replace("INVOICE 4471", line))))
                .isEqualTo("mt.LineTooLong 14:40 4:70.text[1]");
        assertThat(translate(PAYMENT.replace("INVOICE 4471", lines + "y")).findings())
                .hasSizeLessThanOrEqualTo(1_000);
    }

    @Test
    void whatAStatementMayLeaveOutIsLeftOut() {
        for (String message : List.of(
                STATEMENT.replace(":61:2612031203", ":61:261203"),
                STATEMENT.replace("\n:86:Rent", ""),
                STATEMENT.replace("\n:86:Rent", "").replace("\n:86:Payment of invoice 77", ""),
                STATEMENT.replace("Rent", "Rent: May:June"))) {
            Translation translation = translate(message);
            assertThat(translation.ok()).as(errors(translation)).isTrue();
            assertThat(translation.ledger())
                    .filteredOn(entry -> entry.field().startsWith("line."))
                    .isNotEmpty()
                    .noneMatch(entry -> entry.fate() == Fate.UNDECLARED);
        }
        assertThat(translate(STATEMENT.replace("Rent", "Rent: May:June")).text().orElseThrow())
                .contains("Rent: May:June");
    }
}
