package org.tongwen.xsd.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongwen.xsd.finding.Place;

/** An element of a schema file, such as {@code xs:complexType}, with what stands in it. Annotations are left out. */
record SchemaElement(String kind, Map<String, String> attributes, List<SchemaElement> children, Place place) {

    Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    String required(String name) {
        return attribute(name).orElseThrow(() -> new SchemaException(place, kind + " needs the attribute " + name));
    }

    Optional<SchemaElement> child(String kind) {
        return children(kind).findFirst();
    }

    Stream<SchemaElement> children(String kind) {
        return children.stream().filter(child -> child.kind.equals(kind));
    }

    int min() {
        return attribute("minOccurs").map(this::number).orElse(1);
    }

    int max() {
        return attribute("maxOccurs")
                .map(text -> text.equals("unbounded") ? Integer.MAX_VALUE : number(text))
                .orElse(1);
    }

    int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new SchemaException(place, "'" + text + "' is not a number");
        }
    }
}
