package org.tongwen.xsd.sample;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tongwen.xsd.definition.AttributeDeclaration;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.message.Node;

/** Breaks the attributes that an element's type declares. */
final class AttributeMutants {

    private AttributeMutants() {}

    static void add(Node node, ComplexType type, Mutants mutants) {
        for (AttributeDeclaration attribute : type.attributes()) {
            node.attribute(attribute.name()).ifPresent(value -> {
                missing(node, attribute, mutants);
                wrong(node, attribute, value, mutants);
            });
        }
    }

    private static void missing(Node node, AttributeDeclaration attribute, Mutants mutants) {
        if (attribute.required()) {
            Map<String, String> rest = new LinkedHashMap<>(node.attributes());
            rest.remove(attribute.name());
            mutants.add(
                    Operator.ATTRIBUTE_MISSING,
                    node,
                    "no " + attribute.name(),
                    Optional.of("xsd.MissingAttribute"),
                    markup -> markup.element(node, rest, markup.content(node)));
        }
    }

    private static void wrong(Node node, AttributeDeclaration attribute, String value, Mutants mutants) {
        WrongValues.of(attribute.type(), value)
                .forEach(wrong -> mutants.add(
                        Operator.ATTRIBUTE_WRONG,
                        node,
                        attribute.name() + ": " + wrong.breaks(),
                        attribute.type().violation(wrong.text()).map(violation -> violation.id()),
                        markup -> markup.element(
                                node,
                                Mutants.with(node.attributes(), attribute.name(), wrong.text()),
                                markup.content(node))));
    }
}
