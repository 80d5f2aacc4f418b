package org.tongwen.xsd.sample;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.definition.Particle;
import org.tongwen.xsd.message.Node;

/**
 * Breaks what stands where a definition takes any element but checks what it knows: the message's own outermost element at any depth,
 * and what XML Schema lets any element say of itself.
 */
final class ForeignMutants {

    private static final String INSTANCE = " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'";

    private ForeignMutants() {}

    static void add(Node node, ComplexType type, Mutants mutants) {
        boolean lax = type.content().stream()
                .flatMap(content -> Reach.parts(content).stream())
                .anyMatch(part -> part instanceof Particle.Wildcard any
                        && any.processing() == Particle.Processing.LAX
                        && any.namespace().equals("##any"));
        if (lax) {
            contents(mutants)
                    .forEach((what, content) -> mutants.add(
                            Operator.FOREIGN_WRONG,
                            node,
                            what,
                            Optional.empty(),
                            markup -> markup.element(node, node.attributes(), content)));
        }
    }

    private static Map<String, String> contents(Mutants mutants) {
        String root = mutants.message().root().name();
        String namespace = mutants.message().definition().namespace();
        String empty = "<" + root + " xmlns='" + namespace + "'/>";
        return new TreeMap<>(Map.of(
                "an empty " + root,
                empty,
                "an empty " + root + " inside",
                "<a xmlns='urn:tongwen:sample'>" + empty + "</a>",
                "a wrong xsi:nil",
                "<a xmlns=''" + INSTANCE + " xsi:nil='maybe'/>"));
    }
}
