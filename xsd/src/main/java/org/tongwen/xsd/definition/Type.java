package org.tongwen.xsd.definition;

/** The type of an element: text with facets, a structure of elements, or nothing the definition knows. */
public sealed interface Type permits SimpleType, ComplexType, Foreign {

    /** The type's name in the standard, such as {@code Max35Text}; for an anonymous type the name of its element. */
    String name();
}
