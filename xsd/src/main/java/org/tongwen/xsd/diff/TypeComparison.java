package org.tongwen.xsd.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongwen.xsd.definition.AttributeDeclaration;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.SimpleType;
import org.tongwen.xsd.definition.Type;
import org.tongwen.xsd.outline.OutlineText;

/**
 * One pair of types compared.
 *
 * @param changes what changed between them, the types of their elements apart
 * @param uses the pairs below them
 */
record TypeComparison(List<Change> changes, List<TypePairs.Use> uses) {

    static TypeComparison of(TypePairs.Pair pair) {
        if (pair.before().equals(pair.after())) {
            return new TypeComparison(List.of(), List.of());
        }
        if (pair.before() instanceof ComplexType before && pair.after() instanceof ComplexType after) {
            return structures(before, after);
        }
        if (pair.before() instanceof SimpleType before && pair.after() instanceof SimpleType after) {
            return new TypeComparison(ValueChanges.between(before, after), List.of());
        }
        Change other = structure(kind(pair.before()), kind(pair.after()));
        return new TypeComparison(List.of(other), List.of());
    }

    private static TypeComparison structures(ComplexType before, ComplexType after) {
        List<Change> changes = new ArrayList<>();
        List<TypePairs.Use> uses = new ArrayList<>();
        attributes(before, after, changes, uses);
        if (before.value().isPresent() && after.value().isPresent()) {
            changes.addAll(
                    ValueChanges.between(before.value().get(), after.value().get()));
        } else if (before.value().isPresent() != after.value().isPresent()) {
            changes.add(structure(kind(before), kind(after)));
        } else {
            changes.addAll(ContentChanges.between(before.content(), after.content()));
            elements(before, after, changes, uses);
        }
        return new TypeComparison(List.copyOf(changes), List.copyOf(uses));
    }

    private static void elements(
            ComplexType before, ComplexType after, List<Change> changes, List<TypePairs.Use> uses) {
        for (ElementDeclaration element : before.elements()) {
            String name = ContentChanges.renamed(element.name(), changes);
            after.element(name)
                    .map(other -> new TypePairs.Use(element.name(), new TypePairs.Pair(element.type(), other.type())))
                    .ifPresent(uses::add);
        }
    }

    private static void attributes(
            ComplexType before, ComplexType after, List<Change> changes, List<TypePairs.Use> uses) {
        for (AttributeDeclaration attribute : before.attributes()) {
            String name = "@" + attribute.name();
            Optional<AttributeDeclaration> other = after.attribute(attribute.name());
            if (other.isEmpty()) {
                Effect effect = Effect.of(true, attribute.required());
                changes.add(new Change(Change.Kind.REMOVED, name, shown(attribute), "", effect));
            } else {
                uses.add(new TypePairs.Use(
                        name, new TypePairs.Pair(attribute.type(), other.get().type())));
                required(attribute, other.get()).ifPresent(changes::add);
            }
        }
        for (AttributeDeclaration attribute : after.attributes()) {
            if (before.attribute(attribute.name()).isEmpty()) {
                Effect effect = Effect.of(attribute.required(), true);
                changes.add(new Change(Change.Kind.ADDED, "@" + attribute.name(), "", shown(attribute), effect));
            }
        }
    }

    private static Optional<Change> required(AttributeDeclaration before, AttributeDeclaration after) {
        if (before.required() == after.required()) {
            return Optional.empty();
        }
        return Optional.of(new Change(
                after.required() ? Change.Kind.MANDATORY : Change.Kind.OPTIONAL,
                "@" + before.name(),
                occurrence(before),
                occurrence(after),
                after.required() ? Effect.NARROWS : Effect.WIDENS));
    }

    private static String shown(AttributeDeclaration attribute) {
        return occurrence(attribute) + " " + attribute.type().name();
    }

    private static String occurrence(AttributeDeclaration attribute) {
        return OutlineText.occurrence(attribute.required() ? 1 : 0, 1);
    }

    private static Change structure(String before, String after) {
        return new Change(Change.Kind.STRUCTURE, "content", before, after, Effect.BOTH);
    }

    private static String kind(Type type) {
        boolean value = type instanceof SimpleType
                || type instanceof ComplexType complex && complex.value().isPresent();
        return value ? "a value" : "elements";
    }
}
