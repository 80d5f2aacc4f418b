package org.tongwen.xsd.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

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

    private record Compiled(Content content, ContentModel model, List<ElementDeclaration> elements) {}

    private final String name;
    private final Lazy<Compiled> compiled;

    /**
     * Names a type whose content is supplied when first needed.
     *
     * @param name the standard's name
     * @param content asked once
     */
    public ComplexType(String name, Supplier<Content> content) {
        this.name = name;
        this.compiled = new Lazy<>(() -> compile(content.get()));
    }

    @Override
    public String name() {
        return name;
    }

    /** The elements as the definition nests them; empty for a type that holds a value. */
    public Optional<Particle> content() {
        return compiled.get().content().content();
    }

    /** The attributes, in the definition's order. */
    public List<AttributeDeclaration> attributes() {
        return compiled.get().content().attributes();
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
        return compiled.get().content().value();
    }

    /** The order and number of its elements, ready to check a message. */
    public ContentModel model() {
        return compiled.get().model();
    }

    /** All elements that it declares, in the definition's order; {@link ElementDeclaration#index()} counts in this list. */
    public List<ElementDeclaration> elements() {
        return compiled.get().elements();
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

    private static Compiled compile(Content content) {
        List<ElementDeclaration> elements = new ArrayList<>();
        content.content().ifPresent(particle -> collect(particle, elements));
        return new Compiled(content, ContentModel.of(content.content()), List.copyOf(elements));
    }

    private static void collect(Particle particle, List<ElementDeclaration> elements) {
        if (particle instanceof Particle.Element element) {
            elements.add(element.declaration());
        } else if (particle instanceof Particle.Sequence sequence) {
            sequence.parts().forEach(part -> collect(part, elements));
        } else if (particle instanceof Particle.Choice choice) {
            choice.parts().forEach(part -> collect(part, elements));
        }
    }
}
