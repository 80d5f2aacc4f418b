package org.tongwen.mappings.format.xml;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.definition.AttributeDeclaration;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.Particle;
import org.tongwen.xsd.definition.Primitive;
import org.tongwen.xsd.definition.SimpleType;
import org.tongwen.xsd.definition.Type;

/** The fields of a message definition, as mappings see them. A type inside itself is shown once. */
final class DefinitionFields {

    private final Map<Type, Map<String, SourceField>> known = new HashMap<>();
    private final Set<Type> open = new HashSet<>();

    private final Shape shape;

    private DefinitionFields(Shape shape) {
        this.shape = shape;
    }

    /** The fields of an outermost element. */
    static Map<String, SourceField> of(ElementDeclaration root, Shape shape) {
        return new DefinitionFields(shape).fields(root.type());
    }

    private Map<String, SourceField> fields(Type type) {
        Map<String, SourceField> before = known.get(type);
        if (before != null || !open.add(type)) {
            return before == null ? Map.of() : before;
        }
        Map<String, SourceField> fields = new LinkedHashMap<>();
        for (AttributeDeclaration attribute : Shape.attributes(type)) {
            fields.put("@" + attribute.name(), leaf(attribute.type(), attribute.required()));
        }
        Set<ElementDeclaration> required = new HashSet<>();
        if (type instanceof ComplexType complex) {
            complex.content().ifPresent(content -> required(content, required));
        }
        for (ElementDeclaration element : Shape.elements(type)) {
            put(element, required.contains(element), fields);
        }
        open.remove(type);
        known.put(type, fields);
        return fields;
    }

    private void put(ElementDeclaration element, boolean required, Map<String, SourceField> fields) {
        Optional<SimpleType> value = Shape.value(element.type());
        if (value.isEmpty()) {
            SourceField object = SourceField.object(required || shape.repeats(element), fields(element.type()));
            fields.put(element.name(), shape.repeats(element) ? SourceField.list(required, object) : object);
        } else if (shape.isValueObject(element)) {
            Map<String, SourceField> inside = new LinkedHashMap<>();
            inside.put(Shape.VALUE, leaf(value.get(), true));
            attributes(element, "", true, inside);
            fields.put(element.name(), SourceField.list(required, SourceField.object(true, inside)));
        } else {
            SourceField leaf = leaf(value.get(), required || shape.repeats(element));
            fields.put(element.name(), shape.repeats(element) ? SourceField.list(required, leaf) : leaf);
            attributes(element, element.name(), required, fields);
        }
    }

    private static void attributes(
            ElementDeclaration element, String prefix, boolean required, Map<String, SourceField> fields) {
        for (AttributeDeclaration attribute : Shape.attributes(element.type())) {
            fields.put(prefix + "@" + attribute.name(), leaf(attribute.type(), required && attribute.required()));
        }
    }

    private static SourceField leaf(SimpleType type, boolean required) {
        OptionalInt max = type.maxLength().map(OptionalInt::of).orElse(OptionalInt.empty());
        return new SourceField(kind(type), required, max, type.values(), Map.of(), Optional.empty());
    }

    /** What a value of the type is in a tree. */
    static Tree.Kind kind(SimpleType type) {
        return type.primitive() == Primitive.DECIMAL
                ? Tree.Kind.NUMBER
                : type.primitive() == Primitive.BOOLEAN ? Tree.Kind.BOOLEAN : Tree.Kind.TEXT;
    }

    /** Elements that are always there: in no choice, and in no group that may be missing. */
    private static void required(Particle particle, Set<ElementDeclaration> required) {
        if (particle.min() == 0) {
            return;
        }
        if (particle instanceof Particle.Element element) {
            required.add(element.declaration());
        } else if (particle instanceof Particle.Sequence sequence) {
            sequence.parts().forEach(part -> required(part, required));
        }
    }
}
