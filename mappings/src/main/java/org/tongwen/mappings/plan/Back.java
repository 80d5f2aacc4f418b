package org.tongwen.mappings.plan;

import java.util.Optional;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.mappings.tree.TreeSubject;
import org.tongwen.rules.condition.Condition;
import org.tongwen.xsd.finding.Place;

/**
 * A source field that a formula fills on the way back, because the message does not hold it.
 *
 * @param path the field, from the whole document
 * @param formula what it gets
 * @param condition what the document must be like, as far as it has been written; empty for all documents
 */
record Back(SourcePath path, Formula formula, Optional<Condition> condition) {

    /** Whether the way back writes just this value, so that nothing is lost when the message does not carry it. */
    boolean restores(Tree leaf) {
        return condition.isEmpty()
                && formula instanceof Formula.Literal literal
                && leaf.value().equals(literal.value())
                && leaf.path().equals(path.absolute(""));
    }

    /** Whether the way back computes this value, so that it need not travel when the result is the same. */
    boolean computes(Tree leaf) {
        return condition.isEmpty()
                && !(formula instanceof Formula.Literal)
                && leaf.path().equals(path.absolute(""));
    }

    void write(Slot source, Run run) {
        Slot slot = source.at(path);
        boolean wanted = condition.isEmpty() || condition.get().holds(new TreeSubject(source.context()));
        if (wanted && slot.existing().isEmpty()) {
            Optional<String> value = run.value(formula, source.context());
            value.ifPresent(text -> slot.put(Tree.text(text, Place.NOWHERE)));
            if (value.isEmpty()
                    && formula instanceof Formula.Given given
                    && !given.words().isEmpty()) {
                run.missing(given, source.context());
            }
        }
    }
}
