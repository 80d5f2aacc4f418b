package org.tongwen.xsd.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.definition.SimpleType;
import org.tongwen.xsd.definition.Type;
import org.tongwen.xsd.message.Message;
import org.tongwen.xsd.message.Node;

/**
 * All mutants of a valid message, each of which breaks its definition at one place. What they break is told from the definition alone,
 * so that they can judge a validator.
 */
public final class Mutants {

    private static final String XSI = "{http://www.w3.org/2001/XMLSchema-instance}";
    private static final Map<String, String> UNKNOWN_ATTRIBUTES = new TreeMap<>(Map.of(
            "unknown",
            "1",
            "{urn:tongwen:other}Ccy",
            "EUR",
            "{http://www.w3.org/XML/1998/namespace}lang",
            "en",
            XSI + "nil",
            "true",
            XSI + "type",
            "Unknown1"));

    private final Message message;
    private final List<Mutant> made = new ArrayList<>();

    private Mutants(Message message) {
        this.message = message;
    }

    /** The mutants, in document order; elements that the definition does not name have none. */
    public static List<Mutant> of(Message message) {
        Mutants mutants = new Mutants(message);
        mutants.document();
        message.root().all().filter(node -> !node.isForeign()).forEach(mutants::element);
        return List.copyOf(mutants.made);
    }

    private void document() {
        Node root = message.root();
        String namespace = message.definition().namespace();
        String own = "\"" + namespace + "\"";
        String version = namespace.substring(0, namespace.length() - 2) + "99";
        String unknown = "xsd.UnknownMessage";
        root(
                Operator.VERSION_UNKNOWN,
                "version 99",
                unknown,
                markup -> markup.element(root).replace(own, "\"" + version + "\""));
        root(
                Operator.VERSION_UNKNOWN,
                "no namespace",
                unknown,
                markup -> markup.element(root).replace(" xmlns=" + own, ""));
        Malformed.ways()
                .forEach((breaks, way) -> root(
                        Operator.NOT_WELL_FORMED,
                        breaks,
                        "xsd.NotWellFormed",
                        markup -> way.apply(markup.element(root))));
    }

    private void root(Operator operator, String breaks, String finding, Function<Markup, String> written) {
        add(operator, message.root(), breaks, Optional.of(finding), written);
    }

    private void element(Node node) {
        Type type = node.declaration().type();
        if (type instanceof SimpleType simple) {
            value(node, simple);
        } else if (type instanceof ComplexType complex) {
            complex.value().ifPresent(value -> value(node, value));
            AttributeMutants.add(node, complex, this);
            if (complex.value().isEmpty()) {
                StructureMutants.add(node, complex, this);
                ForeignMutants.add(node, complex, this);
            }
        }
        UNKNOWN_ATTRIBUTES.forEach((name, value) -> add(
                Operator.ATTRIBUTE_UNKNOWN,
                node,
                "the attribute " + name,
                Optional.of("xsd.UnexpectedAttribute"),
                markup -> markup.element(node, with(node.attributes(), name, value), markup.content(node))));
    }

    private void value(Node node, SimpleType type) {
        BiFunction<Markup, String, String> written =
                (markup, text) -> markup.element(node, node.attributes(), markup.value(text));
        WrongValues.of(type, node.text())
                .forEach(wrong -> add(
                        wrong.operator(),
                        node,
                        wrong.breaks(),
                        type.violation(wrong.text()).map(violation -> violation.id()),
                        markup -> written.apply(markup, wrong.text())));
        add(
                Operator.ELEMENT_IN_VALUE,
                node,
                "an element behind the value",
                Optional.of("xsd.UnexpectedElement"),
                markup -> markup.element(node, node.attributes(), markup.content(node) + "<Id/>"));
    }

    /** Adds a mutant that writes one element otherwise. */
    void add(Operator operator, Node place, String breaks, Optional<String> finding, Function<Markup, String> written) {
        made.add(new Mutant(message, operator, place, breaks, finding, markup -> Map.of(place, written.apply(markup))));
    }

    /** Adds a mutant that writes two elements otherwise. */
    void addTwo(Operator operator, Node place, Node other, String breaks, BiFunction<Markup, Node, String> written) {
        made.add(new Mutant(
                message,
                operator,
                place,
                breaks,
                Optional.of("xsd.UnexpectedElement"),
                markup -> Map.of(place, written.apply(markup, place), other, written.apply(markup, other))));
    }

    Message message() {
        return message;
    }

    /** The attributes with one more, or another value of one. */
    static Map<String, String> with(Map<String, String> attributes, String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(attributes);
        changed.put(name, value);
        return changed;
    }
}
