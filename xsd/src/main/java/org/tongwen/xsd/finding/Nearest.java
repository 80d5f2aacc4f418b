package org.tongwen.xsd.finding;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that somebody probably meant who wrote one that is not known. */
public final class Nearest {

    private Nearest() {}

    /** The name that comes nearest, if a third of the letters at most must be changed; of several the first by alphabet. */
    public static Optional<String> of(String unknown, Collection<String> known) {
        return known.stream()
                .filter(name -> isNear(unknown, name))
                .min(Comparator.<String>comparingInt(name -> distance(unknown, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** What a sentence about the unknown name may end with: {@code ; did you mean 'x'?}, or nothing when no name comes near. */
    public static String hint(String unknown, Collection<String> known) {
        return of(unknown, known).map(name -> "; did you mean '" + name + "'?").orElse("");
    }

    /** Lengths are compared first: a stranger may send a name of any length. */
    private static boolean isNear(String unknown, String name) {
        int most = Math.max(1, Math.max(unknown.length(), name.length()) / 3);
        return Math.abs(unknown.length() - name.length()) <= most && distance(unknown, name) <= most;
    }

    /** Levenshtein's distance: letters to insert, delete or exchange; upper and lower case are the same. */
    private static int distance(String one, String other) {
        String from = one.toLowerCase(Locale.ROOT);
        String to = other.toLowerCase(Locale.ROOT);
        int[] row = new int[to.length() + 1];
        for (int i = 0; i <= to.length(); i++) {
            row[i] = i;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int exchanged = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(exchanged, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
