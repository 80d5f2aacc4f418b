package org.tongwen.xsd.definition;

/**
 * An attribute of an element.
 *
 * @param name local name, such as {@code Ccy}
 * @param type the type of its value
 * @param required whether it must be there
 */
public record AttributeDeclaration(String name, SimpleType type, boolean required) {}
