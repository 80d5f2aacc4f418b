package org.tongwen.conformance.plan;

import java.util.Optional;
import org.tongwen.xsd.finding.Finding;

/**
 * A finding that a case expects. Plans write it as {@code id path}; the path is left out where the mistake lies in no element.
 *
 * @param id the finding's identifier
 * @param path the ISO path, or empty
 */
public record ExpectedFinding(String id, String path) implements Comparable<ExpectedFinding> {

    /** What a plan writes; empty when it is neither {@code id} nor {@code id path}. */
    public static Optional<ExpectedFinding> parse(String text) {
        String[] words = text.strip().split(" +");
        boolean named = words[0].indexOf('.') > 0;
        return switch (words.length) {
            case 1 -> named ? Optional.of(new ExpectedFinding(words[0], "")) : Optional.empty();
            case 2 ->
                named && words[1].startsWith("/")
                        ? Optional.of(new ExpectedFinding(words[0], words[1]))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** What a judge found, as a plan would write it. */
    public static ExpectedFinding of(Finding finding) {
        return new ExpectedFinding(finding.id(), finding.place().path());
    }

    @Override
    public int compareTo(ExpectedFinding other) {
        return toString().compareTo(other.toString());
    }

    /** As plans write it. */
    @Override
    public String toString() {
        return path.isEmpty() ? id : id + " " + path;
    }
}
