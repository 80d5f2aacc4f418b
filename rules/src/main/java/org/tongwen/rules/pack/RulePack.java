package org.tongwen.rules.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tongwen.rules.condition.Path;

/**
 * Rules that belong together.
 *
 * @param name its name, that of its folder
 * @param title its name for people
 * @param source where its rules come from
 * @param extended names of the packs whose rules hold beside its own
 * @param parts its files in order
 * @param releases which of its files hold when, in the order of time
 * @param bases a sound message of each type, which samples change
 * @param ungated names of rules that do not hold a payment which is being made, each with the reason
 * @param elsewhere clauses of its source that no rule of the pack can check, each with the reason
 */
public record RulePack(
        String name,
        String title,
        String source,
        List<String> extended,
        List<RulePart> parts,
        List<RuleRelease> releases,
        Map<String, String> bases,
        Map<String, String> ungated,
        Map<String, String> elsewhere) {

    /** Copies the lists. */
    public RulePack {
        extended = List.copyOf(extended);
        parts = List.copyOf(parts);
        releases = List.copyOf(releases);
        bases = Map.copyOf(bases);
        ungated = Map.copyOf(ungated);
        elsewhere = Map.copyOf(elsewhere);
    }

    /** All its rules, of all releases, in the order of its files. */
    public List<Rule> rules() {
        return parts.stream().flatMap(part -> part.rules().stream()).toList();
    }

    /** The release that holds on a day. */
    public Optional<RuleRelease> on(LocalDate day) {
        return releases.stream().filter(release -> release.isInForce(day)).findFirst();
    }

    /** The rules that hold on a day, and those that will hold later and do not yet. */
    public List<Rule> since(LocalDate day) {
        List<Rule> now = on(day).map(RuleRelease::rules).orElse(List.of()).stream()
                .filter(rule -> !rule.until().filter(day::isAfter).isPresent())
                .toList();
        List<String> known = now.stream().map(Rule::id).toList();
        Stream<Rule> later = releases.stream()
                .filter(release -> release.from().filter(day::isBefore).isPresent())
                .flatMap(release -> release.rules().stream())
                .filter(rule -> !known.contains(rule.id()));
        return Stream.concat(now.stream(), later).toList();
    }

    /** The same pack with those rules only that speak of a message. */
    public RulePack of(String message) {
        return with(rule -> Optional.of(rule).filter(own -> own.isFor(message)));
    }

    /**
     * The same pack, its rules asked only of values that a message can have.
     *
     * @param known whether a path leads to a field of the message
     */
    public RulePack among(Predicate<Path> known) {
        return with(rule -> rule.among(known));
    }

    private RulePack with(Function<Rule, Optional<Rule>> change) {
        List<RulePart> changed = parts.stream()
                .map(part -> new RulePart(
                        part.name(),
                        part.title(),
                        part.rules().stream()
                                .flatMap(rule -> change.apply(rule).stream())
                                .toList()))
                .toList();
        return new RulePack(name, title, source, extended, changed, releases, bases, ungated, elsewhere);
    }
}
