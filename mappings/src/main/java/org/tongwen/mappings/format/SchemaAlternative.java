package org.tongwen.mappings.format;

import com.networknt.schema.path.NodePath;
import java.util.Optional;
import java.util.Set;
import org.tongwen.mappings.tree.Tree;

/**
 * The {@code anyOf} or {@code oneOf} that a violation comes from, at one value of the document. The validator reports what each
 * alternative misses; together they are one mistake.
 *
 * @param keyword where the keyword stands, as a path through the schema
 * @param steps how far below the document's root the value stands to which it applies
 * @param instance the path of that value
 */
record SchemaAlternative(String keyword, int steps, String instance) {

    /** Keywords with a name or position behind them in a path, which step into a field or item. */
    private static final Set<String> NAMED_STEPS = Set.of("properties", "patternProperties", "prefixItems");

    /** Keywords without one, which step into a field or item. */
    private static final Set<String> STEPS = Set.of(
            "additionalProperties",
            "unevaluatedProperties",
            "items",
            "additionalItems",
            "unevaluatedItems",
            "contains");

    private static final Set<String> ALTERNATIVES = Set.of("anyOf", "oneOf");

    /** The outermost alternative on the way to a violation. */
    static Optional<SchemaAlternative> of(NodePath evaluation, NodePath instance) {
        int steps = 0;
        for (int i = 0; i < evaluation.getNameCount(); i++) {
            String keyword = evaluation.getName(i);
            if (ALTERNATIVES.contains(keyword)) {
                return Optional.of(new SchemaAlternative(head(evaluation, i), steps, head(instance, steps - 1)));
            }
            steps += NAMED_STEPS.contains(keyword) || STEPS.contains(keyword) ? 1 : 0;
            i += NAMED_STEPS.contains(keyword) || keyword.equals("dependentSchemas") ? 1 : 0;
        }
        return Optional.empty();
    }

    /** The value to which it applies. */
    Tree in(Tree document, NodePath violation) {
        Tree here = document;
        for (int i = 0; i < Math.min(steps, violation.getNameCount()); i++) {
            here = SchemaFindings.below(here, violation.getName(i));
        }
        return here;
    }

    private static String head(NodePath path, int last) {
        StringBuilder head = new StringBuilder();
        for (int i = 0; i <= Math.min(last, path.getNameCount() - 1); i++) {
            head.append('/').append(path.getName(i));
        }
        return head.toString();
    }
}
