package org.tongwen.xsd.definition;

import java.math.BigDecimal;
import java.util.Set;
import org.tongwen.xsd.pattern.Pattern;

/** One restriction on the values of a simple type. */
public sealed interface Facet {

    /** Exact length in characters, or in bytes of a binary type. */
    record Length(int value) implements Facet {}

    /** Least length in characters, or in bytes of a binary type. */
    record MinLength(int value) implements Facet {}

    /** Greatest length in characters, or in bytes of a binary type. */
    record MaxLength(int value) implements Facet {}

    /** The patterns of one restriction step, of which a value must match one. */
    record Patterns(Set<Pattern> alternatives) implements Facet {
        /** Copies the patterns. */
        public Patterns {
            alternatives = Set.copyOf(alternatives);
        }
    }

    /** The values allowed, in the order of the schema. */
    record Enumeration(Set<String> values) implements Facet {}

    /** Greatest number of significant digits. */
    record TotalDigits(int value) implements Facet {}

    /** Greatest number of digits behind the decimal point, without trailing zeros. */
    record FractionDigits(int value) implements Facet {}

    /** Least value. */
    record MinInclusive(BigDecimal value) implements Facet {}

    /** Greatest value. */
    record MaxInclusive(BigDecimal value) implements Facet {}

    /** Bound below which a value may not lie and which it may not equal. */
    record MinExclusive(BigDecimal value) implements Facet {}

    /** Bound above which a value may not lie and which it may not equal. */
    record MaxExclusive(BigDecimal value) implements Facet {}
}
