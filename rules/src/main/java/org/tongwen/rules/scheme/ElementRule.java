package org.tongwen.rules.scheme;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tongwen.rules.condition.Condition;

/**
 * What a scheme says of elements.
 *
 * @param id the rule's name in its pack, such as {@code CB-07}
 * @param messages beginnings of the messages that it is for, such as {@code pacs.008}; none for all
 * @param forbid ends of ISO paths that may not be there
 * @param within the end of the ISO path of the group that {@code demand} speaks of
 * @param demand elements that such a group must have
 * @param unless what it does not speak of although it looks so
 * @param words what it wants, in plain words
 * @param certain whether its source is beyond doubt; other rules are warnings
 * @param from the first day on which it holds; empty when it always has
 */
public record ElementRule(
        String id,
        List<String> messages,
        List<String> forbid,
        Optional<String> within,
        List<String> demand,
        Optional<Exemption> unless,
        String words,
        boolean certain,
        Optional<LocalDate> from) {

    /**
     * Elements that a rule leaves alone because of what stands in them.
     *
     * @param within the end of their ISO path; empty for all elements that the rule speaks of
     * @param condition what holds for them, asked of the element itself
     */
    public record Exemption(Optional<String> within, Condition condition) {}

    /** Copies the lists. */
    public ElementRule {
        messages = List.copyOf(messages);
        forbid = List.copyOf(forbid);
        demand = List.copyOf(demand);
    }

    /** Whether it speaks of a message. */
    public boolean isFor(String message) {
        return messages.isEmpty() || messages.stream().anyMatch(begin -> message.startsWith(begin + "."));
    }

    /** Whether it forbids the element at an ISO path. */
    public boolean forbids(String isoPath) {
        return forbid.stream().anyMatch(end -> ends(isoPath, end));
    }

    /** Whether it demands elements of the group at an ISO path. */
    public boolean demandsOf(String isoPath) {
        return within.filter(end -> ends(isoPath, end)).isPresent();
    }

    /** Whether it holds on a day. */
    public boolean isInForce(LocalDate day) {
        return from.map(first -> !day.isBefore(first)).orElse(true);
    }

    private static boolean ends(String isoPath, String end) {
        return ("/" + isoPath).endsWith("/" + end);
    }
}
