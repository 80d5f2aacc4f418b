package org.tongwen.mappings.tree;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BinaryOperator;

/**
 * What a source schema says of values beyond their kind and length. What it does not say is empty.
 *
 * @param least least number
 * @param most greatest number
 * @param decimals greatest number of digits behind the point
 * @param pattern a regular expression in the schema's own language that texts match somewhere
 */
public record Bounds(
        Optional<BigDecimal> least, Optional<BigDecimal> most, OptionalInt decimals, Optional<String> pattern) {

    /** Nothing is said. */
    public static final Bounds NONE =
            new Bounds(Optional.empty(), Optional.empty(), OptionalInt.empty(), Optional.empty());

    /** Both hold. Of two patterns the first is kept: each of them is true. */
    public Bounds and(Bounds other) {
        return new Bounds(
                either(least, other.least, BigDecimal::max),
                either(most, other.most, BigDecimal::min),
                decimals.isPresent() && other.decimals.isPresent()
                        ? OptionalInt.of(Math.min(decimals.getAsInt(), other.decimals.getAsInt()))
                        : decimals.isPresent() ? decimals : other.decimals,
                pattern.or(other::pattern));
    }

    /** One of them holds. */
    public Bounds or(Bounds other) {
        return new Bounds(
                both(least, other.least, BigDecimal::min),
                both(most, other.most, BigDecimal::max),
                decimals.isPresent() && other.decimals.isPresent()
                        ? OptionalInt.of(Math.max(decimals.getAsInt(), other.decimals.getAsInt()))
                        : OptionalInt.empty(),
                pattern.equals(other.pattern) ? pattern : Optional.empty());
    }

    /** Greatest number of digits before the point, where both ends are known. */
    public OptionalInt wholeDigits() {
        if (least.isEmpty() || most.isEmpty()) {
            return OptionalInt.empty();
        }
        BigDecimal greatest = least.get().abs().max(most.get().abs());
        return OptionalInt.of(Math.max(1, greatest.precision() - greatest.scale()));
    }

    private static Optional<BigDecimal> either(
            Optional<BigDecimal> one, Optional<BigDecimal> other, BinaryOperator<BigDecimal> tighter) {
        return one.isPresent() && other.isPresent()
                ? Optional.of(tighter.apply(one.get(), other.get()))
                : one.or(() -> other);
    }

    private static Optional<BigDecimal> both(
            Optional<BigDecimal> one, Optional<BigDecimal> other, BinaryOperator<BigDecimal> looser) {
        return one.flatMap(here -> other.map(there -> looser.apply(here, there)));
    }
}
