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
    private record Skipped(List<Position> positions, boolean reported) {
        boolean names(String name) {
            return positions.stream().anyMatch(position -> position.names(name));
        }
    }

    private final ContentWalk walk;
    private final ContentModel model;
    private final List<Skipped> skipped = new ArrayList<>();
    private final Set<Position> overfull = new HashSet<>();
    private boolean damaged;

    ContentRepair(ContentWalk walk, ContentModel model) {
        this.walk = walk;
        this.model = model;
    }

    /** An element came: it is no longer missing. */
    boolean came(String name) {
        return skipped.removeIf(gap -> gap.names(name));
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
        List<Violation> violations = new ArrayList<>();
        skipped.stream().filter(gap -> !gap.reported()).forEach(gap -> violations.add(missing(gap, "")));
        if (!walk.isComplete() || !walk.at().last) {
            gaps(position -> position.last, true).forEach(gap -> violations.add(missing(gap, "")));
        }
        return violations;
    }

    private Step step(Position known, String name) {
        if (came(name)) {
            return known.taken;
        }
        if (walk.at().names(name) && !walk.mayRepeat()) {
            return tooMany(name);
        }
        Optional<Position> later =
                path(walk.at(), position -> position.names(name)).stream().reduce((first, second) -> second);
        return later.isPresent() ? early(later.get(), name) : misplaced(known, name);
    }

    private Step unknown(String name) {
        return Step.refused(unexpected(name, "is not known here"));
    }

    private Step tooMany(String name) {
        Position at = walk.at();
        if (!overfull.add(at)) {
            return at.taken;
        }
        String limit = name + " may occur at most " + times(at.particle.max());
        return Step.taken(at.particle, List.of(new Violation("xsd.TooMany", limit, name)));
    }

    /** The element stands behind mandatory ones that did not come: the first of them is named now, the others if they do not come late. */
    private Step early(Position later, String name) {
        List<Skipped> gaps = gaps(position -> position.names(name), false);
        List<Violation> violations = new ArrayList<>();
        for (Skipped gap : gaps) {
            boolean first = violations.isEmpty();
            if (first) {
                violations.add(missing(gap, " before " + name));
            }
            skipped.add(new Skipped(gap.positions(), first));
        }
        walk.enter(later);
        return Step.taken(later.particle, violations);
    }

    /** The element should have come before: what follows is judged as if it stood where it belongs. */
    private Step misplaced(Position known, String name) {
        Violation violation = unexpected(name, "may not stand here");
        overfull.add(known);
        walk.enter(known);
        return Step.taken(known.particle, List.of(violation));
    }

    /** The mandatory elements on the shortest way to a position, without those that came already at a wrong place. */
    private List<Skipped> gaps(Predicate<Position> goal, boolean withGoal) {
        List<Skipped> gaps = new ArrayList<>();
        if (!walk.isComplete()) {
            gaps.add(new Skipped(List.of(walk.at()), true));
        }
        if (withGoal && goal.test(walk.at())) {
            return gaps;
        }
        Position before = walk.at();
        List<Position> path = path(before, goal);
        for (Position step : withGoal ? path : path.subList(0, path.size() - 1)) {
            List<Position> either = before.follow.stream()
                    .filter(Position::isMandatory)
                    .filter(position -> position == step || leads(position, goal))
                    .toList();
            boolean came = damaged && either.stream().anyMatch(walk::hasSeen);
            if (step.isMandatory() && !came) {
                gaps.add(new Skipped(either, false));
            }
            before = step;
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

    private static Violation missing(Skipped gap, String where) {
        List<String> names = names(gap.positions());
        boolean one = names.size() == 1;
        String subject = one ? names.get(0) : "one of " + listed(names);
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
