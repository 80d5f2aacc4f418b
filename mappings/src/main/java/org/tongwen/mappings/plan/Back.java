package org.tongwen.mappings.plan;

import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Place;

/**
 * A source field that a formula fills on the way back, because the message does not hold it.
 *
 * @param path the field, from the whole document
 * @param formula what it gets
 */
record Back(SourcePath path, Formula formula) {

    /** Whether the way back writes just this value, so that nothing is lost when the message does not carry it. */
    boolean restores(Tree leaf) {
        return formula instanceof Formula.Literal literal
                && leaf.value().equals(literal.value())
                && leaf.path().equals(path.absolute(""));
    }

    /** Whether the way back computes this value, so that it need not travel when the result is the same. */
    boolean computes(Tree leaf) {
        return !(formula instanceof Formula.Literal) && leaf.path().equals(path.absolute(""));
    }

    void write(Slot source, Run run) {
        Slot slot = source.at(path);
        if (slot.existing().isEmpty()) {
            run.value(formula, source.context()).ifPresent(value -> slot.put(Tree.text(value, Place.NOWHERE)));
        }
    }
}
