package org.tongwen.xsd.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongwen.xsd.pattern.Pattern;

class LexicalTest {

    @Test
    void base64EndsWithADigitThatLeavesNoBitsOver() {
        SimpleType bytes = new SimpleType("Bytes", Primitive.BASE64, List.of());
        for (String valid : List.of("", "QUJD", "QUI=", "QQ==", " Q U J\nD ", "QQ = =", "QUJD".repeat(100_000))) {
            assertThat(bytes.violation(valid)).isEmpty();
        }
        for (String wrong : List.of("Q", "QUJ=", "QR==", "=", "====", "Q===", "QUI=QUJD", "QU\u3000JD", "é", "QUJ-")) {
            assertThat(bytes.violation(wrong)).as(wrong).isPresent();
        }
        assertThat(bytes.violation("QUJD".repeat(1_100) + "QUJ=")).isPresent();
    }

    @Test
    void lengthsOfBase64AreBytes() {
        SimpleType two = new SimpleType("Two", Primitive.BASE64, List.of(new Facet.Length(2)));
        assertThat(two.violation("QU I=")).isEmpty();
        assertThat(id(two, "QUJD")).contains("xsd.Length");
    }

    @Test
    void digitsAreCountedAsTheyAreWritten() {
        SimpleType amount = new SimpleType(
                "Amount", Primitive.DECIMAL, List.of(new Facet.FractionDigits(2), new Facet.TotalDigits(5)));
        for (String valid : List.of("0", "-0.000", "00012345", "123.45000", ".05", "+1.", "0".repeat(400_000) + "1")) {
            assertThat(amount.violation(valid)).isEmpty();
        }
        assertThat(id(amount, "123456")).contains("xsd.TotalDigits");
        assertThat(id(amount, "0.001")).contains("xsd.FractionDigits");
        assertThat(id(amount, "1".repeat(2_000_000))).contains("xsd.TotalDigits");
    }

    @Test
    void boundsHoldForNumbersOfAnyLength() {
        SimpleType bounded = new SimpleType(
                "Bounded",
                Primitive.DECIMAL,
                List.of(new Facet.MinInclusive(new BigDecimal("-1.5")), new Facet.MaxExclusive(new BigDecimal("10"))));
        for (String valid : List.of("-1.5", "-1.49", "0", "-0", "9." + "9".repeat(1_000_000), "009")) {
            assertThat(bounded.violation(valid)).isEmpty();
        }
        assertThat(id(bounded, "10.0")).contains("xsd.MaxExclusive");
        assertThat(id(bounded, "9".repeat(2_000_000))).contains("xsd.MaxExclusive");
        assertThat(id(bounded, "-1.51")).contains("xsd.MinInclusive");
        assertThat(id(bounded, "-" + "9".repeat(2_000_000))).contains("xsd.MinInclusive");
    }

    @Test
    void noPatternRunsForEver() {
        Facet pattern = new Facet.Patterns(Set.of(Pattern.of("(a|b)*c?")));
        SimpleType text = new SimpleType("Text", Primitive.STRING, List.of(pattern));
        assertThat(text.violation("abc")).isEmpty();
        assertThat(text.violation("ab".repeat(500_000))).isEmpty();
        SimpleType large = new SimpleType(
                "Large", Primitive.STRING, List.of(new Facet.Patterns(Set.of(Pattern.of("(a+)+b|c{5000}")))));
        assertThat(large.violation("a".repeat(10_000)).orElseThrow().message()).contains("takes too long");
        SimpleType slow =
                new SimpleType("Slow", Primitive.STRING, List.of(new Facet.Patterns(Set.of(Pattern.of("(a+)+b")))));
        assertThat(id(slow, "a".repeat(60))).contains("xsd.Pattern");
        SimpleType shorter = new SimpleType("Short", Primitive.STRING, List.of(pattern, new Facet.MaxLength(35)));
        assertThat(id(shorter, "ab".repeat(500_000))).contains("xsd.MaxLength");
    }

    @Test
    void onlyBlanksOfXmlAreBlanks() {
        SimpleType token = new SimpleType("Token", Primitive.TOKEN, List.of());
        assertThat(token.normal(" \t\r\na \n b ")).isEqualTo("a b");
        assertThat(token.normal("\u3000a\u2028 ")).isEqualTo("\u3000a\u2028");
    }

    private static Optional<String> id(SimpleType type, String text) {
        return type.violation(text).map(Violation::id);
    }
}
