package org.tongwen.conformance.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.tongwen.conformance.run.RunResult;
import org.tongwen.conformance.run.RunResult.PlanStamp;

/**
 * Two certificates or runs side by side, so that "passed last year, fails now" can be explained.
 *
 * @param background what else is not the same: plan, rules, the day whose rules count
 * @param changes requirements that came out otherwise, those that no longer pass first
 */
public record Comparison(List<String> background, List<Change> changes) {

    /** Copies the lists. */
    public Comparison {
        background = List.copyOf(background);
        changes = List.copyOf(changes);
    }

    /** What is compared. Standings are in the order of the plan. */
    public record Side(
            PlanStamp plan,
            SortedMap<String, String> packs,
            LocalDate asOf,
            String engine,
            Map<String, Standing> standings) {

        /** Copies the standings. */
        public Side {
            standings = Collections.unmodifiableMap(new LinkedHashMap<>(standings));
        }

        /** A certificate. */
        public static Side of(Certificate certificate) {
            Map<String, Standing> standings = new LinkedHashMap<>();
            certificate.requirements().forEach(line -> standings.put(line.requirement(), line.standing()));
            return new Side(
                    certificate.plan(), certificate.packs(), certificate.asOf(), certificate.engine(), standings);
        }

        /** A run. */
        public static Side of(RunResult run) {
            Map<String, Standing> standings = new LinkedHashMap<>();
            run.requirements()
                    .forEach(result -> standings.put(result.requirement().id(), Standing.of(result)));
            return new Side(run.plan(), run.packs(), run.asOf(), run.engine(), standings);
        }

        private Optional<Standing> standing(String requirement) {
            return Optional.ofNullable(standings.get(requirement));
        }
    }

    /** How a requirement changed, worst first. */
    public enum Kind {
        /** It passed before. */
        WORSE,
        /** It passes now. */
        BETTER,
        /** Neither passed before nor passes now, in another way. */
        OTHERWISE,
        /** It is new in the plan. */
        NEW,
        /** The plan no longer has it. */
        GONE;

        /** As people read it. */
        public String words() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One requirement that came out otherwise. */
    public record Change(String requirement, Kind kind, Optional<Standing> before, Optional<Standing> now) {

        /** Both standings in words. */
        public String told() {
            return before.map(Standing::words).orElse("not in the plan") + ", now "
                    + now.map(Standing::words).orElse("not in the plan");
        }
    }

    /** What changed between two. */
    public static Comparison of(Side before, Side now) {
        Set<String> requirements = new LinkedHashSet<>(now.standings().keySet());
        requirements.addAll(before.standings().keySet());
        List<Change> changes = requirements.stream()
                .map(each -> change(each, before.standing(each), now.standing(each)))
                .flatMap(Optional::stream)
                .sorted((one, other) -> one.kind().compareTo(other.kind()))
                .toList();
        return new Comparison(background(before, now), changes);
    }

    /** Whether something that passed does not pass any more. */
    public boolean isWorse() {
        return changes.stream().anyMatch(change -> change.kind() == Kind.WORSE);
    }

    private static Optional<Change> change(String requirement, Optional<Standing> before, Optional<Standing> now) {
        if (before.equals(now)) {
            return Optional.empty();
        }
        Kind kind = before.isEmpty()
                ? Kind.NEW
                : now.isEmpty()
                        ? Kind.GONE
                        : before.get() == Standing.PASS
                                ? Kind.WORSE
                                : now.get() == Standing.PASS ? Kind.BETTER : Kind.OTHERWISE;
        return Optional.of(new Change(requirement, kind, before, now));
    }

    private static List<String> background(Side before, Side now) {
        List<String> lines = new ArrayList<>();
        if (!before.plan().equals(now.plan())) {
            lines.add("plan: " + shown(before.plan()) + ", now " + shown(now.plan()));
        }
        Set<String> packs = new TreeSet<>(before.packs().keySet());
        packs.addAll(now.packs().keySet());
        packs.stream()
                .filter(pack ->
                        !Objects.equals(before.packs().get(pack), now.packs().get(pack)))
                .forEach(pack -> lines.add("rules " + pack + ": "
                        + (now.packs().containsKey(pack)
                                ? before.packs().containsKey(pack) ? "changed" : "new"
                                : "gone")));
        if (!before.asOf().equals(now.asOf())) {
            lines.add("rules as of: " + before.asOf() + ", now " + now.asOf());
        }
        if (!before.engine().equals(now.engine())) {
            lines.add("engine: " + before.engine() + ", now " + now.engine());
        }
        return lines;
    }

    private static String shown(PlanStamp plan) {
        return plan.id() + " " + plan.version() + " ("
                + plan.digest().substring(0, Math.min(12, plan.digest().length())) + ")";
    }
}
