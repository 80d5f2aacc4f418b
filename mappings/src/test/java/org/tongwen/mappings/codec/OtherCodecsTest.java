package org.tongwen.mappings.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtherCodecsTest {

    private static final String IBAN = "DE89370400440532013000";
    private static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private static String signs(Random random, int length) {
        return random.ints(length, 0, SIGNS.length())
                .collect(StringBuilder::new, (text, i) -> text.append(SIGNS.charAt(i)), StringBuilder::append)
                .toString();
    }

    @Test
    void accountsComeBack() {
        Codec codec = Calls.codec("account");
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            String account = signs(random, 1 + random.nextInt(34));
            assertThat(Calls.back(codec, Calls.iso(codec, account)).value()).isEqualTo(account);
        }
    }

    @Test
    void onlyProvenIbansAreIbans() {
        Codec codec = Calls.codec("account");

        assertThat(Calls.iso(codec, IBAN)).isEqualTo(Map.of("IBAN", IBAN));
        assertThat(Calls.iso(codec, "DE88370400440532013000")).isEqualTo(Map.of("Othr/Id", "DE88370400440532013000"));
        assertThat(Calls.iso(codec, "DE89 3704 0044 0532 0130 00"))
                .isEqualTo(Map.of("Othr/Id", "DE89 3704 0044 0532 0130 00"));
        assertThat(Calls.iso(codec, "de89370400440532013000")).isEqualTo(Map.of("Othr/Id", "de89370400440532013000"));
    }

    @Test
    void ibanAmongOtherNumbersIsNotTheSame() {
        Codec codec = Calls.codec("account");
        Map<String, String> iso = Map.of("Othr/Id", IBAN);

        assertThat(codec.fidelity()).isEqualTo(Codec.Fidelity.NORMALISING);
        assertThat(codec.isSameIso(iso, Calls.iso(codec, Calls.back(codec, iso))))
                .isFalse();
    }

    @Test
    void terminalsComeBack() {
        Codec codec = Calls.codec("terminal(A)");
        Random random = new Random(6);
        for (int i = 0; i < 300; i++) {
            String terminal = signs(random, 8) + "A" + (random.nextBoolean() ? "XXX" : signs(random, 3));
            String bic = Calls.to(codec, terminal);
            assertThat(bic).hasSize(terminal.endsWith("XXX") ? 8 : 11);
            assertThat(Calls.from(codec, bic)).isEqualTo(terminal);
        }
        assertThat(Calls.from(codec, Calls.to(codec, "DEUTDEFFBXXX"))).isEqualTo("DEUTDEFFAXXX");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "DEUTDEFF", "DEUTDEFFXXX", "deutdeffAXXX", "DEUTDEFFAXXXX", "DEUTDEFFAXX "})
    void whatIsNoTerminalIsRefused(String text) {
        assertThat(Calls.to(Calls.codec("terminal(A)"), text)).isEqualTo("codec.Terminal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "DEUTDEF", "DEUTDEFFX", "deutdeff", "DEUTDEFFXXXX"})
    void whatIsNoBicIsRefused(String text) {
        assertThat(Calls.from(Calls.codec("terminal(A)"), text)).isEqualTo("codec.Terminal");
    }

    @Test
    void codesAreOfTheTable() {
        Codec codec = Codecs.find("code(charges)", Map.of("charges", Table.of(Map.of("OUR", "DEBT", "BEN", "CRED"))))
                .orElseThrow();

        assertThat(Calls.to(codec, "OUR")).isEqualTo("DEBT");
        assertThat(Calls.from(codec, "CRED")).isEqualTo("BEN");
        assertThat(Calls.to(codec, "DEBT")).isEqualTo("codec.Code");
        assertThat(Calls.from(codec, "OUR")).isEqualTo("codec.Code");
        assertThat(codec.isoLength(3)).isEqualTo(4);
    }

    @Test
    void textsAreCutBetweenCharacters() {
        assertThat(Calls.to(Calls.codec("text(cut 3 mark +)"), "AB\uD83D\uDE00CD"))
                .isEqualTo("AB+");
        assertThat(Calls.to(Calls.codec("text(cut 3)"), "AB\uD83D\uDE00CD")).isEqualTo("AB\uD83D\uDE00");
        assertThat(Calls.to(Calls.codec("text(reject 3)"), "ABCD")).isEqualTo("codec.TooLong");
        assertThat(Calls.to(Calls.codec("text"), "ABCD")).isEqualTo("ABCD");
    }

    @Test
    void shortTextsComeBack() {
        Random random = new Random(9);
        for (int i = 0; i < 300; i++) {
            String text = signs(random, random.nextInt(36));
            for (String call : new String[] {"text", "text(cut 35)", "text(reject 35)"}) {
                assertThat(Calls.from(Calls.codec(call), Calls.to(Calls.codec(call), text)))
                        .isEqualTo(text);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "account(x)",
                "code(unknown)",
                "lines",
                "lines(0)",
                "terminal(AB)",
                "text(cut)",
                "text(cut 3 mark ++++)",
                "nothing",
                "decimal(EUR, USD)"
            })
    void callsThatMakeNoSense(String call) {
        assertThat(Calls.exists(call)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "decimal|true",
                "decimal(EUR)|false",
                "decimal(currency)|false",
                "account|false",
                "text(cut 35)|true",
                "date(yyMMdd)|true",
                "time(HHmm, sign, offset)|false"
            })
    void simpleCodecsNeedOneTextAndWriteOne(String call, boolean simple) {
        assertThat(Calls.codec(call).isSimple()).isEqualTo(simple);
    }
}
