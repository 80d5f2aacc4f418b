package org.tongwen.xsd.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tongwen.xsd.definition.AttributeDeclaration;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.Lazy;
import org.tongwen.xsd.definition.Particle;
import org.tongwen.xsd.definition.SimpleType;
import org.tongwen.xsd.definition.Type;

/**
 * Turns the type definitions of one schema file into types. What message definitions do not use is refused, never guessed. Loops and
 * named classes, here and in its neighbours: each lambda costs a starting process some of the few milliseconds that a message may cost.
 */
final class TypeReader {

    private static final int MAX_GROUP_COPIES = 100;

    /** A content model unrolls groups that repeat; those inside each other multiply, and each element knows all that may follow. */
    private static final int MAX_POSITIONS = 1_000;

    private final TypeTable table;
    private final SchemaFile file;

    TypeReader(TypeTable table, SchemaFile file) {
        this.table = table;
        this.file = file;
    }

    Type type(String name, SchemaElement element) {
        element.refuse("abstract", "true", "1");
        return element.kind().equals("simpleType")
                ? new SimpleTypeReader(table, file).type(name, element)
                : new ComplexType(name, new ContentOf(this, name, element));
    }

    private record ContentOf(TypeReader reader, String name, SchemaElement element)
            implements Supplier<ComplexType.Content> {
        @Override
        public ComplexType.Content get() {
            return reader.content(name, element);
        }
    }

    private record TypeOf(TypeReader reader, String name, SchemaElement element) implements Supplier<Type> {
        @Override
        public Type get() {
            return reader.typeOf(name, element);
        }
    }

    /** The declaration of a global element. */
    ElementDeclaration root(SchemaElement element) {
        return element(element, 0);
    }

    private ElementDeclaration local(SchemaElement element, int index) {
        SchemaElement decides = element.attribute("form").isPresent() ? element : file.schema();
        boolean qualified = decides.has(decides == element ? "form" : "elementFormDefault", "qualified");
        boolean noNamespace = table.isPlain() && file.targetNamespace().isEmpty();
        if (!qualified && !noNamespace) {
            throw element.unsupported("an element that is not qualified by the namespace");
        }
        return element(element, index);
    }

    private ElementDeclaration element(SchemaElement element, int index) {
        element.refuse("fixed");
        element.refuse("default");
        element.refuse("abstract", "true", "1");
        element.refuse("nillable", "true", "1");
        for (SchemaElement child : element.children()) {
            if (List.of("key", "keyref", "unique").contains(child.kind())) {
                throw child.unsupported("xs:" + child.kind());
            }
        }
        if (element.attribute("ref").isPresent()
                || element.attribute("substitutionGroup").isPresent()) {
            throw element.unsupported("a reference to a global element");
        }
        String name = element.required("name");
        return new ElementDeclaration(name, index, element.max() > 1, new Lazy<>(new TypeOf(this, name, element)));
    }

    private Type typeOf(String name, SchemaElement element) {
        Optional<String> reference = element.attribute("type");
        if (reference.isPresent()) {
            return table.type(file, reference.get(), element);
        }
        for (SchemaElement child : element.children()) {
            if (child.kind().equals("simpleType") || child.kind().equals("complexType")) {
                return type(name, child);
            }
        }
        throw element.unsupported("an element without a type");
    }

    private ComplexType.Content content(String name, SchemaElement type) {
        if (type.has("mixed", "true", "1")) {
            throw type.unsupported("mixed content");
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
            throw type.unsupported("more than one content model");
        }
        Optional<Particle> content = particles.isEmpty() ? Optional.empty() : Optional.of(particles.get(0));
        return new ComplexType.Content(content, attributes(type), Optional.empty());
    }

    private ComplexType.Content valueContent(String name, SchemaElement simpleContent) {
        Optional<SchemaElement> found = simpleContent.child("extension");
        if (found.isEmpty()) {
            throw simpleContent.unsupported("simpleContent without extension");
        }
        SchemaElement extension = found.get();
        Type base = table.type(file, extension.required("base"), extension);
        if (base instanceof SimpleType value) {
            return new ComplexType.Content(Optional.empty(), attributes(extension), Optional.of(value));
        }
        throw extension.unsupported("an extension of the complex type " + base.name() + " in " + name);
    }

    private List<AttributeDeclaration> attributes(SchemaElement owner) {
        List<AttributeDeclaration> attributes = new ArrayList<>();
        for (SchemaElement child : owner.children()) {
            if (child.kind().equals("attributeGroup") || child.kind().equals("anyAttribute")) {
                throw child.unsupported("xs:" + child.kind());
            }
            if (child.kind().equals("attribute") && !child.has("use", "prohibited")) {
                attributes.add(attribute(child));
            }
        }
        return attributes;
    }

    private AttributeDeclaration attribute(SchemaElement attribute) {
        if (attribute.attribute("ref").isPresent()) {
            throw attribute.unsupported("a reference to a global attribute");
        }
        SchemaElement decides = attribute.attribute("form").isPresent() ? attribute : file.schema();
        if (decides.has(decides == attribute ? "form" : "attributeFormDefault", "qualified")) {
            throw attribute.unsupported("an attribute that is qualified by the namespace");
        }
        String name = attribute.required("name");
        if (typeOf(name, attribute) instanceof SimpleType type) {
            Optional<String> fixed = attribute.attribute("fixed");
            SimpleType allowed = fixed.isPresent() ? SimpleTypeReader.only(fixed.get(), type) : type;
            return new AttributeDeclaration(name, allowed, attribute.has("use", "required"));
        }
        throw attribute.unsupported("an attribute of a complex type");
    }

    private static final class Counter {
        private int next;

        int next() {
            return next++;
        }
    }

    private Particle particle(SchemaElement element, Counter counter) {
        element.checkOccurrence();
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
            default -> throw element.unsupported("xs:" + element.kind());
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

    private List<Particle> parts(SchemaElement group, Counter counter) {
        List<Particle> parts = new ArrayList<>();
        for (SchemaElement child : group.children()) {
            parts.add(particle(child, counter));
        }
        return parts;
    }

    private static Particle limited(Particle group, SchemaElement element) {
        if (positions(group) > MAX_POSITIONS) {
            throw element.unsupported("a group that unrolls to more than " + MAX_POSITIONS + " elements");
        }
        if (group.max() > 1 && inside(group).stream().anyMatch(part -> sharesCounts(group, part))) {
            throw element.unsupported("a group that repeats and holds what may itself occur more or less often");
        }
        return group;
    }

    /** Whether no next child says where one copy of the group ends, because its part may take more or leave it to the next copy. */
    private static boolean sharesCounts(Particle group, Particle part) {
        boolean all = group.max() == Particle.UNBOUNDED && group.min() <= 1;
        boolean takesAll =
                all && part instanceof Particle.Element && part.min() == 1 && part.max() == Particle.UNBOUNDED;
        boolean shares = part.min() > 0 && part.min() < part.max() && !takesAll;
        return shares || inside(part).stream().anyMatch(inner -> sharesCounts(group, inner));
    }

    private static List<Particle> inside(Particle particle) {
        if (particle instanceof Particle.Sequence sequence) {
            return sequence.parts();
        }
        return particle instanceof Particle.Choice choice ? choice.parts() : List.of();
    }

    /** Elements that a particle holds when its groups are unrolled. */
    private static long positions(Particle particle) {
        if (particle instanceof Particle.Sequence sequence) {
            return copies(sequence) * positions(sequence.parts());
        }
        return particle instanceof Particle.Choice choice ? copies(choice) * positions(choice.parts()) : 1;
    }

    private static long positions(List<Particle> parts) {
        long sum = 0;
        for (Particle part : parts) {
            sum += positions(part);
        }
        return sum;
    }

    private static long copies(Particle group) {
        return Math.max(1, group.max() == Particle.UNBOUNDED ? group.min() : group.max());
    }

    private static int groupMax(SchemaElement group) {
        int copies = group.max() == Particle.UNBOUNDED ? group.min() : group.max();
        if (copies > MAX_GROUP_COPIES) {
            throw group.unsupported("a group that repeats more than " + MAX_GROUP_COPIES + " times");
        }
        return group.max();
    }

    private static Particle.Processing processing(SchemaElement any) {
        String mode = any.attribute("processContents").orElse("strict");
        return switch (mode) {
            case "lax" -> Particle.Processing.LAX;
            case "skip" -> Particle.Processing.SKIP;
            default -> throw any.unsupported("processContents " + mode);
        };
    }
}
