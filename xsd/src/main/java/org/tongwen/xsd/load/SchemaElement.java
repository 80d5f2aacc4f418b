package org.tongwen.xsd.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongwen.xsd.definition.Blanks;
import org.tongwen.xsd.finding.Place;

/** An element of a schema file, such as {@code xs:complexType}, with what stands in it. Annotations are left out. */
record SchemaElement(String kind, Map<String, String> attributes, List<SchemaElement> children, Place place)
        implements TypeSource {

    @Override
    public SchemaElement element() {
        return this;
    }

    Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /** Whether an attribute has one of these values. */
    boolean has(String attribute, String... values) {
        String found = attributes.get(attribute);
        return found != null && List.of(values).contains(Blanks.strip(found));
    }

    String required(String name) {
        String value = attributes.get(name);
        if (value == null) {
            throw new SchemaException(place, kind + " needs the attribute " + name);
        }
        return value;
    }

    Optional<SchemaElement> child(String kind) {
        for (SchemaElement child : children) {
            if (child.kind.equals(kind)) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    List<SchemaElement> children(String kind) {
        List<SchemaElement> found = new ArrayList<>();
        for (SchemaElement child : children) {
            if (child.kind.equals(kind)) {
                found.add(child);
            }
        }
        return found;
    }

    int min() {
        String text = attributes.get("minOccurs");
        return text == null ? 1 : count(text);
    }

    int max() {
        String text = attributes.get("maxOccurs");
        if (text == null) {
            return 1;
        }
        return text.equals("unbounded") ? Integer.MAX_VALUE : count(text);
    }

    /** Looks whether the element may occur at all. */
    void checkOccurrence() {
        if (min() > max()) {
            throw new SchemaException(place, "minOccurs is greater than maxOccurs");
        }
    }

    private int count(String text) {
        int count = number(text);
        if (count < 0) {
            throw new SchemaException(place, "'" + text + "' in " + kind + " is less than 0");
        }
        return count;
    }

    int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new SchemaException(place, "'" + text + "' in " + kind + " is not a number");
        }
    }

    SchemaException unsupported(String what) {
        return new SchemaException(place, what + " is not supported in a message definition");
    }

    /** Refuses an attribute that would change what is valid, whatever its value or only with one of these values. */
    void refuse(String attribute, String... values) {
        String found = attributes.get(attribute);
        if (found != null && (values.length == 0 || has(attribute, values))) {
            throw unsupported(attribute + "=\"" + Blanks.strip(found) + "\"");
        }
    }
}
