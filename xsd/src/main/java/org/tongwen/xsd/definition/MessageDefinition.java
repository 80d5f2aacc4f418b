package org.tongwen.xsd.definition;

import java.util.Optional;

/**
 * One message of the standard, in one version.
 *
 * @param id the message identifier, such as {@code pacs.008.001.08}
 * @param namespace the XML namespace of all its elements
 * @param root its outermost element, {@code Document} or {@code AppHdr}
 */
public record MessageDefinition(String id, String namespace, ElementDeclaration root) {

    /**
     * The declaration at a path below the root, such as {@code FIToFICstmrCdtTrf/GrpHdr/MsgId}; empty when a name is unknown.
     */
    public Optional<ElementDeclaration> find(String path) {
        Optional<ElementDeclaration> found = Optional.of(root);
        for (String name : path.split("/")) {
            found = found.map(ElementDeclaration::type)
                    .filter(ComplexType.class::isInstance)
                    .map(ComplexType.class::cast)
                    .flatMap(type -> type.element(name));
        }
        return found;
    }
}
