package org.tongwen.conformance.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    private static String canonical(String json) {
        return new String(CanonicalJson.of(JsonReader.read(json.getBytes(UTF_8))), UTF_8);
    }

    /** The keys of RFC 8785, section 3.2.3, in the order that it gives: by UTF-16 units, not by code points. */
    @Test
    void namesStandInTheOrderOfTheirUtf16Units() {
        String keys = """
                {"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One",
                 "\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control","\\u00f6":"Latin Small Letter O With Diaeresis"}
                """;

        assertThat(((Json.Fields) JsonReader.read(canonical(keys).getBytes(UTF_8)))
                        .values()
                        .keySet())
                .containsExactly("\r", "1", "\u0080", "\u00f6", "\u20ac", "\ud83d\ude00", "\ufb33");
    }

    /** The text of RFC 8785, section 3.2.2, and the bytes of section 3.2.4 for it. */
    @Test
    void onlyWhatMustBeEscapedIsEscaped() {
        byte[] bytes = CanonicalJson.of(
                JsonReader.read("\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\"".getBytes(UTF_8)));

        assertThat(HexFormat.ofDelimiter(" ").formatHex(bytes))
                .isEqualTo("22 e2 82 ac 24 5c 75 30 30 30 66 5c 6e 41 27 42 5c 22 5c 5c 5c 5c 5c 22 2f 22");
    }

    @Test
    void controlCharactersHaveTheirShortFormOrFourSmallDigits() {
        StringBuilder all = new StringBuilder();
        for (char c = 0; c < 0x20; c++) {
            all.append(c);
        }

        assertThat(new String(CanonicalJson.of(Json.text(all + "\u007f\u2028")), UTF_8))
                .isEqualTo(
                        "\"\\u0000\\u0001\\u0002\\u0003\\u0004\\u0005\\u0006\\u0007\\b\\t\\n\\u000b\\f\\r\\u000e\\u000f"
                                + "\\u0010\\u0011\\u0012\\u0013\\u0014\\u0015\\u0016\\u0017\\u0018\\u0019\\u001a\\u001b\\u001c\\u001d"
                                + "\\u001e\\u001f\u007f\u2028\"");
    }

    @ParameterizedTest
    @CsvSource({"0,0", "-0,0", "-1,-1", "9007199254740991,9007199254740991", "-9007199254740991,-9007199254740991"})
    void wholeNumbersAreWrittenPlainly(String written, String form) {
        assertThat(canonical(written)).isEqualTo(form);
    }

    @Test
    void whiteSpaceBetweenValuesGoes() {
        assertThat(canonical("{ \"b\" : [ 1 , true,\n{ } , \"\" , [ ] ] ,\t\"a\" : false }"))
                .isEqualTo("{\"a\":false,\"b\":[1,true,{},\"\",[]]}");
    }

    @Test
    void namesAreSortedAtEveryDepth() {
        assertThat(canonical("[{\"b\":{\"d\":1,\"c\":2},\"a\":3}]")).isEqualTo("[{\"a\":3,\"b\":{\"c\":2,\"d\":1}}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9007199254740992",
                "-9007199254740992",
                "123456789012345678901234567890",
                "1.5",
                "1e3",
                "null",
                "{\"a\":1,\"a\":1}",
                "[1",
                "[1,]",
                "1 2",
                "",
                "'a'",
                "NaN",
                "01",
                "{a:1}",
                "// no\n1"
            })
    void whatHasNoOneFormIsRefused(String json) {
        assertThatThrownBy(() -> JsonReader.read(json.getBytes(UTF_8))).isInstanceOf(JsonException.class);
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        assertThatThrownBy(() -> JsonReader.read(new byte[] {'"', (byte) 0xc3, '"'}))
                .isInstanceOf(JsonException.class);
    }

    @Test
    void nestingWithoutEndIsRefused() {
        assertThatThrownBy(() -> JsonReader.read("[".repeat(100_000).getBytes(UTF_8)))
                .isInstanceOf(JsonException.class);
    }

    @Test
    void aLoneSurrogateIsRefusedWhereItIsReadAndReplacedWhereWeWrite() {
        assertThatThrownBy(() -> CanonicalJson.of(JsonReader.read("\"\\ud83d\"".getBytes(UTF_8))))
                .isInstanceOf(JsonException.class);
        assertThat(Json.text("a\ud83d").text()).isEqualTo("a\ufffd");
        assertThat(Json.text("a\ud83d\ude00").text()).isEqualTo("a\ud83d\ude00");
    }

    /** One value has one form: the order in which fields were added does not show, and reading it back gives the same bytes. */
    @Test
    void anyValueHasOneForm() {
        Random random = new Random(8785);
        for (int i = 0; i < 2_000; i++) {
            Json value = value(random, 4);
            byte[] form = CanonicalJson.of(value);

            assertThat(CanonicalJson.of(shuffled(value, random))).isEqualTo(form);
            assertThat(CanonicalJson.of(JsonReader.read(form))).isEqualTo(form);
        }
    }

    private static Json value(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 3 : 5)) {
            case 0 -> Json.text(text(random));
            case 1 -> Json.whole(random.nextLong() % Json.Whole.MOST);
            case 2 -> new Json.Flag(random.nextBoolean());
            case 3 -> {
                List<Json> items = new ArrayList<>();
                random.ints(random.nextInt(4)).forEach(each -> items.add(value(random, depth - 1)));
                yield new Json.Items(items);
            }
            default -> {
                Map<String, Json> fields = new LinkedHashMap<>();
                random.ints(random.nextInt(6)).forEach(each -> fields.put(text(random), value(random, depth - 1)));
                yield new Json.Fields(fields);
            }
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        random.ints(random.nextInt(6), 0, 0x30000)
                .filter(c -> c < 0xD800 || c > 0xDFFF)
                .forEach(c -> text.appendCodePoint(random.nextBoolean() ? c % 0x80 : c));
        return text.toString();
    }

    private static Json shuffled(Json value, Random random) {
        if (value instanceof Json.Items list) {
            return new Json.Items(
                    list.items().stream().map(each -> shuffled(each, random)).toList());
        }
        if (value instanceof Json.Fields fields) {
            List<String> names = new ArrayList<>(fields.values().keySet());
            Collections.shuffle(names, random);
            Json.Fields other = Json.fields();
            for (String name : names) {
                other = other.with(
                        name, shuffled(Objects.requireNonNull(fields.values().get(name)), random));
            }
            return other;
        }
        return value;
    }
}
