package org.tongwen.xsd.export;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.definition.SimpleType;
import org.tongwen.xsd.definition.Type;

/**
 * A name for each type of a message. It is the type's own unless two share it, as types do that a schema writes without a name, inside
 * an element; then the later ones get a number.
 */
final class TypeNames {

    private final Map<Type, String> names = new HashMap<>();
    private final Map<String, Type> types = new TreeMap<>();

    private TypeNames() {}

    static TypeNames of(MessageDefinition message) {
        TypeNames names = new TypeNames();
        names.add(message.root().type());
        return names;
    }

    /** What a schema calls the type, such as {@code Max35Text} or {@code xs:date}. */
    String of(Type type) {
        return isBuiltIn(type) ? "xs:" + type.name() : String.valueOf(names.get(type));
    }

    /** Runs through the types of the message in alphabetical order. */
    void forEach(BiConsumer<String, Type> action) {
        types.forEach(action);
    }

    private void add(Type type) {
        if (isBuiltIn(type) || names.containsKey(type)) {
            return;
        }
        String name = free(type.name());
        names.put(type, name);
        types.put(name, type);
        if (type instanceof ComplexType complex) {
            complex.value().ifPresent(this::add);
            complex.attributes().forEach(attribute -> add(attribute.type()));
            complex.elements().forEach(element -> add(element.type()));
        }
    }

    private String free(String name) {
        String free = name;
        for (int number = 2; types.containsKey(free); number++) {
            free = name + "__" + number;
        }
        return free;
    }

    private static boolean isBuiltIn(Type type) {
        return type instanceof SimpleType simple && simple.isBuiltIn();
    }
}
