package org.tongwen.xsd.message;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tongwen.xsd.definition.AttributeDeclaration;
import org.tongwen.xsd.definition.Blanks;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.definition.ContentModel;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.Foreign;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.definition.Particle;
import org.tongwen.xsd.definition.SimpleType;
import org.tongwen.xsd.definition.Type;
import org.tongwen.xsd.definition.Violation;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/**
 * An element whose content is being checked against its declaration. The reader and the check of finished trees both drive it, so that
 * there is one judgement of what is valid.
 */
final class Frame {

    private static final String XSI = "{http://www.w3.org/2001/XMLSchema-instance}";

    private static final String XML_SCHEMA = "http://www.w3.org/2001/XMLSchema";

    final Node node;
    private final MessageDefinition message;
    private final Consumer<Finding> findings;
    private final ContentModel.@Nullable Walk walk;

    Frame(Node node, MessageDefinition message, Consumer<Finding> findings) {
        this.node = node;
        this.message = message;
        this.findings = findings;
        this.walk = node.declaration().type() instanceof ComplexType type
                        && type.value().isEmpty()
                ? type.model().walk(message.namespace())
                : null;
    }

    /** The declaration of the next child; empty when the definition has no place for it, and it must be passed over. */
    Optional<ElementDeclaration> child(String namespace, String name, Supplier<Place> place) {
        if (node.isForeign()) {
            return Optional.of(Foreign.element(namespace, name));
        }
        if (walk == null) {
            String message = name + " is not allowed: " + node.name() + " holds a value";
            structure(new Violation("xsd.UnexpectedElement", message, name), place.get());
            return Optional.empty();
        }
        ContentModel.Step step = walk.next(namespace, name);
        step.violation().ifPresent(violation -> structure(violation, place.get()));
        return step.particle().map(particle -> declaration(particle, namespace, name));
    }

    private ElementDeclaration declaration(Particle particle, String namespace, String name) {
        if (particle instanceof Particle.Element element) {
            return element.declaration();
        }
        boolean known = namespace.equals(message.namespace())
                && name.equals(message.root().name());
        boolean checked = particle instanceof Particle.Wildcard any && any.processing() != Particle.Processing.SKIP;
        return known && checked ? message.root() : Foreign.element(namespace, name);
    }

    /**
     * Checks the attributes, which the node already holds under their local or {@code {namespace}local} names.
     *
     * @param namespaces the namespace that a prefix stands for here; empty for an unknown one
     */
    void attributes(UnaryOperator<String> namespaces) {
        if (node.isForeign()) {
            return;
        }
        Type type = node.declaration().type();
        if (!node.attributes().isEmpty()) {
            node.attributes().forEach((name, value) -> attribute(type, name, value, namespaces));
        }
        if (type instanceof ComplexType complex && !complex.attributes().isEmpty()) {
            complex.attributes().stream()
                    .filter(attribute -> attribute.required()
                            && node.attribute(attribute.name()).isEmpty())
                    .forEach(attribute -> report(
                            "xsd.MissingAttribute",
                            step(node.place(), "@" + attribute.name()),
                            node.name() + " needs the attribute " + attribute.name()));
        }
    }

    private void attribute(Type type, String name, String value, UnaryOperator<String> namespaces) {
        if (isAboutTheSchema(name)
                || (name.equals(XSI + "type") && isTypeAnyway(type, Blanks.strip(value), namespaces))) {
            return;
        }
        Optional<AttributeDeclaration> declared =
                type instanceof ComplexType complex ? complex.attribute(name) : Optional.empty();
        Place place = step(node.place(), "@" + name);
        if (declared.isEmpty()) {
            report("xsd.UnexpectedAttribute", place, "the attribute " + name + " is not allowed on " + node.name());
            return;
        }
        declared.get().type().violation(value).ifPresent(violation -> value(violation, place, "@" + name, value));
    }

    /** What XML Schema itself lets any element carry: where its schema lies. */
    private static boolean isAboutTheSchema(String name) {
        return name.equals(XSI + "schemaLocation") || name.equals(XSI + "noNamespaceSchemaLocation");
    }

    /** Whether a qualified name is that of the type which the element has anyway. */
    private boolean isTypeAnyway(Type type, String qualifiedName, UnaryOperator<String> namespaces) {
        int colon = qualifiedName.indexOf(':');
        String namespace = namespaces.apply(colon < 0 ? "" : qualifiedName.substring(0, colon));
        boolean known = isBuiltIn(type) ? namespace.equals(XML_SCHEMA) : namespace.equals(message.namespace());
        return known && qualifiedName.substring(colon + 1).equals(type.name());
    }

    private static boolean isBuiltIn(Type type) {
        return type instanceof SimpleType simple
                && simple.facets().isEmpty()
                && simple.name().equals(simple.primitive().xmlName());
    }

    /** Checks the end of the element, given all its text. */
    void end(String text) {
        Type type = node.declaration().type();
        if (type instanceof SimpleType simple) {
            value(simple, text);
        } else if (type instanceof ComplexType complex && complex.value().isPresent()) {
            value(complex.value().get(), text);
        } else if (walk != null) {
            text(text);
            walk.end().ifPresent(violation -> structure(violation, node.place()));
        }
    }

    /** Text between elements may only be blank. */
    void text(String text) {
        if (!node.isForeign() && !Blanks.isBlank(text)) {
            findings.accept(Finding.error("xsd.UnexpectedText", node.place(), node.name() + " holds elements, not text")
                    .value(Blanks.strip(text)));
        }
    }

    private void value(SimpleType type, String text) {
        type.violation(text).ifPresent(violation -> value(violation, node.place(), node.name(), text));
    }

    private void value(Violation violation, Place place, String subject, String value) {
        findings.accept(Finding.error(violation.id(), place, subject + " " + violation.message())
                .value(value));
    }

    private void structure(Violation violation, Place place) {
        String path = violation.element().isEmpty() ? node.path() : node.path() + "/" + violation.element();
        report(violation.id(), new Place(place.document(), place.line(), place.column(), path), violation.message());
    }

    private void report(String id, Place place, String message) {
        findings.accept(Finding.error(id, place, message));
    }

    private static Place step(Place place, String step) {
        return new Place(place.document(), place.line(), place.column(), place.path() + "/" + step);
    }
}
