package org.tongwen.xsd.definition;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tongwen.xsd.definition.ContentModel.Step;

/**
 * What a walk does about children that do not fit. Each mistake is named once: an element that was left out may still come late, and one
 * that came too early or too late does not make its neighbours wrong.
 */
final class ContentRepair {

    /** Mandatory elements that were passed over, of which one was needed. */
    private record Skipped(List<Position> positions, Jump jump) {
        boolean names(String name) {
            return positions.stream().anyMatch(position -> position.names(name));
        }
    }

    /** An element that came too early, and whether that was said: it is one mistake, however many elements it left behind. */
    private static final class Jump {
        final String name;
        boolean named;

        Jump(String name) {
            this.name = name;
        }
    }

    private final ContentWalk walk;
    private final ContentModel model;
    private final List<Skipped> skipped = new ArrayList<>();
    private final Set<Position> excused = new HashSet<>();
    private boolean damaged;

    ContentRepair(ContentWalk walk, ContentModel model) {
        this.walk = walk;
        this.model = model;
    }

    /** What to do with an element that was passed over and comes now; empty when it was not. */
    Optional<Step> late(Position position, String name) {
        Optional<Skipped> gap =
                skipped.stream().filter(known -> known.names(name)).findFirst();
        gap.ifPresent(skipped::remove);
        gap.ifPresent(known -> excused.add(position));
        return gap.map(known -> late(position, name, known));
    }

    private static Step late(Position position, String name, Skipped gap) {
        Optional<Violation> violation = gap.jump().named
                ? Optional.empty()
                : Optional.of(new Violation(
                        "xsd.UnexpectedElement",
                        name + " may not stand here; it belongs before " + gap.jump().name,
                        name));
        gap.jump().named = true;
        return Step.late(position.particle, violation, missing(gap));
    }

    /** Finds a place for a child that does not fit where the walk stands. */
    Step step(boolean ofTarget, String name) {
        Optional<Position> known = model.positions.stream()
                .filter(position -> ofTarget && position.names(name))
                .findFirst();
        Step step = known.map(position -> step(position, name)).orElseGet(() -> unknown(name));
        damaged = true;
        return step;
    }

    /** What is missing at the end. */
    List<Violation> end() {
        return walk.isComplete() && walk.at().last
                ? List.of()
                : gaps(position -> position.last, new Jump(""), true).stream()
                        .map(ContentRepair::missing)
                        .toList();
    }

    private Step step(Position known, String name) {
        Optional<Step> late = late(known, name);
        if (late.isPresent() || excused.contains(known)) {
            return late.orElse(known.taken);
        }
        if (walk.at().names(name) && !walk.mayRepeat()) {
            return tooMany(known, name);
        }
        Optional<Position> later =
                path(walk.at(), position -> position.names(name)).stream().reduce((first, second) -> second);
        return later.isPresent() ? early(later.get(), name) : misplaced(known, name);
    }

    private Step unknown(String name) {
        return Step.refused(unexpected(name, "is not known here"));
    }

    private Step tooMany(Position known, String name) {
        Position at = walk.at();
        excused.add(known);
        String limit = name + " may occur at most " + times(at.particle.max());
        return Step.wrong(at.particle, new Violation("xsd.TooMany", limit, name));
    }

    /** The element stands behind mandatory ones that did not come, or come late. */
    private Step early(Position later, String name) {
        List<Skipped> gaps = gaps(position -> position.names(name), new Jump(name), false);
        skipped.addAll(gaps);
        walk.enter(later);
        return Step.early(
                later.particle, gaps.stream().map(ContentRepair::missing).toList());
    }

    /** The element should have come before: what follows is judged as if it stood where it belongs. */
    private Step misplaced(Position known, String name) {
        Violation violation = unexpected(name, "may not stand here");
        excused.add(known);
        walk.enter(known);
        return Step.wrong(known.particle, violation);
    }

    /** The mandatory elements on the shortest way to a position, without those that came already at a wrong place. */
    private List<Skipped> gaps(Predicate<Position> goal, Jump jump, boolean withGoal) {
        List<Skipped> gaps = new ArrayList<>();
        if (!walk.isComplete()) {
            gaps.add(new Skipped(List.of(walk.at()), jump));
        }
        if (withGoal && goal.test(walk.at())) {
            return gaps;
        }
        Position from = walk.at();
        List<Position> path = path(from, goal);
        for (Position step : withGoal ? path : path.subList(0, path.size() - 1)) {
            List<Position> either = from.follow.stream()
                    .filter(Position::isMandatory)
                    .filter(position -> position == step || leads(position, goal))
                    .toList();
            boolean came = damaged && either.stream().anyMatch(walk::hasSeen);
            if (step.isMandatory() && !came) {
                gaps.add(new Skipped(either, jump));
            }
            from = step;
        }
        return gaps;
    }

    private static boolean leads(Position from, Predicate<Position> goal) {
        return goal.test(from) || !path(from, goal).isEmpty();
    }

    /** The shortest way to a position, which stands last, without the start; empty when there is none. */
    private static List<Position> path(Position from, Predicate<Position> goal) {
        Map<Position, Position> before = new HashMap<>();
        Deque<Position> queue = new ArrayDeque<>(List.of(from));
        while (!queue.isEmpty()) {
            Position position = queue.remove();
            for (Position next : position.follow) {
                if (before.putIfAbsent(next, position) == null) {
                    if (goal.test(next)) {
                        return path(from, next, before);
                    }
                    queue.add(next);
                }
            }
        }
        return List.of();
    }

    private static List<Position> path(Position from, Position to, Map<Position, Position> before) {
        List<Position> path = new ArrayList<>(List.of(to));
        @Nullable Position step = before.get(to);
        while (step != null && step != from) {
            path.add(0, step);
            step = before.get(step);
        }
        return path;
    }

    private Violation unexpected(String name, String what) {
        List<String> names = names(expected());
        String allowed = names.isEmpty() ? "nothing more is allowed" : "allowed: " + listed(names);
        return new Violation("xsd.UnexpectedElement", name + " " + what + "; " + allowed, name);
    }

    private Set<Position> expected() {
        Set<Position> expected = new LinkedHashSet<>();
        if (walk.mayRepeat()) {
            expected.add(walk.at());
        }
        if (walk.isComplete()) {
            expected.addAll(walk.at().follow);
        }
        return expected;
    }

    private static Violation missing(Skipped gap) {
        List<String> names = names(gap.positions());
        boolean one = names.size() == 1;
        String subject = one ? names.get(0) : "one of " + listed(names);
        String where = gap.jump().name.isEmpty() ? "" : " before " + gap.jump().name;
        return new Violation("xsd.MissingElement", subject + " is missing" + where, one ? names.get(0) : "");
    }

    private static List<String> names(Iterable<Position> positions) {
        Set<String> names = new LinkedHashSet<>();
        positions.forEach(position -> names.add(position.shown()));
        return List.copyOf(names);
    }

    private static String listed(List<String> names) {
        int shown = 8;
        String first = String.join(", ", names.subList(0, Math.min(shown, names.size())));
        return names.size() <= shown ? first : first + " and " + (names.size() - shown) + " more";
    }

    private static String times(int max) {
        return max == 1 ? "once" : max + " times";
    }
}
