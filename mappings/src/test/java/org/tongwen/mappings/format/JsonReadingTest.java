package org.tongwen.mappings.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongwen.mappings.format.JsonSupport.bytes;
import static org.tongwen.mappings.format.JsonSupport.json;
import static org.tongwen.mappings.format.JsonSupport.places;
import static org.tongwen.mappings.format.JsonSupport.read;
import static org.tongwen.mappings.format.JsonSupport.shown;
import static org.tongwen.mappings.format.JsonSupport.sound;
import static org.tongwen.mappings.format.JsonSupport.tree;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Finding;

class JsonReadingTest {

    private final SourceFormat json = json();

    @Test
    void leavesKeepTheDocumentsOwnText() {
        Tree tree = tree(json, "{\"a\":1.50,\"b\":1E2,\"c\":-0,\"d\":true,\"e\":null,\"f\":[\"x\",0.10],\"g\":{}}");
        assertThat(shown(tree))
                .isEqualTo("{a=NUMBER 1.50, b=NUMBER 1E2, c=NUMBER -0, d=BOOLEAN true, e=NULL null,"
                        + " f=[TEXT x, NUMBER 0.10], g={}}");
    }

    @Test
    void everyValueKnowsItsPlace() {
        Tree tree = tree(json, """
                {
                  "payer": {"name": "王小明"},
                  "a/b": [1,
                    "x"]
                }
                """);
        assertThat(tree.leaves().map(leaf -> leaf.place().toString()))
                .containsExactly("2:21 /payer/name", "3:11 /a~1b/0", "4:5 /a~1b/1");
        assertThat(tree.place()).hasToString("1:1");
        assertThat(tree.fields().values())
                .map(field -> field.place().toString())
                .containsExactly("2:12 /payer", "3:10 /a~1b");
    }

    @Test
    void columnsCountCharactersAlsoBeyondTheBasicPlane() {
        Tree tree = tree(json, "{\"中文😀\": \"𠮷野家😀\", \"b\": 1}");
        assertThat(shown(tree)).isEqualTo("{中文😀=TEXT 𠮷野家😀, b=NUMBER 1}");
        assertThat(tree.leaves().map(leaf -> leaf.place().column())).containsExactly(9, 22);
    }

    @Test
    void linesMayEndInAnyUsualWay() {
        Tree tree = tree(json, "{\r\n\"a\":1,\r\"b\":2,\n\"c\":3}");
        assertThat(tree.leaves().map(leaf -> leaf.place().toString())).containsExactly("2:5 /a", "3:5 /b", "4:5 /c");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheDocument() {
        Tree tree = sound(json.read(bytes("\uFEFF{\"a\":\"é\"}")));
        assertThat(tree.leaves().map(leaf -> leaf.place() + " " + leaf.value())).containsExactly("1:6 /a é");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE"})
    void utf16IsReadWhenItsMarkSaysSo(String charset) {
        Tree tree = sound(json.read("\uFEFF{\"a\":\"中😀\"}".getBytes(Charset.forName(charset))));
        assertThat(shown(tree)).isEqualTo("{a=TEXT 中😀}");
    }

    @Test
    void bytesThatAreNotUtf8AreNamedWithTheirPlace() {
        byte[] document = "{\n\"name\":\"王\"}".getBytes(Charset.forName("GB18030"));
        Finding finding = only(document);
        assertThat(finding.place() + " " + finding.id()).isEqualTo("2:9 json.Encoding");
        assertThat(finding.message()).isEqualTo("the bytes here are not UTF-8");
        assertThat(finding.value()).contains("CD");
    }

    @Test
    void columnsBeforeBrokenBytesCountCharactersToo() {
        byte[] document = "{\"中😀\":\"?\"}".getBytes(StandardCharsets.UTF_8);
        document[document.length - 3] = (byte) 0xC0;
        assertThat(places(json.read(document).findings())).containsExactly("1:8 json.Encoding");
    }

    @Test
    void aDocumentCutInsideACharacterIsNotUtf8() {
        assertThat(places(json.read(new byte[] {'{', '"', (byte) 0xE4, (byte) 0xB8})
                        .findings()))
                .containsExactly("1:3 json.Encoding");
    }

    @Test
    void halfASurrogatePairIsNoCharacter() {
        assertThat(read(json, "{\"a\":\"x\\ud83d\",\"b\":\"\\udc00\"}"))
                .containsExactly("1:6 /a json.Encoding", "1:20 /b json.Encoding");
        assertThat(read(json, "{\"a\":1,\"x\\udc00\":1}")).containsExactly("1:10 /a json.Encoding");
        assertThat(read(json, "{\"x\\ud83d\":1}")).containsExactly("1:4 json.Encoding");
        assertThat(shown(tree(json, "{\"a\":\"\\ud83d\\ude00\"}"))).isEqualTo("{a=TEXT 😀}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\r\n\t ", "\uFEFF", "\uFEFF \n"})
    void nothingButBlanksIsAnEmptyDocument(String document) {
        assertThat(read(json, document)).containsExactly("1:1 json.Empty");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{\"a\":1,} ~ 1:8 /a ~ a field name in double quotes is expected here",
                "{a:1} ~ 1:2 ~ a field name in double quotes is expected here",
                "{'a':1} ~ 1:2 ~ a field name in double quotes is expected here",
                "{\"a\" 1} ~ 1:6 /a ~ a colon is expected here, between field name and value",
                "{\"a\":1 \"b\":2} ~ 1:8 /a ~ a comma or the end of the object is expected here",
                "{\"a\":[1 2]} ~ 1:9 /a/1 ~ a comma or the end of the list is expected here",
                "{\"a\":[1,]} ~ 1:9 /a/1 ~ a value is expected here",
                "{\"a\":} ~ 1:6 /a ~ a value is expected here",
                "{\"a\":'b'} ~ 1:6 /a ~ a value is expected here",
                "{\"a\":.5} ~ 1:6 /a ~ a value is expected here",
                "{\"a\":[1}} ~ 1:8 /a/0 ~ the list must be closed by ] before its object ends",
                "{\"a\":1] ~ 1:7 /a ~ the object must be closed by } before its list ends",
                "{\"a\":tru} ~ 1:6 /a ~ an unknown word; texts stand in double quotes",
                "{\"a\":NaN} ~ 1:6 /a ~ JSON has no such number",
                "{\"a\":-Infinity} ~ 1:6 /a ~ JSON has no such number",
                "{\"a\":1 /* x */} ~ 1:8 /a ~ JSON allows no comments",
                "{\"a\":\"\\x\"} ~ 1:8 /a ~ JSON knows no such escape",
                "{\"a\":\"\\u12g4\"} ~ 1:11 /a ~ four hexadecimal digits are expected after \\u",
                "{\"a\":01} ~ 1:7 /a ~ a number must not begin with 0",
                "{\"a\":+1} ~ 1:6 /a ~ a number must not begin with +",
                "{\"a\":1.x} ~ 1:8 /a ~ a digit is expected here",
                "{\"a\":1e} ~ 1:8 /a ~ a digit is expected here",
                "{\"a\":-} ~ 1:7 /a ~ a digit is expected here",
                "{\"a\":\"x ~ 1:8 /a ~ the document ends inside a text",
                "{\"a\":\"\\ ~ 1:8 /a ~ the document ends inside a text",
                "{\"a\":[1, ~ 1:9 /a/1 ~ the document ends too early: an object or list is not closed",
                "{ ~ 1:2 ~ the document ends too early: an object or list is not closed",
                "} ~ 1:1 ~ nothing is open here that could be closed",
            })
    void syntaxIsExplainedInTheReadersTerms(String document, String place, String message) {
        Finding finding = json.read(bytes(document)).findings().get(0);
        assertThat(finding.id()).isEqualTo("json.Syntax");
        assertThat(finding.place()).hasToString(place);
        assertThat(finding.message()).isEqualTo(message);
    }

    @Test
    void controlCharactersAreRefused() {
        assertThat(read(json, "{\"a\":\"x\ny\"}")).containsExactly("1:8 /a json.Syntax");
        assertThat(read(json, "{\"a\":1\u0000}")).containsExactly("1:7 /a json.Syntax");
    }

    @Test
    void theOffendingWordStandsInTheValue() {
        assertThat(only(bytes("{\"a\":undefined}")).value()).contains("undefined");
        assertThat(only(bytes("{\"a\":😀}")).value()).contains("😀");
        assertThat(only(bytes("{\"a\":1")).value()).isEmpty();
    }

    @Test
    void aKeyThatStandsTwiceIsNamedWithThePlaceOfTheFirst() {
        Finding finding = only(bytes("""
                {
                  "a": {"amount": 1,
                    "amount": 2}
                }
                """));
        assertThat(finding.place() + " " + finding.id()).isEqualTo("3:5 /a/amount json.DuplicateKey");
        assertThat(finding.message())
                .isEqualTo("the key \"amount\" stands twice in this object;"
                        + " the first one has its value at line 2, column 19");
    }

    @Test
    void keysThatAreEqualOnlyAfterUnescapingStandTwice() {
        assertThat(read(json, "{\"a\":1,\"\\u0061\":2}")).containsExactly("1:8 /a json.DuplicateKey");
    }

    @Test
    void allDuplicatesAreReportedInOneRun() {
        assertThat(read(json, "{\"a\":1,\"a\":2,\"b\":[{\"c\":1,\"c\":1}],\"a\":3}"))
                .containsExactly(
                        "1:8 /a json.DuplicateKey", "1:26 /b/0/c json.DuplicateKey", "1:34 /a json.DuplicateKey");
    }

    @Test
    void aHundredLevelsAreReadAndNoMore() {
        assertThat(read(json, nested(100))).isEmpty();
        assertThat(json.read(bytes(nested(101))).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("json.TooDeep");
            assertThat(finding.place().column()).isEqualTo(105);
        });
    }

    @Test
    void tenMegabytesOfBracketsAreRefused() {
        var findings = json.read(bytes("[".repeat(10_000_000))).findings();
        assertThat(findings).extracting(Finding::id).containsExactly("json.NotAnObject", "json.TooDeep");
        assertThat(findings.get(1).place().column()).isEqualTo(101);
    }

    @Test
    void tenMegabytesOfObjectsAreRefused() {
        var findings = json.read(bytes("{\"a\":".repeat(2_000_000))).findings();
        assertThat(findings).extracting(Finding::id).containsExactly("json.TooDeep");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e1001", "1E-1001", "0.1e+0099999999999999", "-1e999999999"})
    void numbersWithHugeExponentsAreTooLong(String number) {
        assertThat(read(json, "{\"a\":" + number + "}")).containsExactly("1:6 /a json.NumberTooLong");
    }

    @Test
    void numbersOfMoreThanAThousandDigitsAreTooLong() {
        assertThat(read(json, "{\"a\":" + "9".repeat(1000) + "}")).isEmpty();
        assertThat(read(json, "{\"a\":[" + "9".repeat(1001) + "," + "1".repeat(1_000_000) + "]}"))
                .containsExactly("1:7 /a/0 json.NumberTooLong", "1:1009 /a/1 json.NumberTooLong");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {"{} {} ~ 1:4", "{}} ~ 1:3", "{}x ~ 1:3", "{} , ~ 1:4", "{} // end ~ 1:4"})
    void nothingMayFollowTheDocument(String document, String place) {
        assertThat(read(json, document)).containsExactly(place + " json.TrailingContent");
    }

    @Test
    void blanksMayFollowTheDocument() {
        assertThat(read(json, "{}\r\n\t \n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{\"a\":1}]", "1", "\"x\"", "true", "null"})
    void theDocumentMustBeAnObject(String document) {
        assertThat(read(json, document)).containsExactly("1:1 json.NotAnObject");
    }

    private static String nested(int levels) {
        return "{\"a\":" + "[".repeat(levels - 1) + "]".repeat(levels - 1) + "}";
    }

    private Finding only(byte[] document) {
        var findings = json.read(document).findings();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }
}
