package org.tongwen.xsd.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;

/** Texts at random, many of them close to what a pattern describes, match when the JDK's own validator says so. */
class PatternOracleTest {

    private static final int TEXTS = 300;
    /** Not U+2028 and U+2029, which a dot means by the standard and not for the JDK. */
    private static final String OTHERS = "aZ09 -.:_+é中\uD83D\uDE00\t\n\u0660";

    static Stream<String> catalogue() throws IOException {
        java.util.regex.Pattern facet = java.util.regex.Pattern.compile("<xs:pattern value=\"([^\"]*)\"");
        try (Stream<Path> files = Files.walk(Path.of("iso20022"))) {
            return files
                    .filter(file -> file.toString().endsWith(".xsd"))
                    .map(PatternOracleTest::text)
                    .flatMap(text -> facet.matcher(text).results().map((MatchResult found) -> found.group(1)))
                    .distinct()
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    static Stream<String> tricky() {
        return Stream.of(
                "",
                "a",
                "a|b|",
                "(a|b)*c?",
                "(a+)+b",
                "(a|a)*",
                "((a?){3}){2}",
                "(a*)*",
                "(a{0,2}){2,3}",
                "a{0}",
                "(ab|a)(bc|c)?",
                "a{2,}b{0,1}",
                "(a|ab|abc)*",
                "^a$",
                "a^b",
                ".",
                ".*",
                ".{2,3}",
                "[^a-c]",
                "[a-z-[aeiou]]",
                "[a-z-[a-m-[c]]]*",
                "[^a-z-[A-Z]]+",
                "[+\\-*/]{1,3}",
                "[-a]",
                "[a-]",
                "\\d{2}",
                "\\D+",
                "\\w+",
                "\\W",
                "\\s*a\\S",
                "[\\d.]+",
                "\\i\\c*",
                "\\p{L}+",
                "\\P{L}",
                "\\p{Lu}\\p{Ll}*",
                "[\\p{N}\\p{Lu}]{2}",
                "\\p{IsBasicLatin}*",
                "[^\\p{IsBasicLatin}]",
                "[中-文]",
                "[\uD83D\uDE00-\uD83D\uDE4F]+",
                "\\[\\]\\{\\}\\(\\)",
                "\\.\\?\\*\\+\\|\\\\",
                "a&&b",
                "[a&&b]+",
                "[\\^a]",
                "[a^]",
                "(a|(b|(c|d)))e",
                "x{1,3}y{2}z?",
                "(a?b?c?){2}",
                "(a|b)*a(a|b){5}",
                "(a|b)*a(a|b){14}",
                "(ab?){0,2500}",
                "\\n|\\t|a");
    }

    @ParameterizedTest
    @MethodSource({"catalogue", "tricky"})
    void matchesWhatTheJdkMatches(String source) throws SAXException, IOException {
        Pattern pattern = Pattern.of(source);
        Validator oracle = oracle(source);
        java.util.regex.Pattern regex =
                java.util.regex.Pattern.compile(ExpressionParser.parse(source).regex());
        Random random = new Random(source.hashCode());
        for (int i = 0; i < TEXTS; i++) {
            String text = text(random, pattern);
            boolean matches = pattern.matches(text);
            assertThat(matches).as("%s and '%s'", source, text).isEqualTo(isValid(oracle, text));
            assertThat(matches)
                    .as("%s and '%s' as Java sees it", source, text)
                    .isEqualTo(regex.matcher(text).matches());
        }
    }

    /** One in three matches where the pattern can draw, one in three is next to a match, the others are of its characters. */
    private static String text(Random random, Pattern pattern) {
        Optional<String> drawn = pattern.sample(random, 0, random.nextInt(1, 40));
        int kind = drawn.isEmpty() ? 2 : random.nextInt(3);
        return kind == 0
                ? drawn.orElseThrow()
                : kind == 1 ? changed(random, drawn.orElseThrow(), pattern) : shuffled(random, pattern);
    }

    private static String changed(Random random, String text, Pattern pattern) {
        int[] codePoints = text.codePoints().toArray();
        int at = random.nextInt(codePoints.length + 1);
        int gone = random.nextInt(2);
        String head = new String(codePoints, 0, at);
        int rest = Math.min(codePoints.length, at + gone);
        String tail = new String(codePoints, rest, codePoints.length - rest);
        return head + (random.nextBoolean() ? character(random, pattern) : "") + tail;
    }

    private static String shuffled(Random random, Pattern pattern) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(8); length > 0; length--) {
            text.append(character(random, pattern));
        }
        return text.toString();
    }

    private static String character(Random random, Pattern pattern) {
        int[] codePoints = (pattern.source() + OTHERS).codePoints().toArray();
        return Character.toString(codePoints[random.nextInt(codePoints.length)]);
    }

    private static boolean isValid(Validator oracle, String text) throws IOException {
        StringBuilder xml = new StringBuilder("<a>");
        text.codePoints().forEach(c -> xml.append("&#").append(c).append(';'));
        try {
            oracle.validate(new StreamSource(new StringReader(xml.append("</a>").toString())));
            return true;
        } catch (SAXException e) {
            return false;
        }
    }

    private static Validator oracle(String source) throws SAXException {
        String escaped = source.replace("&", "&amp;").replace("<", "&lt;");
        String schema = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element name='a'><xs:simpleType>"
                + "<xs:restriction base='xs:string'><xs:pattern value='" + escaped
                + "'/></xs:restriction></xs:simpleType></xs:element></xs:schema>";
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(new StreamSource(new StringReader(schema)))
                .newValidator();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
