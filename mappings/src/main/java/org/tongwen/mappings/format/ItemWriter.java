package org.tongwen.mappings.format;

import java.util.List;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Finding;

/** Writes the items of one list into a document that was begun with {@link ItemFormat#writeItems}. */
public interface ItemWriter {

    /** Writes the next item; one that cannot be written exactly is left out, and {@link #end} says why. */
    void item(Tree item);

    /**
     * Writes what stands behind the list.
     *
     * @return what is wrong; with an error among the findings the document that was written must not be used
     */
    List<Finding> end();
}
