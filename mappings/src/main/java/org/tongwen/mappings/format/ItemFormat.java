package org.tongwen.mappings.format;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Consumer;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Checked;

/**
 * Documents of any size, read and written item by item of one list, in the memory that one item needs. A list is named by its path in the
 * tree, such as {@code rows} or {@code file.batches}; no object around it may itself repeat.
 */
public interface ItemFormat {

    /** Whether the items of the list at that path can come one by one. */
    boolean hasItems(String list);

    /**
     * Reads a document. Each sound item is handed over as it is complete, as a tree of its own whose places are those in the document; an
     * item with an error is not handed over, its findings are in the result. What stands behind the list is read after all items, so whoever
     * needs a trailer beforehand reads twice.
     *
     * @param document not closed
     * @param list a list that {@link #hasItems}
     * @param items takes the items in their order
     * @return the document without the list, and all findings, as {@link SourceFormat#read} gives them
     * @throws java.io.UncheckedIOException when the stream cannot be read
     */
    Checked<Tree> readItems(InputStream document, String list, Consumer<Tree> items);

    /**
     * Begins a document.
     *
     * @param out not closed
     * @param list a list that {@link #hasItems}
     * @param frame the whole document without the list
     * @throws java.io.UncheckedIOException when the stream cannot be written, here or later
     */
    ItemWriter writeItems(OutputStream out, String list, Tree frame);
}
