package org.tongwen.xsd.definition;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One message of the standard, in one version. */
public final class MessageDefinition {

    private final String id;
    private final String namespace;
    private final ElementDeclaration root;

    /** Made when first needed; two threads may both make it, to the same effect. */
    private @Nullable Set<ElementDeclaration> bulk;

    /**
     * Describes a message.
     *
     * @param id the message identifier, such as {@code pacs.008.001.08}
     * @param namespace the XML namespace of all its elements
     * @param root its outermost element, {@code Document} or {@code AppHdr}
     */
    public MessageDefinition(String id, String namespace, ElementDeclaration root) {
        this.id = id;
        // The parser interns too, so that comparing costs nothing.
        this.namespace = namespace.intern();
        this.root = root;
    }

    /** The message identifier, such as {@code pacs.008.001.08}. */
    public String id() {
        return id;
    }

    /** The XML namespace of all its elements. */
    public String namespace() {
        return namespace;
    }

    /** Its outermost element, {@code Document} or {@code AppHdr}. */
    public ElementDeclaration root() {
        return root;
    }

    /**
     * The elements that make a bulk message long: its transactions, such as {@code CdtTrfTxInf}, {@code TxInfAndSts} or {@code Ntry},
     * and the groups around them that may occur more than once, such as {@code PmtInf} or {@code Stmt}. Of a message without
     * transactions these are the parts of its body that may occur more than once, without supplementary data.
     */
    public Set<ElementDeclaration> bulk() {
        Set<ElementDeclaration> known = bulk;
        if (known == null) {
            known = BulkParts.of(root);
            bulk = known;
        }
        return known;
    }

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

    @Override
    public String toString() {
        return id;
    }
}
