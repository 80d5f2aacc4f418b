package org.tongwen.xsd.message;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tongwen.xsd.definition.Blanks;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.definition.ContentModel;
import org.tongwen.xsd.definition.ContentWalk;
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

    final Node node;

    /** The element around it; none for the outermost. */
    final @Nullable Frame around;

    /** How many elements are in memory without this one and what is in it. */
    final int nodesBefore;

    private final MessageDefinition message;
    private final Consumer<Finding> findings;

    /** The type of the element's text; none for an element that holds elements, and for a foreign one. */
    private final @Nullable SimpleType value;

    /** The way through the element's children; none for an element that holds a value, and for a foreign one. */
    private final @Nullable ContentWalk walk;

    private Map<Violation, Finding> missing = Map.of();

    Frame(Node node, @Nullable Frame around, int nodesBefore, MessageDefinition message, Consumer<Finding> findings) {
        this.node = node;
        this.around = around;
        this.nodesBefore = nodesBefore;
        this.message = message;
        this.findings = findings;
        Type type = node.declaration().type();
        if (type instanceof ComplexType complex) {
            this.value = complex.value().orElse(null);
            this.walk = value == null ? complex.model().walk(message.namespace()) : null;
        } else {
            this.value = type instanceof SimpleType simple ? simple : null;
            this.walk = null;
        }
    }

    /** Whether it holds elements by its definition, so that blanks between them mean nothing. */
    boolean isStructure() {
        return walk != null;
    }

    /** The declaration of the next child; empty when the definition has no place for it, and it must be passed over. */
    Optional<ElementDeclaration> child(String namespace, String name, Supplier<Place> place) {
        if (walk == null) {
            return node.declaration().type() instanceof Foreign foreign
                    ? Optional.of(unnamed(foreign.isChecked(), namespace, name))
                    : notInAValue(name, place);
        }
        ContentModel.Step step = walk.next(namespace, name);
        if (!step.isSound()) {
            note(step, place.get());
        }
        Optional<ElementDeclaration> declared = step.declaration();
        return declared.isPresent() || step.particle().isEmpty()
                ? declared
                : Optional.of(unnamed(isChecked(step.particle().get()), namespace, name));
    }

    /** What is missing is said at the end: it may still come late. */
    private void note(ContentModel.Step step, Place place) {
        step.violations().forEach(violation -> findings.accept(structure(violation, place)));
        if (missing.isEmpty() && !step.missing().isEmpty()) {
            missing = new LinkedHashMap<>();
        }
        step.missing().forEach(violation -> missing.put(violation, structure(violation, place)));
        step.withdrawn().ifPresent(missing::remove);
    }

    private Optional<ElementDeclaration> notInAValue(String name, Supplier<Place> place) {
        String message = name + " is not allowed: " + node.name() + " holds a value";
        findings.accept(structure(new Violation("xsd.UnexpectedElement", message, name), place.get()));
        return Optional.empty();
    }

    private static boolean isChecked(Particle particle) {
        return particle instanceof Particle.Wildcard any && any.processing() != Particle.Processing.SKIP;
    }

    /** The declaration of an element that stands in the place of any element. */
    private ElementDeclaration unnamed(boolean isChecked, String namespace, String name) {
        boolean known = namespace.equals(message.namespace())
                && name.equals(message.root().name());
        return known && isChecked ? message.root() : Foreign.element(namespace, name, isChecked);
    }

    /**
     * Checks the attributes, which the node already holds under their local or {@code {namespace}local} names.
     *
     * @param namespaces the namespace that a prefix stands for here; empty for an unknown one
     */
    void attributes(UnaryOperator<String> namespaces) {
        Type type = node.declaration().type();
        boolean none = node.isPlain()
                && !(type instanceof ComplexType complex
                        && !complex.attributes().isEmpty());
        if (!none) {
            new AttributeCheck(node, message, namespaces, findings).check();
        }
    }

    /** Checks the end of the element, given all its text. */
    void end(String text) {
        if (value != null) {
            Optional<Violation> violation = value.violation(text);
            if (violation.isPresent()) {
                findings.accept(
                        wrongValue(violation.get(), node.declaration().type(), node, node.place(), node.name(), text));
            }
        } else if (walk != null) {
            text(text);
            breakOff();
            List<Violation> violations = walk.end();
            if (!violations.isEmpty()) {
                violations.forEach(violation -> findings.accept(structure(violation, node.place())));
            }
        }
    }

    /** Says what is known to be missing, although the element may not have ended. */
    void breakOff() {
        if (!missing.isEmpty()) {
            missing.values().forEach(findings);
            missing = Map.of();
        }
    }

    /** Text between elements may only be blank. */
    void text(String text) {
        if (!text.isEmpty() && !node.isForeign() && !Blanks.isBlank(text)) {
            findings.accept(Finding.error("xsd.UnexpectedText", node.place(), node.name() + " holds elements, not text")
                    .value(Blanks.strip(text)));
        }
    }

    /** A value that is none of its type; a type that has no name of its own is not named. */
    static Finding wrongValue(Violation violation, Type type, Node node, Place place, String subject, String text) {
        String named = type.name().isEmpty() || type.name().equals(node.name()) ? "" : " (" + type.name() + ")";
        return Finding.error(violation.id(), place, subject + " " + violation.message() + named)
                .value(text);
    }

    private Finding structure(Violation violation, Place place) {
        String path = violation.element().isEmpty() ? node.path() : node.path() + "/" + violation.element();
        return Finding.error(violation.id(), place.path(path), violation.message());
    }
}
