package org.tongwen.xsd.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A structure: elements in an order, or a value with attributes. Its content is worked out when first asked for. */
public final class ComplexType implements Type {

    /**
     * What is inside a complex type.
     *
     * @param content the elements; empty for a type that holds a value
     * @param attributes the attributes
     * @param value the type of the text; empty for a type that holds elements
     */
    public record Content(
            Optional<Particle> content, List<AttributeDeclaration> attributes, Optional<SimpleType> value) {
        /** Copies the attributes. */
        public Content {
            attributes = List.copyOf(attributes);
        }
    }

    private record Inside(Content content, List<ElementDeclaration> elements) {}

    private record InsideOf(Supplier<Content> source) implements Supplier<Inside> {
        @Override
        public Inside get() {
            Content content = source.get();
            List<ElementDeclaration> elements = new ArrayList<>();
            if (content.content().isPresent()) {
                collect(content.content().get(), elements);
            }
            return new Inside(content, List.copyOf(elements));
        }
    }

    private final String name;
    private final Lazy<Inside> inside;

    /** Made when a message is checked; two threads may both make it, to the same effect. */
    private @Nullable ContentModel model;

    /**
     * Names a type whose content is supplied when first needed.
     *
     * @param name the standard's name
     * @param content asked once
     */
    public ComplexType(String name, Supplier<Content> content) {
        this.name = name;
        this.inside = new Lazy<>(new InsideOf(content));
    }

    @Override
    public String name() {
        return name;
    }

    /** The elements as the definition nests them; empty for a type that holds a value. */
    public Optional<Particle> content() {
        return inside.get().content().content();
    }

    /** The attributes, in the definition's order. */
    public List<AttributeDeclaration> attributes() {
        return inside.get().content().attributes();
    }

    /** The attribute of that name. */
    public Optional<AttributeDeclaration> attribute(String attribute) {
        for (AttributeDeclaration declaration : attributes()) {
            if (declaration.name().equals(attribute)) {
                return Optional.of(declaration);
            }
        }
        return Optional.empty();
    }

    /** The type of the text, for a type that holds a value such as an amount. */
    public Optional<SimpleType> value() {
        return inside.get().content().value();
    }

    /** The order and number of its elements, ready to check a message. */
    public ContentModel model() {
        ContentModel known = model;
        if (known == null) {
            known = ContentModel.of(content());
            model = known;
        }
        return known;
    }

    /** All elements that it declares, in the definition's order; {@link ElementDeclaration#index()} counts in this list. */
    public List<ElementDeclaration> elements() {
        return inside.get().elements();
    }

    /** The element of that name. */
    public Optional<ElementDeclaration> element(String element) {
        return elements().stream()
                .filter(declaration -> declaration.name().equals(element))
                .findFirst();
    }

    /** Whether it holds exactly one of several elements, as the standard's {@code …Choice} types do. */
    public boolean isChoice() {
        return content().filter(Particle.Choice.class::isInstance).isPresent();
    }

    @Override
    public String toString() {
        return name;
    }

    private static void collect(Particle particle, List<ElementDeclaration> elements) {
        if (particle instanceof Particle.Element element) {
            elements.add(element.declaration());
        } else if (particle instanceof Particle.Sequence sequence) {
            collect(sequence.parts(), elements);
        } else if (particle instanceof Particle.Choice choice) {
            collect(choice.parts(), elements);
        }
    }

    private static void collect(List<Particle> parts, List<ElementDeclaration> elements) {
        for (Particle part : parts) {
            collect(part, elements);
        }
    }
}
