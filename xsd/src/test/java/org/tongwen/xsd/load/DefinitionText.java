package org.tongwen.xsd.load;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.definition.Facet;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.definition.Particle;
import org.tongwen.xsd.definition.SimpleType;
import org.tongwen.xsd.definition.Type;

/** A definition written out type by type, so that two can be compared as text. */
final class DefinitionText {

    private final Map<String, String> types = new TreeMap<>();

    static String of(MessageDefinition message) {
        DefinitionText text = new DefinitionText();
        text.add(message.root().type());
        return message.namespace() + " " + message.root().name() + ":"
                + message.root().type().name() + "\n"
                + text.types.entrySet().stream()
                        .map(type -> type.getKey() + " = " + type.getValue())
                        .collect(Collectors.joining("\n"));
    }

    private void add(Type type) {
        if (types.containsKey(type.name())) {
            return;
        }
        types.put(type.name(), "");
        types.put(type.name(), text(type));
    }

    private String text(Type type) {
        if (type instanceof SimpleType simple) {
            return simple.primitive() + " "
                    + simple.facets().stream()
                            .map(DefinitionText::text)
                            .sorted(Comparator.naturalOrder())
                            .toList();
        }
        ComplexType complex = (ComplexType) type;
        complex.elements().forEach(element -> add(element.type()));
        complex.attributes().forEach(attribute -> add(attribute.type()));
        complex.value().ifPresent(this::add);
        return complex.content().map(DefinitionText::text).orElse("")
                + complex.attributes()
                + complex.value().map(SimpleType::name).orElse("");
    }

    /** Codes in alphabetical order: their order in the schema means nothing. */
    private static String text(Facet facet) {
        return facet instanceof Facet.Enumeration codes ? "codes" + new TreeSet<>(codes.values()) : facet.toString();
    }

    private static String text(Particle particle) {
        String occurrence = "{" + particle.min() + "," + particle.max() + "}";
        if (particle instanceof Particle.Element element) {
            return element.declaration().name() + ":"
                    + element.declaration().type().name() + occurrence;
        }
        if (particle instanceof Particle.Sequence sequence) {
            return sequence.parts().stream().map(DefinitionText::text).collect(Collectors.joining(" ", "(", ")"))
                    + occurrence;
        }
        if (particle instanceof Particle.Choice choice) {
            return choice.parts().stream().map(DefinitionText::text).collect(Collectors.joining(" | ", "(", ")"))
                    + occurrence;
        }
        return particle.toString();
    }
}
