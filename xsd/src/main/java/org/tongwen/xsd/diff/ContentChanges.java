package org.tongwen.xsd.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongwen.xsd.definition.Particle;
import org.tongwen.xsd.outline.OutlineText;

/** Compares what elements two types hold, in which order and how often. */
final class ContentChanges {

    private static final int SHOWN_NAMES = 3;

    private final List<Change> changes = new ArrayList<>();

    private ContentChanges() {}

    static List<Change> between(Optional<Particle> before, Optional<Particle> after) {
        ContentChanges found = new ContentChanges();
        found.groups("content", group(before), group(after));
        return Moves.joined(found.changes);
    }

    /** What an element is called after a change of its name. */
    static String renamed(String name, List<Change> changes) {
        return changes.stream()
                .filter(change ->
                        change.kind() == Change.Kind.RENAMED && change.before().equals(name))
                .map(Change::after)
                .findFirst()
                .orElse(name);
    }

    private static Particle group(Optional<Particle> content) {
        return content.filter(ContentChanges::isGroup)
                .orElseGet(() -> new Particle.Sequence(content.stream().toList(), 1, 1));
    }

    private void groups(String name, Particle before, Particle after) {
        boolean choice = after instanceof Particle.Choice;
        boolean sameKind = choice == before instanceof Particle.Choice;
        List<Particle> old = parts(before);
        List<Particle> now = parts(after);
        if (!sameKind && old.size() + now.size() > 0) {
            changes.add(new Change(Change.Kind.STRUCTURE, name, order(before), order(after), Effect.BOTH));
        }
        occurrence(name, before, after);
        if (isRenamed(old, now)) {
            String former = names(old.get(0));
            changes.add(new Change(Change.Kind.RENAMED, former, former, names(now.get(0)), Effect.BOTH));
            return;
        }
        parts(old, now, choice, sameKind);
    }

    private void parts(List<Particle> old, List<Particle> now, boolean choice, boolean sameKind) {
        List<Particle> matched = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        for (Particle part : old) {
            Optional<Particle> other = now.stream()
                    .filter(each -> !matched.contains(each) && isSame(part, each))
                    .findFirst();
            if (other.isEmpty()) {
                changes.add(removed(part, choice, sameKind));
                continue;
            }
            matched.add(other.get());
            order.add(now.indexOf(other.get()));
            if (isGroup(part)) {
                groups(names(part), part, other.get());
            } else if (sameKind) {
                occurrence(names(part), part, other.get());
            }
        }
        now.stream()
                .filter(part -> !matched.contains(part))
                .forEach(part -> changes.add(added(part, now, choice, sameKind)));
        if (!choice) {
            moved(order, now);
        }
    }

    private void moved(List<Integer> order, List<Particle> now) {
        for (int index : Moves.outOfOrder(order)) {
            String where = index == 0 ? "first" : "after " + names(now.get(index - 1));
            changes.add(new Change(Change.Kind.MOVED, names(now.get(index)), "", where, Effect.BOTH));
        }
    }

    private void occurrence(String name, Particle before, Particle after) {
        if (before.min() == after.min() && before.max() == after.max()) {
            return;
        }
        Effect effect = Effect.of(
                after.min() > before.min() || after.max() < before.max(),
                after.min() < before.min() || after.max() > before.max());
        Change.Kind kind = before.min() == 0 && after.min() > 0
                ? Change.Kind.MANDATORY
                : before.min() > 0 && after.min() == 0 ? Change.Kind.OPTIONAL : Change.Kind.OCCURRENCE;
        changes.add(new Change(kind, name, occurrence(before), occurrence(after), effect));
    }

    /** One that had to stand in a sequence: the messages of neither definition are valid by the other. */
    private static Change removed(Particle part, boolean choice, boolean sameKind) {
        Effect effect = sameKind ? Effect.of(true, !choice && part.min() > 0) : Effect.BOTH;
        return new Change(Change.Kind.REMOVED, names(part), shown(part), "", effect);
    }

    private static Change added(Particle part, List<Particle> now, boolean choice, boolean sameKind) {
        Effect effect = sameKind ? Effect.of(!choice && part.min() > 0, true) : Effect.BOTH;
        int index = now.indexOf(part);
        String where = choice || index == 0 ? "" : " after " + names(now.get(index - 1));
        return new Change(Change.Kind.ADDED, names(part), "", shown(part) + where, effect);
    }

    /** Whether each holds one element and only its name differs, as the body's did in the first versions of messages. */
    private static boolean isRenamed(List<Particle> old, List<Particle> now) {
        return old.size() == 1
                && now.size() == 1
                && old.get(0) instanceof Particle.Element one
                && now.get(0) instanceof Particle.Element other
                && one.min() == 1
                && other.min() == 1
                && !one.declaration().name().equals(other.declaration().name());
    }

    private static String order(Particle group) {
        return group instanceof Particle.Choice ? "one of them" : "one after the other";
    }

    /** Elements of the same name, groups with an element in common, or two wildcards. */
    private static boolean isSame(Particle one, Particle other) {
        if (isGroup(one) && isGroup(other)) {
            Set<String> names = new HashSet<>(elementNames(one).toList());
            return elementNames(other).anyMatch(names::contains);
        }
        return isGroup(one) == isGroup(other) && names(one).equals(names(other));
    }

    private static boolean isGroup(Particle particle) {
        return particle instanceof Particle.Sequence || particle instanceof Particle.Choice;
    }

    /** The parts that may stand at all. */
    private static List<Particle> parts(Particle group) {
        List<Particle> parts = group instanceof Particle.Choice choice
                ? choice.parts()
                : group instanceof Particle.Sequence sequence ? sequence.parts() : List.of();
        return parts.stream().filter(part -> part.max() > 0).toList();
    }

    private static Stream<String> elementNames(Particle particle) {
        if (particle instanceof Particle.Element element) {
            return Stream.of(element.declaration().name());
        }
        return isGroup(particle)
                ? parts(particle).stream().flatMap(ContentChanges::elementNames)
                : Stream.of("any element of " + ((Particle.Wildcard) particle).namespace());
    }

    /** The element's name; of a group the names of the first elements in it. */
    private static String names(Particle particle) {
        List<String> names = elementNames(particle).toList();
        if (!isGroup(particle)) {
            return names.get(0);
        }
        String more = names.size() > SHOWN_NAMES ? ", …" : "";
        return "(" + names.stream().limit(SHOWN_NAMES).collect(Collectors.joining(", ")) + more + ")";
    }

    private static String shown(Particle part) {
        return part instanceof Particle.Element element
                ? occurrence(part) + " " + element.declaration().type().name()
                : occurrence(part);
    }

    private static String occurrence(Particle particle) {
        return OutlineText.occurrence(particle.min(), particle.max());
    }
}
