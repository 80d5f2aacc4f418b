package org.tongwen.rules.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tongwen.rules.condition.Condition;
import org.tongwen.rules.condition.Path;
import org.tongwen.rules.condition.Subject;
import org.tongwen.xsd.finding.Severity;

/**
 * One demand on a message.
 *
 * @param id its name, which is the id of its findings, such as {@code swift.103.C1}
 * @param words what it wants, as one plain sentence
 * @param scope beginnings of the messages that it is for: {@code 103}, {@code pacs.008}
 * @param each the values that it is asked of, one after the other; none for the whole message
 * @param when in which case it speaks; empty for always
 * @param then what must hold
 * @param at where a finding is placed: the first of these that is there, or else the value that the rule was asked of
 * @param severity of its findings
 * @param confidence how well it is confirmed
 * @param codes error codes of the network that stand for it; empty where none is certain
 * @param translation codes of the industry's translation rules, such as {@code T20054}
 * @param hint what would repair a message, empty when the words say it
 * @param iso what an ISO message lacks or has from which a message was made that fails; empty when nothing better can be said
 * @param note what is unsure about it, or where we chose
 * @param from the first day on which it holds; empty when it always has
 * @param until the last day on which it holds; empty when no end is known
 * @param samples messages that prove it
 */
public record Rule(
        String id,
        String words,
        List<String> scope,
        List<Path> each,
        Optional<Condition> when,
        Condition then,
        List<Path> at,
        Severity severity,
        Confidence confidence,
        List<String> codes,
        List<String> translation,
        String hint,
        String iso,
        String note,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        List<RuleSample> samples) {

    /** Copies the lists. */
    public Rule {
        scope = List.copyOf(scope);
        each = List.copyOf(each);
        at = List.copyOf(at);
        codes = List.copyOf(codes);
        translation = List.copyOf(translation);
        samples = List.copyOf(samples);
    }

    /** Whether it speaks of a message: {@code 103} of just that type, {@code pacs.008} also of {@code pacs.008.001.08}. */
    public boolean isFor(String message) {
        return scope.stream().anyMatch(begin -> covers(begin, message));
    }

    static boolean covers(String begin, String message) {
        return message.equals(begin) || message.startsWith(begin + ".");
    }

    /**
     * The same rule, asked only of values that a message can have; empty when it can have none of them.
     *
     * @param known whether a path leads to a field of the message
     */
    public Optional<Rule> among(Predicate<Path> known) {
        List<Path> own = each.stream().filter(known).toList();
        if (own.size() == each.size()) {
            return Optional.of(this);
        }
        return own.isEmpty()
                ? Optional.empty()
                : Optional.of(new Rule(
                        id,
                        words,
                        scope,
                        own,
                        when,
                        then,
                        at,
                        severity,
                        confidence,
                        codes,
                        translation,
                        hint,
                        iso,
                        note,
                        from,
                        until,
                        samples));
    }

    /** Whether it holds on a day. */
    public boolean isInForce(LocalDate day) {
        return !from.filter(day::isBefore).isPresent()
                && !until.filter(day::isAfter).isPresent();
    }

    /** Hands over each place of a message where it is broken. */
    public void check(Subject message, Consumer<Breach> breaches) {
        if (each.isEmpty()) {
            checkOne(message, breaches);
        }
        for (int i = 0; i < each.size(); i++) {
            each.get(i).visit(message, value -> checkOne(value, breaches));
        }
    }

    private void checkOne(Subject value, Consumer<Breach> breaches) {
        if ((when.isEmpty() || when.get().holds(value)) && !then.holds(value)) {
            breaches.accept(new Breach(this, place(value)));
        }
    }

    private Subject place(Subject value) {
        return at.stream()
                .flatMap(path -> path.first(value).stream())
                .filter(Subject::isThere)
                .findFirst()
                .orElse(value);
    }

    /** All paths that it reads, as seen from the whole message. */
    public Stream<Path> paths() {
        Stream<Path> inner = Stream.concat(
                Stream.concat(when.map(Condition::paths).orElse(Set.of()).stream(), then.paths().stream()),
                at.stream());
        if (each.isEmpty()) {
            return inner;
        }
        List<Path> relative = inner.toList();
        return each.stream()
                .flatMap(value ->
                        Stream.concat(Stream.of(value), relative.stream().map(path -> path.below(value))));
    }
}
