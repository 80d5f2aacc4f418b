package org.tongwen.mappings.plan;

import java.util.Map;
import java.util.Optional;
import org.tongwen.mappings.codec.Codec;
import org.tongwen.mappings.codec.Converted;
import org.tongwen.mappings.tree.Tree;

/**
 * How a document names a stored message.
 *
 * @param formula what gives the name, seen from the whole document
 * @param codec what makes of it the reference that the stored message holds
 */
record RecallBy(Formula formula, Codec codec) {

    /** The reference; empty when the document has none, or one that cannot be. */
    Optional<String> reference(Tree source, Run run) {
        return run.value(formula, source).flatMap(this::converted);
    }

    private Optional<String> converted(String value) {
        return codec.toIso(Codec.Source.of(value)) instanceof Converted.Done<Map<String, String>> done
                ? Optional.ofNullable(done.value().get(""))
                : Optional.empty();
    }
}
