package org.tongwen.xsd.load;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongwen.xsd.definition.AttributeDeclaration;
import org.tongwen.xsd.definition.Blanks;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.definition.DecimalText;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.Facet;
import org.tongwen.xsd.definition.Lazy;
import org.tongwen.xsd.definition.Particle;
import org.tongwen.xsd.definition.Pattern;
import org.tongwen.xsd.definition.SimpleType;
import org.tongwen.xsd.definition.Type;

/** Turns the type definitions of one schema file into types. What message definitions do not use is refused, never guessed. */
final class TypeReader {

    private static final int MAX_GROUP_COPIES = 100;

    /** A content model unrolls groups that repeat; those inside each other multiply. */
    private static final int MAX_POSITIONS = 5_000;

    private final TypeTable table;
    private final SchemaFile file;

    TypeReader(TypeTable table, SchemaFile file) {
        this.table = table;
        this.file = file;
    }

    Type type(String name, SchemaElement element) {
        refuse(element, "abstract", "true", "1");
        return element.kind().equals("simpleType")
                ? simple(name, element)
                : new ComplexType(name, () -> content(name, element));
    }

    /** The declaration of a global element. */
    ElementDeclaration root(SchemaElement element) {
        return element(element, 0);
    }

    private ElementDeclaration local(SchemaElement element, int index) {
        Optional<String> form = element.attribute("form").or(() -> file.schema().attribute("elementFormDefault"));
        if (form.filter("qualified"::equals).isEmpty()) {
            throw unsupported(element, "an element that is not qualified by the namespace");
        }
        return element(element, index);
    }

    private ElementDeclaration element(SchemaElement element, int index) {
        refuse(element, "fixed");
        refuse(element, "default");
        refuse(element, "abstract", "true", "1");
        refuse(element, "nillable", "true", "1");
        for (String constraint : List.of("key", "keyref", "unique")) {
            element.child(constraint).ifPresent(found -> {
                throw unsupported(found, "xs:" + constraint);
            });
        }
        if (element.attribute("ref").isPresent()
                || element.attribute("substitutionGroup").isPresent()) {
            throw unsupported(element, "a reference to a global element");
        }
        String name = element.required("name");
        return new ElementDeclaration(name, index, element.max() > 1, new Lazy<>(() -> typeOf(name, element)));
    }

    private Type typeOf(String name, SchemaElement element) {
        Optional<String> reference = element.attribute("type");
        if (reference.isPresent()) {
            return table.type(file, reference.get(), element);
        }
        return element.children().stream()
                .filter(child ->
                        child.kind().equals("simpleType") || child.kind().equals("complexType"))
                .findFirst()
                .map(anonymous -> type(name, anonymous))
                .orElseThrow(() -> unsupported(element, "an element without a type"));
    }

    private ComplexType.Content content(String name, SchemaElement type) {
        if (type.attribute("mixed")
                .filter(mixed -> mixed.equals("true") || mixed.equals("1"))
                .isPresent()) {
            throw unsupported(type, "mixed content");
        }
        Optional<SchemaElement> simple = type.child("simpleContent");
        if (simple.isPresent()) {
            return valueContent(name, simple.get());
        }
        Counter counter = new Counter();
        List<Particle> particles = new ArrayList<>();
        for (SchemaElement child : type.children()) {
            if (!child.kind().equals("attribute")) {
                particles.add(particle(child, counter));
            }
        }
        if (particles.size() > 1) {
            throw unsupported(type, "more than one content model");
        }
        Optional<Particle> content = particles.stream().findFirst();
        return new ComplexType.Content(content, attributes(type), Optional.empty());
    }

    private ComplexType.Content valueContent(String name, SchemaElement simpleContent) {
        SchemaElement extension = simpleContent
                .child("extension")
                .orElseThrow(() -> unsupported(simpleContent, "simpleContent without extension"));
        Type base = table.type(file, extension.required("base"), extension);
        if (base instanceof SimpleType value) {
            return new ComplexType.Content(Optional.empty(), attributes(extension), Optional.of(value));
        }
        throw unsupported(extension, "an extension of the complex type " + base.name() + " in " + name);
    }

    private List<AttributeDeclaration> attributes(SchemaElement owner) {
        for (SchemaElement child : owner.children()) {
            if (child.kind().equals("attributeGroup") || child.kind().equals("anyAttribute")) {
                throw unsupported(child, "xs:" + child.kind());
            }
        }
        return owner.children("attribute")
                .filter(attribute ->
                        attribute.attribute("use").filter("prohibited"::equals).isEmpty())
                .map(this::attribute)
                .toList();
    }

    private AttributeDeclaration attribute(SchemaElement attribute) {
        if (attribute.attribute("ref").isPresent()) {
            throw unsupported(attribute, "a reference to a global attribute");
        }
        Optional<String> form =
                attribute.attribute("form").or(() -> file.schema().attribute("attributeFormDefault"));
        if (form.filter("qualified"::equals).isPresent()) {
            throw unsupported(attribute, "an attribute that is qualified by the namespace");
        }
        String name = attribute.required("name");
        boolean required = attribute.attribute("use").filter("required"::equals).isPresent();
        if (typeOf(name, attribute) instanceof SimpleType type) {
            return new AttributeDeclaration(
                    name,
                    attribute.attribute("fixed").map(value -> only(value, type)).orElse(type),
                    required);
        }
        throw unsupported(attribute, "an attribute of a complex type");
    }

    /** A type that allows only the fixed value. */
    private static SimpleType only(String value, SimpleType type) {
        List<Facet> facets = new ArrayList<>(type.facets());
        facets.add(new Facet.Enumeration(Set.of(type.normal(value))));
        return new SimpleType(type.name(), type.primitive(), facets);
    }

    private static final class Counter {
        private int next;

        int next() {
            return next++;
        }
    }

    private Particle particle(SchemaElement element, Counter counter) {
        return switch (element.kind()) {
            case "element" -> new Particle.Element(local(element, counter.next()), element.min(), element.max());
            case "sequence" -> sequence(element, counter);
            case "choice" ->
                limited(new Particle.Choice(parts(element, counter), element.min(), groupMax(element)), element);
            case "any" ->
                new Particle.Wildcard(
                        element.attribute("namespace").orElse("##any"),
                        processing(element),
                        element.min(),
                        element.max());
            default -> throw unsupported(element, "xs:" + element.kind());
        };
    }

    /** A sequence around nothing but a choice, as old schemas write it, is that choice. */
    private Particle sequence(SchemaElement element, Counter counter) {
        List<Particle> parts = parts(element, counter);
        boolean once = element.min() == 1 && element.max() == 1;
        if (once && parts.size() == 1 && parts.get(0) instanceof Particle.Choice choice) {
            return choice;
        }
        return limited(new Particle.Sequence(parts, element.min(), groupMax(element)), element);
    }

    private static Particle limited(Particle group, SchemaElement element) {
        if (positions(group) > MAX_POSITIONS) {
            throw unsupported(element, "a group that unrolls to more than " + MAX_POSITIONS + " elements");
        }
        return group;
    }

    /** Elements that a particle holds when its groups are unrolled. */
    private static long positions(Particle particle) {
        List<Particle> parts = particle instanceof Particle.Choice choice
                ? choice.parts()
                : particle instanceof Particle.Sequence sequence ? sequence.parts() : List.of();
        boolean group = particle instanceof Particle.Choice || particle instanceof Particle.Sequence;
        return group
                ? copies(particle)
                        * parts.stream().mapToLong(TypeReader::positions).sum()
                : 1;
    }

    private static long copies(Particle group) {
        return Math.max(1, group.max() == Particle.UNBOUNDED ? group.min() : group.max());
    }

    private List<Particle> parts(SchemaElement group, Counter counter) {
        List<Particle> parts = new ArrayList<>();
        group.children().forEach(child -> parts.add(particle(child, counter)));
        return parts;
    }

    private static int groupMax(SchemaElement group) {
        int copies = group.max() == Particle.UNBOUNDED ? group.min() : group.max();
        if (copies > MAX_GROUP_COPIES) {
            throw unsupported(group, "a group that repeats more than " + MAX_GROUP_COPIES + " times");
        }
        return group.max();
    }

    private static Particle.Processing processing(SchemaElement any) {
        String mode = any.attribute("processContents").orElse("strict");
        return switch (mode) {
            case "lax" -> Particle.Processing.LAX;
            case "skip" -> Particle.Processing.SKIP;
            default -> throw unsupported(any, "processContents " + mode);
        };
    }

    private SimpleType simple(String name, SchemaElement type) {
        SchemaElement restriction =
                type.child("restriction").orElseThrow(() -> unsupported(type, "a simple type that is no restriction"));
        SimpleType base = restriction
                .child("simpleType")
                .map(anonymous -> simple(name, anonymous))
                .orElseGet(() -> simpleBase(restriction));
        List<Facet> facets = new ArrayList<>(base.facets());
        patterns(restriction).ifPresent(facets::add);
        enumeration(restriction, base).ifPresent(facets::add);
        for (SchemaElement facet : restriction.children()) {
            facet(facet).ifPresent(facets::add);
        }
        return new SimpleType(name, base.primitive(), facets);
    }

    private SimpleType simpleBase(SchemaElement restriction) {
        if (table.type(file, restriction.required("base"), restriction) instanceof SimpleType base) {
            return base;
        }
        throw unsupported(restriction, "a restriction of a complex type");
    }

    private static Optional<Facet> patterns(SchemaElement restriction) {
        Set<Pattern> patterns =
                restriction.children("pattern").map(TypeReader::pattern).collect(Collectors.toSet());
        return patterns.isEmpty() ? Optional.empty() : Optional.of(new Facet.Patterns(patterns));
    }

    private static Pattern pattern(SchemaElement facet) {
        try {
            return Pattern.of(facet.required("value"));
        } catch (IllegalArgumentException e) {
            throw unsupported(facet, "the pattern " + facet.required("value"));
        }
    }

    private static Optional<Facet> enumeration(SchemaElement restriction, SimpleType base) {
        Set<String> values = restriction
                .children("enumeration")
                .map(facet -> base.normal(facet.required("value")))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return values.isEmpty() ? Optional.empty() : Optional.of(new Facet.Enumeration(values));
    }

    private static Optional<Facet> facet(SchemaElement facet) {
        return switch (facet.kind()) {
            case "pattern", "enumeration", "simpleType" -> Optional.empty();
            case "length" -> Optional.of(new Facet.Length(size(facet)));
            case "minLength" -> Optional.of(new Facet.MinLength(size(facet)));
            case "maxLength" -> Optional.of(new Facet.MaxLength(size(facet)));
            case "totalDigits" -> Optional.of(new Facet.TotalDigits(size(facet)));
            case "fractionDigits" -> Optional.of(new Facet.FractionDigits(size(facet)));
            case "minInclusive" -> Optional.of(new Facet.MinInclusive(bound(facet)));
            case "maxInclusive" -> Optional.of(new Facet.MaxInclusive(bound(facet)));
            case "minExclusive" -> Optional.of(new Facet.MinExclusive(bound(facet)));
            case "maxExclusive" -> Optional.of(new Facet.MaxExclusive(bound(facet)));
            default -> throw unsupported(facet, "the facet " + facet.kind());
        };
    }

    private static int size(SchemaElement facet) {
        return facet.number(facet.required("value"));
    }

    private static BigDecimal bound(SchemaElement facet) {
        String value = Blanks.strip(facet.required("value"));
        if (DecimalText.of(value).isEmpty()) {
            throw unsupported(facet, "a bound that is not a number");
        }
        return new BigDecimal(value);
    }

    /** Refuses an attribute that would change what is valid, whatever its value or only with one of these values. */
    private static void refuse(SchemaElement element, String attribute, String... values) {
        Optional<String> found = element.attribute(attribute).map(Blanks::strip);
        if (found.isPresent() && (values.length == 0 || List.of(values).contains(found.get()))) {
            throw unsupported(element, attribute + "=\"" + found.get() + "\"");
        }
    }

    private static SchemaException unsupported(SchemaElement element, String what) {
        return new SchemaException(element.place(), what + " is not supported in a message definition");
    }
}
