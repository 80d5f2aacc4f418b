package org.tongwen.rules.condition;

import java.util.List;

/**
 * A text in which an asterisk stands for any characters, also for none.
 *
 * @param text with its asterisks
 * @param pieces the texts between the asterisks
 */
public record Glob(String text, List<String> pieces) {

    /** Copies the pieces. */
    public Glob {
        pieces = List.copyOf(pieces);
    }

    static Glob of(String text) {
        return new Glob(text, List.of(text.split("\\*", -1)));
    }

    /** Whether a text looks like this. Each inner piece is taken where it stands first, which never hides a fit. */
    boolean matches(String candidate) {
        String first = pieces.get(0);
        int last = pieces.size() - 1;
        if (last == 0) {
            return candidate.equals(first);
        }
        if (!candidate.startsWith(first)) {
            return false;
        }
        int at = first.length();
        for (int i = 1; i < last; i++) {
            int found = candidate.indexOf(pieces.get(i), at);
            if (found < 0) {
                return false;
            }
            at = found + pieces.get(i).length();
        }
        return candidate.length() - pieces.get(last).length() >= at && candidate.endsWith(pieces.get(last));
    }

    @Override
    public String toString() {
        return new Operand.Text(text).toString();
    }
}
