package org.tongwen.xsd.sample;

import java.util.Arrays;
import java.util.List;
import org.tongwen.xsd.definition.Foreign;
import org.tongwen.xsd.definition.Particle;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.message.Node;

/** Elements for the places where a definition takes what it does not name. */
final class ForeignContent {

    private static final String OWN = "urn:tongwen:sample";
    private static final String SIGNATURES = "http://www.w3.org/2000/09/xmldsig#";

    private final Values values;

    ForeignContent(Values values) {
        this.values = values;
    }

    Node element(Particle.Wildcard wildcard) {
        String namespace = namespace(wildcard);
        if (namespace.equals(SIGNATURES)) {
            return node(namespace, "Signature")
                    .add(node(namespace, "SignedInfo"))
                    .add(node(namespace, "SignatureValue").text("c2lnbmVk"));
        }
        Node outer = node(namespace, "Data");
        if (values.chance()) {
            return outer.text(values.text(1, 40));
        }
        Node inner = node(namespace, "Item").text(values.text(0, 40));
        return outer.add(values.chance() ? inner.attribute("kind", values.text(1, 10)) : inner);
    }

    private String namespace(Particle.Wildcard wildcard) {
        return switch (wildcard.namespace()) {
            case "##any" -> values.chance() ? OWN : "";
            case "##other" -> OWN;
            default -> named(wildcard.namespace());
        };
    }

    private static String named(String namespaces) {
        List<String> choice = Arrays.stream(namespaces.split("\\s+"))
                .filter(one -> !one.startsWith("##"))
                .toList();
        return choice.isEmpty() ? "" : choice.get(0);
    }

    private static Node node(String namespace, String name) {
        return new Node(Foreign.element(namespace, name, true), Place.NOWHERE);
    }
}
