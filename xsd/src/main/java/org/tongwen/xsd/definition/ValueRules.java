package org.tongwen.xsd.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The conditions of a simple type, made ready and in the order in which they are looked at. */
final class ValueRules {

    private final ValueRule[] rules;

    private ValueRules(List<ValueRule> rules) {
        this.rules = rules.toArray(ValueRule[]::new);
    }

    /** Lengths are looked at before all else, so that nothing has to run through a text that is far too long. */
    static ValueRules of(Primitive primitive, List<Facet> facets) {
        List<ValueRule> rules = new ArrayList<>();
        if (!primitive.isText()) {
            rules.add(new ValueRule.Written(primitive));
        }
        List<ValueRule> others = new ArrayList<>();
        for (Facet facet : facets) {
            ValueRule rule = rule(primitive, facet);
            (rule instanceof ValueRule.Length ? rules : others).add(rule);
        }
        rules.addAll(others);
        return new ValueRules(rules);
    }

    Optional<Violation> violation(String value) {
        for (ValueRule rule : rules) {
            if (!rule.accepts(value)) {
                return Optional.of(rule.violation(value));
            }
        }
        return Optional.empty();
    }

    private static ValueRule rule(Primitive primitive, Facet facet) {
        if (facet instanceof Facet.Length exact) {
            return new ValueRule.Length(primitive, exact.value(), exact.value());
        }
        if (facet instanceof Facet.MinLength min) {
            return new ValueRule.Length(primitive, min.value(), Integer.MAX_VALUE);
        }
        if (facet instanceof Facet.MaxLength max) {
            return new ValueRule.Length(primitive, 0, max.value());
        }
        if (facet instanceof Facet.Patterns patterns) {
            return new ValueRule.Matching(List.copyOf(patterns.alternatives()));
        }
        if (facet instanceof Facet.Enumeration codes) {
            return listed(primitive, codes.values());
        }
        if (facet instanceof Facet.TotalDigits total) {
            return new ValueRule.TotalDigits(total.value());
        }
        if (facet instanceof Facet.FractionDigits fraction) {
            return new ValueRule.FractionDigits(fraction.value());
        }
        return bound(facet);
    }

    private static ValueRule listed(Primitive primitive, Set<String> values) {
        Set<String> normal = values.stream()
                .map(value -> Lexical.collapse(primitive, value))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        boolean numbers =
                primitive.isNumber() && normal.stream().allMatch(value -> Lexical.isValid(Primitive.DECIMAL, value));
        return numbers ? new ValueRule.ListedNumber(normal) : new ValueRule.Listed(normal);
    }

    private static ValueRule bound(Facet facet) {
        if (facet instanceof Facet.MinInclusive min) {
            return bound("xsd.MinInclusive", "at least", min.value(), true, true);
        }
        if (facet instanceof Facet.MaxInclusive max) {
            return bound("xsd.MaxInclusive", "at most", max.value(), false, true);
        }
        if (facet instanceof Facet.MinExclusive min) {
            return bound("xsd.MinExclusive", "more than", min.value(), true, false);
        }
        if (facet instanceof Facet.MaxExclusive max) {
            return bound("xsd.MaxExclusive", "less than", max.value(), false, false);
        }
        throw new IllegalStateException("no rule for the facet " + facet);
    }

    private static ValueRule bound(String id, String relation, BigDecimal bound, boolean above, boolean inclusive) {
        String shown = bound.toPlainString();
        return new ValueRule.Bound(id, relation, DecimalText.ofValid(shown), shown, above, inclusive);
    }
}
