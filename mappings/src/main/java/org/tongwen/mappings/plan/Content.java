package org.tongwen.mappings.plan;

import java.util.List;
import java.util.Optional;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.message.Node;

/** What a mapping writes into an ISO element and reads from it. Both directions stand side by side in each kind. */
sealed interface Content
        permits Pair, Computed, Template, Group, Each, At, Choose, Split, GroupBy, GroupBy.Items, Styled {

    /**
     * Towards ISO: adds elements to a parent, as many as the source has values for.
     *
     * @param at the object of the source that paths start from
     * @return whether a value of the source was carried over
     */
    boolean toIso(Tree at, ElementDeclaration element, Node parent, Run run);

    /**
     * Back: puts what elements hold into the source. Elements that it does not read are left unmarked and will be reported.
     *
     * @param nodes elements of one declaration, at least one
     * @param at the object of the source that paths start from
     */
    void fromIso(List<Node> nodes, Slot at, Run run);

    /** How well an element fits what this writes; empty when this cannot have written it. */
    Optional<Fit> fit(Node node, Slot at, Run run);

    /** Whether values of the source are carried here; without them an element is written only for its constants. */
    boolean hasData();

    /** Whether it reads any number of elements, not just one. */
    default boolean takesMany() {
        return false;
    }

    /** What the mapping writes here, for reports. */
    default String text() {
        return "";
    }

    /**
     * Why a source value that this carried comes back as something else.
     *
     * @param link the value and the element it went to
     * @param back what it comes back as; empty for nothing
     */
    default Explanation explain(Trace.Link link, Optional<Tree> back, Run run) {
        return Explanation.NONE;
    }

    /**
     * Why an ISO value that this carried becomes something else when it is translated to ISO again.
     *
     * @param link the element and the source value it went to
     * @param became its text then; empty for nothing
     */
    default Explanation explainIso(Trace.Link link, Optional<String> became) {
        return Explanation.NONE;
    }

    /** Whether {@link #fit} needs the rebuilt source. */
    boolean fitNeedsSource();
}
