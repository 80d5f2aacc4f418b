package org.tongwen.rules.pack;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongwen.rules.condition.Subject;
import org.tongwen.xsd.finding.Finding;

/**
 * A rule that a message breaks.
 *
 * @param rule which one
 * @param at where
 */
public record Breach(Rule rule, Subject at) {

    /** What to say of a message that somebody sent. */
    public Finding finding() {
        return finding(rule.hint());
    }

    /** What to say of a message that was made of an ISO message: what that one lacks. */
    public Finding findingOfMade() {
        return finding(rule.iso().isEmpty() ? rule.hint() : rule.iso());
    }

    private Finding finding(String hint) {
        String help = Stream.of(
                        hint, codes("network error ", rule.codes()), codes("translation code ", rule.translation()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
        Optional<String> value = Optional.of(at.text()).filter(text -> !text.isEmpty());
        return new Finding(rule.severity(), rule.id(), at.place(), rule.words(), value, help);
    }

    private static String codes(String what, List<String> codes) {
        return codes.isEmpty() ? "" : what + String.join(", ", codes);
    }
}
