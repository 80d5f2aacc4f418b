package org.tongwen.rules.condition;

import java.util.Optional;
import java.util.function.Predicate;
import org.tongwen.xsd.finding.Placed;

/**
 * A value that conditions are asked of: a document, or a group or leaf in it. Lists are not subjects of their own: each of their items is a
 * child that bears the list's name.
 */
public interface Subject extends Placed {

    /** The name of what a value stands in. */
    String AROUND = "..";

    /** The name of every child, whatever its own name; only elements of ISO messages take it. */
    String ANY = "*";

    /** The whole document that it stands in. */
    Subject root();

    /** Its own name; empty for a whole message, and in documents whose values do not know their names. */
    default String name() {
        return "";
    }

    /** The name of its type, such as {@code Max35Text}; empty in documents whose values have none. */
    default String type() {
        return "";
    }

    /** The identifier of the message, in its version, that it stands in; empty in documents that are no such messages. */
    default String messageId() {
        return "";
    }

    /** The text of a leaf as the document writes it; empty for a group. */
    String text();

    /** The attribute of that name; documents without attributes have none. */
    Optional<String> attribute(String name);

    /** Whether there is something: a leaf with text, or a group that holds such a leaf. */
    boolean isThere();

    /** Whether a child of that name passes a test; for {@link #AROUND}, whether what it stands in does. Children are tried in document order, none after the first that passes. */
    boolean some(String name, Predicate<? super Subject> test);
}
