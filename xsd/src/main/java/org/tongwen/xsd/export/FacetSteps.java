package org.tongwen.xsd.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tongwen.xsd.definition.Facet;
import org.tongwen.xsd.definition.SimpleType;
import org.tongwen.xsd.pattern.Pattern;

/**
 * The facets of a simple type as restrictions inside each other. One restriction may hold each kind of facet once, so a type that
 * restricts a restricted one needs several.
 */
final class FacetSteps {

    private final SimpleType type;
    private final List<List<Facet>> steps = new ArrayList<>();

    FacetSteps(SimpleType type) {
        this.type = type;
        Set<String> taken = new HashSet<>();
        steps.add(new ArrayList<>());
        for (Facet facet : type.facets()) {
            Set<String> slots = slots(facet);
            if (slots.stream().anyMatch(taken::contains)) {
                taken.clear();
                steps.add(new ArrayList<>());
            }
            taken.addAll(slots);
            steps.get(steps.size() - 1).add(facet);
        }
    }

    /** Writes the restriction into an element {@code simpleType}. */
    void write(Indented xml) {
        write(steps.size() - 1, xml);
    }

    private void write(int step, Indented xml) {
        xml.open("restriction");
        if (step == 0) {
            xml.with("base", "xs:" + type.primitive().xmlName());
        } else {
            xml.open("simpleType");
            write(step - 1, xml);
            xml.close();
        }
        steps.get(step).forEach(facet -> write(facet, xml));
        xml.close();
    }

    /** Two facets that need the same slot cannot stand in one restriction. */
    private static Set<String> slots(Facet facet) {
        if (facet instanceof Facet.Length) {
            return Set.of("min length", "max length");
        } else if (facet instanceof Facet.MinLength) {
            return Set.of("min length");
        } else if (facet instanceof Facet.MaxLength) {
            return Set.of("max length");
        } else if (facet instanceof Facet.MinInclusive || facet instanceof Facet.MinExclusive) {
            return Set.of("min");
        } else if (facet instanceof Facet.MaxInclusive || facet instanceof Facet.MaxExclusive) {
            return Set.of("max");
        }
        return Set.of(facet.getClass().getSimpleName());
    }

    private static void write(Facet facet, Indented xml) {
        if (facet instanceof Facet.Length length) {
            number("length", length.value(), xml);
        } else if (facet instanceof Facet.MinLength length) {
            number("minLength", length.value(), xml);
        } else if (facet instanceof Facet.MaxLength length) {
            number("maxLength", length.value(), xml);
        } else if (facet instanceof Facet.TotalDigits digits) {
            number("totalDigits", digits.value(), xml);
        } else if (facet instanceof Facet.FractionDigits digits) {
            number("fractionDigits", digits.value(), xml);
        } else if (facet instanceof Facet.Patterns patterns) {
            patterns.alternatives().stream()
                    .map(Pattern::source)
                    .sorted()
                    .forEach(source -> value("pattern", source, xml));
        } else if (facet instanceof Facet.Enumeration codes) {
            codes.values().forEach(code -> value("enumeration", code, xml));
        } else {
            bound(facet, xml);
        }
    }

    private static void bound(Facet facet, Indented xml) {
        if (facet instanceof Facet.MinInclusive min) {
            bound("minInclusive", min.value(), xml);
        } else if (facet instanceof Facet.MaxInclusive max) {
            bound("maxInclusive", max.value(), xml);
        } else if (facet instanceof Facet.MinExclusive min) {
            bound("minExclusive", min.value(), xml);
        } else if (facet instanceof Facet.MaxExclusive max) {
            bound("maxExclusive", max.value(), xml);
        }
    }

    private static void number(String kind, int value, Indented xml) {
        value(kind, Integer.toString(value), xml);
    }

    private static void bound(String kind, BigDecimal value, Indented xml) {
        value(kind, value.toPlainString(), xml);
    }

    private static void value(String kind, String value, Indented xml) {
        xml.open(kind).with("value", value);
        xml.close();
    }
}
