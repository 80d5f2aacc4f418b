package org.tongwen.rules.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.Type;
import org.tongwen.xsd.message.Node;

/** An element that can still be changed. */
final class Draft {

    private final String name;
    private final Optional<Type> type;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Draft> children = new ArrayList<>();
    private String text = "";

    private Draft(String name, Optional<Type> type) {
        this.name = name;
        this.type = type;
    }

    static Draft of(Node node) {
        Draft draft = new Draft(node.name(), Optional.of(node.declaration().type()));
        draft.attributes.putAll(node.attributes());
        draft.text = node.text();
        node.children().forEach(child -> draft.children.add(of(child)));
        return draft;
    }

    Draft copy() {
        Draft copy = new Draft(name, type);
        copy.attributes.putAll(attributes);
        copy.text = text;
        children.forEach(child -> copy.children.add(child.copy()));
        return copy;
    }

    String name() {
        return name;
    }

    String text() {
        return text;
    }

    Map<String, String> attributes() {
        return attributes;
    }

    List<Draft> children() {
        return children;
    }

    void text(String value) {
        text = value;
    }

    /** The child of that name at a position among its like, counted from 1. */
    Optional<Draft> child(String wanted, int position) {
        return children.stream()
                .filter(child -> child.name.equals(wanted))
                .skip(position - 1L)
                .findFirst();
    }

    /** A new child, in the place that the definition gives it; one that the definition does not know comes last. */
    Draft insert(String wanted) {
        Draft child = new Draft(wanted, declaration(wanted).map(ElementDeclaration::type));
        int at = children.size();
        while (at > 0 && order(children.get(at - 1).name) > order(wanted)) {
            at--;
        }
        children.add(at, child);
        return child;
    }

    private int order(String child) {
        return declaration(child).map(ElementDeclaration::index).orElse(Integer.MAX_VALUE);
    }

    private Optional<ElementDeclaration> declaration(String child) {
        return type.filter(ComplexType.class::isInstance)
                .map(ComplexType.class::cast)
                .flatMap(complex -> complex.element(child));
    }

    void write(String namespace, StringBuilder xml) {
        xml.append('<').append(name);
        if (!namespace.isEmpty()) {
            xml.append(" xmlns=\"").append(namespace).append('"');
        }
        attributes.forEach((key, value) ->
                xml.append(' ').append(key).append("=\"").append(escaped(value)).append('"'));
        xml.append('>').append(escaped(text));
        children.forEach(child -> {
            xml.append('\n');
            child.write("", xml);
        });
        xml.append("</").append(name).append('>');
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
