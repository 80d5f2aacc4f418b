package org.tongwen.xsd.definition;

/**
 * The type of an element that the message's definition does not name: it stands where the definition has a wildcard.
 *
 * @param namespace the element's XML namespace, empty for none
 * @param isChecked whether elements in it whose definition is known are checked all the same
 * @param isText whether this is no element at all but a piece of text between foreign elements
 */
public record Foreign(String namespace, boolean isText, boolean isChecked) implements Type {

    /** A declaration for a foreign element. */
    public static ElementDeclaration element(String namespace, String name, boolean isChecked) {
        Foreign type = new Foreign(namespace, false, isChecked);
        return new ElementDeclaration(name, 0, true, () -> type);
    }

    /** A declaration for a piece of text between foreign elements. */
    public static ElementDeclaration text() {
        Foreign type = new Foreign("", true, false);
        return new ElementDeclaration("#text", 0, true, () -> type);
    }

    /** Foreign types have no name. */
    @Override
    public String name() {
        return "";
    }
}
