package org.tongwen.xsd.message;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.tongwen.xsd.definition.AttributeDeclaration;
import org.tongwen.xsd.definition.Blanks;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.definition.Foreign;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.definition.Primitive;
import org.tongwen.xsd.definition.SimpleType;
import org.tongwen.xsd.definition.Type;
import org.tongwen.xsd.definition.Violation;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/**
 * Checks the attributes of an element.
 *
 * @param namespaces the namespace that a prefix stands for here; empty for an unknown one
 */
record AttributeCheck(
        Node node, MessageDefinition message, UnaryOperator<String> namespaces, Consumer<Finding> findings) {

    private static final String XSI = "{http://www.w3.org/2001/XMLSchema-instance}";
    private static final String XSI_TYPE = XSI + "type";
    private static final String XSI_NIL = XSI + "nil";
    private static final String SCHEMA_LOCATION = XSI + "schemaLocation";
    private static final String NO_NAMESPACE_SCHEMA_LOCATION = XSI + "noNamespaceSchemaLocation";

    private static final String XML_SCHEMA = "http://www.w3.org/2001/XMLSchema";
    private static final SimpleType BOOLEAN = new SimpleType("boolean", Primitive.BOOLEAN, List.of());

    void check() {
        Type type = node.declaration().type();
        if (type instanceof Foreign foreign) {
            if (foreign.isChecked()) {
                node.attributes().forEach(this::foreign);
            }
            return;
        }
        node.attributes().forEach((name, text) -> declared(type, name, text));
        if (type instanceof ComplexType complex) {
            complex.attributes().stream()
                    .filter(AttributeDeclaration::required)
                    .filter(attribute -> node.attribute(attribute.name()).isEmpty())
                    .forEach(attribute -> report(
                            "xsd.MissingAttribute",
                            attribute.name(),
                            node.name() + " needs the attribute " + attribute.name()));
        }
    }

    private void declared(Type type, String name, String text) {
        if (isAboutTheSchema(name) || (name.equals(XSI_TYPE) && isTypeAnyway(type, Blanks.strip(text)))) {
            return;
        }
        Optional<AttributeDeclaration> declared =
                type instanceof ComplexType complex ? complex.attribute(name) : Optional.empty();
        if (declared.isEmpty()) {
            report("xsd.UnexpectedAttribute", name, "the attribute " + name + " is not allowed on " + node.name());
            return;
        }
        value(name, declared.get().type(), text);
    }

    /** Foreign elements may say of themselves what they are. We know the types of the message only, and say so. */
    private void foreign(String name, String text) {
        if (name.equals(XSI_NIL)) {
            value(name, BOOLEAN, text);
        } else if (name.equals(XSI_TYPE)) {
            findings.accept(Finding.warning(
                            "xsd.TypeNotChecked",
                            place(name),
                            "whether " + node.name() + " is of this type is not checked")
                    .value(text));
        }
    }

    private void value(String name, SimpleType type, String text) {
        Optional<Violation> violation = type.violation(text);
        if (violation.isPresent()) {
            findings.accept(Frame.wrongValue(violation.get(), type, node, place(name), "@" + name, text));
        }
    }

    /** What XML Schema itself lets any element carry: where its schema lies. */
    private static boolean isAboutTheSchema(String name) {
        return name.equals(SCHEMA_LOCATION) || name.equals(NO_NAMESPACE_SCHEMA_LOCATION);
    }

    /** Whether a qualified name is that of the type which the element has anyway. */
    private boolean isTypeAnyway(Type type, String qualifiedName) {
        int colon = qualifiedName.indexOf(':');
        if (colon == 0) {
            return false;
        }
        String namespace = namespaces.apply(colon < 0 ? "" : qualifiedName.substring(0, colon));
        boolean builtIn = type instanceof SimpleType simple && simple.isBuiltIn();
        boolean known = builtIn ? namespace.equals(XML_SCHEMA) : namespace.equals(message.namespace());
        return known && qualifiedName.substring(colon + 1).equals(type.name());
    }

    private void report(String id, String name, String text) {
        findings.accept(Finding.error(id, place(name), text));
    }

    private Place place(String name) {
        Place place = node.place();
        return place.path(place.path() + "/@" + name);
    }
}
