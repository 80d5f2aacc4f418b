package org.tongwen.xsd.load;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tongwen.xsd.definition.Blanks;
import org.tongwen.xsd.definition.DecimalText;
import org.tongwen.xsd.definition.Facet;
import org.tongwen.xsd.definition.SimpleType;
import org.tongwen.xsd.pattern.Pattern;

/** Turns definitions of simple types into types. */
final class SimpleTypeReader {

    private final TypeTable table;
    private final SchemaFile file;

    SimpleTypeReader(TypeTable table, SchemaFile file) {
        this.table = table;
        this.file = file;
    }

    SimpleType type(String name, SchemaElement type) {
        Optional<SchemaElement> restricted = type.child("restriction");
        if (restricted.isEmpty()) {
            throw type.unsupported("a simple type that is no restriction");
        }
        SchemaElement restriction = restricted.get();
        Optional<SchemaElement> anonymous = restriction.child("simpleType");
        SimpleType base = anonymous.isPresent() ? type(name, anonymous.get()) : base(restriction);
        List<Facet> facets = new ArrayList<>(base.facets());
        patterns(restriction, facets);
        enumeration(restriction, base, facets);
        for (SchemaElement facet : restriction.children()) {
            facet(facet, facets);
        }
        return new SimpleType(name, base.primitive(), facets);
    }

    /** A type that allows only one value of another. */
    static SimpleType only(String value, SimpleType type) {
        List<Facet> facets = new ArrayList<>(type.facets());
        facets.add(new Facet.Enumeration(Set.of(type.normal(value))));
        return new SimpleType(type.name(), type.primitive(), facets);
    }

    private SimpleType base(SchemaElement restriction) {
        if (table.type(file, restriction.required("base"), restriction) instanceof SimpleType base) {
            return base;
        }
        throw restriction.unsupported("a restriction of a complex type");
    }

    private static void patterns(SchemaElement restriction, List<Facet> facets) {
        Set<Pattern> patterns = new HashSet<>();
        for (SchemaElement facet : restriction.children("pattern")) {
            patterns.add(pattern(facet));
        }
        if (!patterns.isEmpty()) {
            facets.add(new Facet.Patterns(patterns));
        }
    }

    private static Pattern pattern(SchemaElement facet) {
        try {
            return Pattern.of(facet.required("value"));
        } catch (IllegalArgumentException e) {
            throw facet.unsupported("the pattern " + facet.required("value"));
        }
    }

    private static void enumeration(SchemaElement restriction, SimpleType base, List<Facet> facets) {
        Set<String> values = new LinkedHashSet<>();
        for (SchemaElement facet : restriction.children("enumeration")) {
            values.add(base.normal(facet.required("value")));
        }
        if (!values.isEmpty()) {
            facets.add(new Facet.Enumeration(values));
        }
    }

    private static void facet(SchemaElement facet, List<Facet> facets) {
        switch (facet.kind()) {
            case "pattern", "enumeration", "simpleType" -> {
                // Read above.
            }
            case "length" -> facets.add(new Facet.Length(size(facet)));
            case "minLength" -> facets.add(new Facet.MinLength(size(facet)));
            case "maxLength" -> facets.add(new Facet.MaxLength(size(facet)));
            case "totalDigits" -> facets.add(new Facet.TotalDigits(size(facet)));
            case "fractionDigits" -> facets.add(new Facet.FractionDigits(size(facet)));
            case "minInclusive" -> facets.add(new Facet.MinInclusive(bound(facet)));
            case "maxInclusive" -> facets.add(new Facet.MaxInclusive(bound(facet)));
            case "minExclusive" -> facets.add(new Facet.MinExclusive(bound(facet)));
            case "maxExclusive" -> facets.add(new Facet.MaxExclusive(bound(facet)));
            default -> throw facet.unsupported("the facet " + facet.kind());
        }
    }

    private static int size(SchemaElement facet) {
        return facet.number(facet.required("value"));
    }

    private static BigDecimal bound(SchemaElement facet) {
        String value = Blanks.strip(facet.required("value"));
        if (DecimalText.of(value).isEmpty()) {
            throw facet.unsupported("a bound that is not a number");
        }
        return new BigDecimal(value);
    }
}
