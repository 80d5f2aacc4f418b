package org.tongwen.rules.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tongwen.rules.condition.Path;
import org.tongwen.rules.condition.Subject;
import org.tongwen.xsd.finding.Severity;

/**
 * One demand on a message.
 *
 * @param pack the name of its pack
 * @param name its name in the pack, such as {@code CU-27}
 * @param id the id of its findings, such as {@code scheme.CU-27} or {@code swift.103.C1}
 * @param words what it wants, as one plain sentence
 * @param scope beginnings of the messages that it is for: {@code 103}, {@code pacs.008}; none for all
 * @param question what it asks, and of what
 * @param standing where it comes from, and when it holds
 * @param advice what helps whoever breaks it
 * @param samples messages that prove it
 */
public record Rule(
        String pack,
        String name,
        String id,
        String words,
        List<String> scope,
        Question question,
        Standing standing,
        Advice advice,
        List<RuleSample> samples) {

    /** How the ids of rules of schemes begin, which hold a payment instead of refusing it. */
    public static final String SCHEME = "scheme.";

    /** Copies the lists. */
    public Rule {
        scope = List.copyOf(scope);
        samples = List.copyOf(samples);
    }

    /** What must hold. */
    public Then then() {
        return question.then();
    }

    /** The paths of the values that it is asked of. */
    public List<Path> each() {
        return question.each();
    }

    /** The severity of its findings. */
    public Severity severity() {
        return standing.severity();
    }

    /** How well it is confirmed. */
    public Confidence confidence() {
        return standing.confidence();
    }

    /** The first day on which it holds; empty when it always has. */
    public Optional<LocalDate> from() {
        return standing.from();
    }

    /** The last day on which it holds; empty when no end is known. */
    public Optional<LocalDate> until() {
        return standing.until();
    }

    /** Whether it holds on a day. */
    public boolean isInForce(LocalDate day) {
        return standing.isInForce(day);
    }

    /** Whether its source is beyond doubt. */
    public boolean isCertain() {
        return confidence() == Confidence.A;
    }

    /** Whether it speaks of a message: {@code 103} of just that type, {@code pacs.008} also of {@code pacs.008.001.08}. */
    public boolean isFor(String message) {
        boolean speaks = scope.isEmpty() || scope.stream().anyMatch(begin -> covers(begin, message));
        return speaks && (then() instanceof Then.OfRelease || standing.uses(message));
    }

    static boolean covers(String begin, String message) {
        return message.equals(begin) || message.startsWith(begin + ".");
    }

    /**
     * The same rule, asked only of values that a message can have; empty when it can have none of them.
     *
     * @param known whether a path leads to a field of the message
     */
    Optional<Rule> among(Predicate<Path> known) {
        List<Path> own = each().stream().filter(known).toList();
        if (own.size() == each().size()) {
            return Optional.of(this);
        }
        return own.isEmpty() ? Optional.empty() : Optional.of(with(question.of(own), standing));
    }

    /** The same rule, only within a window, and only of the messages that a release uses. */
    Rule within(Optional<LocalDate> first, Optional<LocalDate> last, List<String> used) {
        return with(question, standing.within(first, last, used));
    }

    private Rule with(Question other, Standing otherStanding) {
        return new Rule(pack, name, id, words, scope, other, otherStanding, advice, samples);
    }

    /** Whether it forbids the element at an ISO path, whatever stands in it. */
    public boolean forbids(String isoPath) {
        return then() instanceof Then.Forbidden && question.when().isEmpty() && speaksOf(isoPath);
    }

    /** The elements that it demands of the group at an ISO path. */
    public List<String> demandsOf(String isoPath) {
        return then() instanceof Then.Demanded demanded && speaksOf(isoPath) ? demanded.elements() : List.of();
    }

    private boolean speaksOf(String isoPath) {
        return question.anywhere().stream().anyMatch(ending -> ending.fits(isoPath));
    }

    /**
     * The places where a message breaks rules, in the order of the rules. Whether they are for it is not asked, and elements that may stand anywhere
     * are not looked for: see {@link Rulebook}.
     *
     * @throws RulesException when one could not be asked
     */
    public static List<Breach> breaches(List<Rule> rules, Subject message) {
        Tally tally = new Tally(rules);
        for (int i = 0; i < rules.size(); i++) {
            Asking.ofMessage(rules.get(i), i, message, tally);
        }
        return tally.complete();
    }

    /** All paths that it reads, as seen from the whole message. */
    public Stream<Path> paths() {
        return question.paths();
    }

    /** The pack and name behind a sentence, where the id does not name the pack. */
    String reference() {
        return id.startsWith(SCHEME) ? " (" + pack + " " + name + ")" : "";
    }
}
