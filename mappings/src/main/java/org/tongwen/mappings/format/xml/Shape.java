package org.tongwen.mappings.format.xml;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tongwen.xsd.definition.AttributeDeclaration;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.SimpleType;
import org.tongwen.xsd.definition.Type;

/**
 * What an element is in the tree. An element that holds a value is a leaf, and each of its attributes is a field beside it, {@code
 * Amt@Ccy}. Where it may repeat there is no "beside": then each is an object of {@code value} and {@code @Ccy}. An element that holds
 * elements is an object, its attributes are fields {@code @Id} in it. What may repeat is a list, unless the mapping says that only one
 * comes.
 *
 * @param single elements that may repeat by their definition, but of which one comes
 */
record Shape(Set<ElementDeclaration> single) {

    /** The field of the text where an element with a value is an object. */
    static final String VALUE = "value";

    Shape {
        single = Set.copyOf(single);
    }

    /** Whether the element is a list. */
    boolean repeats(ElementDeclaration element) {
        return element.repeats() && !single.contains(element);
    }

    /** Whether the element is an object of its value and its attributes. */
    boolean isValueObject(ElementDeclaration element) {
        return repeats(element)
                && value(element.type()).isPresent()
                && !attributes(element.type()).isEmpty();
    }

    /** The type of the element's text; empty for one that holds elements. */
    static Optional<SimpleType> value(Type type) {
        if (type instanceof SimpleType simple) {
            return Optional.of(simple);
        }
        return type instanceof ComplexType complex ? complex.value() : Optional.empty();
    }

    static List<AttributeDeclaration> attributes(Type type) {
        return type instanceof ComplexType complex ? complex.attributes() : List.of();
    }

    static List<ElementDeclaration> elements(Type type) {
        return type instanceof ComplexType complex ? complex.elements() : List.of();
    }
}
