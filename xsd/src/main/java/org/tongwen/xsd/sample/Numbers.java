package org.tongwen.xsd.sample;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.tongwen.xsd.definition.Facet;
import org.tongwen.xsd.definition.Primitive;
import org.tongwen.xsd.definition.SimpleType;

/** Draws decimal and whole numbers. */
final class Numbers {

    private static final int USUAL_DIGITS = 18;
    private static final int USUAL_DECIMALS = 2;

    private final RandomGenerator random;
    private final boolean plain;

    Numbers(RandomGenerator random, boolean plain) {
        this.random = random;
        this.plain = plain;
    }

    /** A number with the digits and decimals that the type allows, mostly within its bounds. */
    String draw(SimpleType type) {
        List<BigDecimal> bounds = bounds(type);
        boolean hasPoint = type.primitive() == Primitive.DECIMAL;
        if (!bounds.isEmpty() && random.nextInt(20) == 0) {
            return written(bounds.get(random.nextInt(bounds.size())), hasPoint);
        }
        int digits = type.facets(Facet.TotalDigits.class)
                .mapToInt(Facet.TotalDigits::value)
                .min()
                .orElse(USUAL_DIGITS);
        int decimals = decimals(type, digits);
        int whole = random.nextInt(Math.min(plain ? 7 : digits, digits - decimals) + 1);
        BigDecimal number = new BigDecimal(digits(whole + decimals), decimals);
        boolean negative = !plain && bounds.stream().noneMatch(bound -> bound.signum() >= 0) && random.nextInt(4) == 0;
        return written(negative ? number.negate() : number, hasPoint);
    }

    private int decimals(SimpleType type, int digits) {
        int most = type.primitive() == Primitive.INTEGER
                ? 0
                : type.facets(Facet.FractionDigits.class)
                        .mapToInt(Facet.FractionDigits::value)
                        .min()
                        .orElse(digits);
        int allowed = Math.min(digits, most);
        return plain || random.nextInt(3) > 0 ? Math.min(USUAL_DECIMALS, allowed) : random.nextInt(allowed + 1);
    }

    private BigInteger digits(int count) {
        StringBuilder digits = new StringBuilder("0");
        for (int i = 0; i < count; i++) {
            digits.append(i == 0 && plain ? 1 + random.nextInt(9) : random.nextInt(10));
        }
        return new BigInteger(digits.toString());
    }

    private static List<BigDecimal> bounds(SimpleType type) {
        return Stream.of(
                        type.facets(Facet.MinInclusive.class).map(Facet.MinInclusive::value),
                        type.facets(Facet.MinExclusive.class).map(Facet.MinExclusive::value),
                        type.facets(Facet.MaxInclusive.class).map(Facet.MaxInclusive::value),
                        type.facets(Facet.MaxExclusive.class).map(Facet.MaxExclusive::value))
                .flatMap(bound -> bound)
                .toList();
    }

    /** Now and then with zeros and signs that mean nothing. */
    private String written(BigDecimal number, boolean hasPoint) {
        String text = number.toPlainString();
        if (plain || number.signum() < 0) {
            return text;
        }
        return switch (random.nextInt(40)) {
            case 0 -> "+" + text;
            case 1 -> "00" + text;
            case 2 -> number.scale() > 0 ? text + "000" : text;
            case 3 -> text.startsWith("0.") ? text.substring(1) : text;
            case 4 -> number.scale() == 0 && hasPoint ? text + "." : text;
            case 5 -> number.signum() == 0 ? "-" + text : text;
            default -> text;
        };
    }
}
