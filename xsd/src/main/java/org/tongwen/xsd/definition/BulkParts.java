package org.tongwen.xsd.definition;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the parts of a message that come in large numbers. No schema says which they are, but the standard names its transactions alike,
 * in all versions.
 */
final class BulkParts {

    private static final List<String> TRANSACTIONS = List.of("TxInf", "TxInfAndSts", "Tx", "Ntry", "Itm");

    /** From the body down; the standard puts transactions into three groups at most. */
    private static final int DEPTH = 4;

    private BulkParts() {}

    static Set<ElementDeclaration> of(ElementDeclaration root) {
        Set<ElementDeclaration> parts = new LinkedHashSet<>();
        for (ElementDeclaration body : children(root)) {
            Set<ElementDeclaration> found = new LinkedHashSet<>();
            if (!transactions(body, DEPTH, found)) {
                children(body).stream()
                        .filter(ElementDeclaration::repeats)
                        .filter(BulkParts::isStructure)
                        .filter(part -> !part.name().equals("SplmtryData"))
                        .forEach(found::add);
            }
            parts.addAll(found);
        }
        return Set.copyOf(parts);
    }

    /** Collects the transactions below an element, and the repeated groups on the way to them. */
    private static boolean transactions(ElementDeclaration element, int depth, Set<ElementDeclaration> found) {
        boolean any = false;
        for (ElementDeclaration child : depth == 0 ? List.<ElementDeclaration>of() : children(element)) {
            boolean holds = isTransaction(child) || transactions(child, depth - 1, found);
            if (holds && child.repeats()) {
                found.add(child);
            }
            any |= holds;
        }
        return any;
    }

    private static boolean isTransaction(ElementDeclaration element) {
        return element.repeats()
                && isStructure(element)
                && TRANSACTIONS.stream().anyMatch(element.name()::endsWith);
    }

    private static boolean isStructure(ElementDeclaration element) {
        return element.type() instanceof ComplexType type && type.value().isEmpty();
    }

    private static List<ElementDeclaration> children(ElementDeclaration element) {
        return element.type() instanceof ComplexType type ? type.elements() : List.of();
    }
}
