package org.tongwen.rules.pack;

import java.util.List;
import java.util.Optional;
import org.tongwen.xsd.message.Node;

/**
 * The end of an ISO path, such as {@code //FinInstnId/PstlAdr}: elements of that name within elements of those names, wherever they stand.
 *
 * @param names from the outermost to the element itself; one that is {@link #ANY} alone stands for every element that holds a text
 */
public record Ending(List<String> names) {

    /** Written {@code //*}. */
    public static final String ANY = "*";

    private static final String MARK = "//";

    /** Copies the names. */
    public Ending {
        names = List.copyOf(names);
    }

    /** The ending that a text means, when it begins with two slashes. */
    static Optional<Ending> parse(String text) {
        return text.startsWith(MARK)
                ? Optional.of(new Ending(List.of(text.substring(MARK.length()).split("/"))))
                : Optional.empty();
    }

    /** The name of the element itself. */
    String last() {
        return names.get(names.size() - 1);
    }

    boolean isAnyText() {
        return names.equals(List.of(ANY));
    }

    /** Whether the path of an element, whose own name is known to fit, ends so. */
    boolean fitsAbove(Node node) {
        Node at = node;
        for (int i = names.size() - 2; i >= 0; i--) {
            Optional<Node> above = at.parent();
            if (above.isEmpty() || !above.get().name().equals(names.get(i))) {
                return false;
            }
            at = above.get();
        }
        return true;
    }

    /** Whether an ISO path ends so. */
    public boolean fits(String isoPath) {
        return ("/" + isoPath).endsWith("/" + String.join("/", names));
    }

    @Override
    public String toString() {
        return MARK + String.join("/", names);
    }
}
