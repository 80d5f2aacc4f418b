package org.tongwen.mappings.format;

import java.util.Collection;
import java.util.Optional;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Checked;

/** A format together with what one institution writes in it. It may be shared by threads. */
public interface SourceFormat {

    /** What stands in the documents. */
    SourceField schema();

    /** The media type of the documents, such as {@code application/json}. */
    String mediaType();

    /**
     * Reads a document and checks it against the schema. Every finding names its place in the document. Without a tree, or with an
     * error among the findings, the document cannot be used.
     */
    Checked<Tree> read(byte[] document);

    /**
     * Brings a tree that is to be written into the room that the format's fields have, in place, where the format has a way to say that
     * there was more. What does not fit otherwise is left to {@link #write}, which refuses it.
     */
    default Fitting fit(Tree document) {
        return Fitting.NONE;
    }

    /** Writes a tree, in the order of the schema and with its kinds of values, or says why it cannot be written. */
    Checked<byte[]> write(Tree tree);

    /**
     * The code that the trade has for a kind of loss in this format; empty for a format that has none.
     *
     * @param loss how the value ended, as {@code lost}
     * @param value the text that was lost or changed
     */
    default Optional<String> lossCode(String loss, String value) {
        return Optional.empty();
    }

    /** The way to read and write documents of any size; empty for a format that needs the whole document in memory. */
    default Optional<ItemFormat> items() {
        return Optional.empty();
    }

    /**
     * How somebody who knows the format calls what stands at a path, such as {@code field 50K}.
     *
     * @param path the path of a place in a document
     */
    default String fieldName(String path) {
        return path;
    }

    /**
     * What would let a document say what a message lacks, such as another option of a field; empty when the format has no answer of its own.
     *
     * @param path the path of the place that the message's element came from
     * @param missing names of the ISO elements that it lacks, such as {@code TwnNm}
     */
    default Optional<String> advice(String path, Collection<String> missing) {
        return Optional.empty();
    }

    /** Whether documents of several kinds come in it, so that only a dispatch can say what stands in one. */
    default boolean hasSeveralKinds() {
        return false;
    }

    /**
     * Whether {@link #schema} lists all that a standard allows rather than what an institution sends. Of such a list most is never used, so
     * a mapping that does not read all of it is complete all the same.
     */
    default boolean isStandard() {
        return false;
    }
}
