package org.tongwen.xsd.export;

import java.util.List;
import org.tongwen.xsd.definition.AttributeDeclaration;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.definition.Particle;
import org.tongwen.xsd.definition.SimpleType;
import org.tongwen.xsd.definition.Type;

/**
 * Writes a definition as one self-contained XML Schema 1.0 file: the root element, then each type once, in alphabetical order. Read
 * again it gives an equal definition.
 */
public final class SchemaText {

    private final TypeNames names;
    private final Indented xml = new Indented();

    private SchemaText(TypeNames names) {
        this.names = names;
    }

    /** The schema, to be stored in UTF-8. */
    public static String of(MessageDefinition message) {
        SchemaText text = new SchemaText(TypeNames.of(message));
        text.schema(message);
        return text.xml.toString();
    }

    private void schema(MessageDefinition message) {
        xml.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        xml.open("schema")
                .with("xmlns:xs", "http://www.w3.org/2001/XMLSchema")
                .with("xmlns", message.namespace())
                .with("targetNamespace", message.namespace())
                .with("elementFormDefault", "qualified");
        element(new Particle.Element(message.root(), 1, 1));
        names.forEach(this::type);
        xml.close();
    }

    private void type(String name, Type type) {
        if (type instanceof ComplexType complex) {
            complex(name, complex);
        } else if (type instanceof SimpleType simple) {
            xml.open("simpleType").with("name", name);
            new FacetSteps(simple).write(xml);
            xml.close();
        }
    }

    private void complex(String name, ComplexType type) {
        xml.open("complexType").with("name", name);
        if (type.value().isPresent()) {
            xml.open("simpleContent");
            xml.open("extension").with("base", names.of(type.value().get()));
            attributes(type.attributes());
            xml.close();
            xml.close();
        } else {
            type.content().ifPresent(this::outermost);
            attributes(type.attributes());
        }
        xml.close();
    }

    /** A complex type cannot hold an element or wildcard directly. */
    private void outermost(Particle content) {
        boolean group = content instanceof Particle.Sequence || content instanceof Particle.Choice;
        particle(group ? content : new Particle.Sequence(List.of(content), 1, 1));
    }

    private void particle(Particle particle) {
        if (particle instanceof Particle.Element element) {
            element(element);
        } else if (particle instanceof Particle.Sequence sequence) {
            group("sequence", sequence, sequence.parts());
        } else if (particle instanceof Particle.Choice choice) {
            group("choice", choice, choice.parts());
        } else if (particle instanceof Particle.Wildcard wildcard) {
            xml.open("any").with("namespace", wildcard.namespace());
            xml.with("processContents", wildcard.processing() == Particle.Processing.LAX ? "lax" : "skip");
            occurrence(wildcard);
            xml.close();
        }
    }

    private void group(String kind, Particle group, List<Particle> parts) {
        xml.open(kind);
        occurrence(group);
        parts.forEach(this::particle);
        xml.close();
    }

    private void element(Particle.Element element) {
        xml.open("element").with("name", element.declaration().name());
        xml.with("type", names.of(element.declaration().type()));
        occurrence(element);
        xml.close();
    }

    private void occurrence(Particle particle) {
        if (particle.min() != 1) {
            xml.with("minOccurs", Integer.toString(particle.min()));
        }
        if (particle.max() != 1) {
            boolean unbounded = particle.max() == Particle.UNBOUNDED;
            xml.with("maxOccurs", unbounded ? "unbounded" : Integer.toString(particle.max()));
        }
    }

    private void attributes(List<AttributeDeclaration> attributes) {
        for (AttributeDeclaration attribute : attributes) {
            xml.open("attribute").with("name", attribute.name());
            xml.with("type", names.of(attribute.type()));
            if (attribute.required()) {
                xml.with("use", "required");
            }
            xml.close();
        }
    }
}
