package org.tongwen.mappings.check;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tongwen.mappings.plan.Formula;
import org.tongwen.mappings.plan.SourcePath;
import org.tongwen.mappings.read.MappingFile.Choice;
import org.tongwen.mappings.read.MappingFile.Content;
import org.tongwen.mappings.read.MappingFile.Element;
import org.tongwen.mappings.read.MappingFile.Group;
import org.tongwen.mappings.read.MappingFile.Pair;
import org.tongwen.mappings.read.MappingFile.Split;
import org.tongwen.mappings.read.MappingFile.Stylesheet;
import org.tongwen.mappings.read.MappingFile.Template;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.definition.Particle;

/**
 * Finds mandatory elements that may be missing from a group that is written. A group is written when one of its values is there; so for
 * each such value the mandatory elements must be there too. A choice is taken to write the case that it needs, for a value without a case
 * is refused anyway.
 */
record PresenceCheck(Report report) {

    /** The root of a message is always written. */
    void root(List<Element> elements, Spot root) {
        Map<Element, Presence> children = children(elements, root, Set.of());
        demand(children, List.of(Set.of()), root);
    }

    private Map<Element, Presence> children(List<Element> elements, Spot spot, Set<String> present) {
        Map<Element, Presence> children = new LinkedHashMap<>();
        for (Element element : elements) {
            Optional<Spot> inside = spot.into(element.name());
            List<Presence> contents = inside.stream()
                    .flatMap(known -> element.contents().stream().map(content -> content(content, known, present)))
                    .toList();
            children.put(element, contents.isEmpty() ? Presence.FORMULA : Presence.any(contents));
        }
        return children;
    }

    private Presence content(Content content, Spot spot, Set<String> present) {
        if (content instanceof Group group) {
            return group(group, spot, present);
        }
        if (content instanceof Pair pair) {
            boolean value = spot.field(pair.path())
                    .filter(field -> field.kind() != Tree.Kind.OBJECT)
                    .isPresent();
            boolean open = !pair.otherwise().isEmpty() || !value;
            return open ? Presence.ALWAYS : Presence.when(optional(pair.path(), spot, present), true);
        }
        if (content instanceof Template template) {
            List<Presence> each = template.paths().stream()
                    .map(part -> Presence.when(optional(part, spot, present), true))
                    .toList();
            return each.isEmpty() ? Presence.ALWAYS : Presence.any(each);
        }
        if (content instanceof org.tongwen.mappings.read.MappingFile.Formula formula) {
            return Formula.simple(formula.text(), List.of())
                    .filter(Formula.Path.class::isInstance)
                    .map(path ->
                            Presence.when(optional(((Formula.Path) path).path().text(), spot, present), false))
                    .orElse(Presence.FORMULA);
        }
        return Presence.ALWAYS;
    }

    private Presence group(Group group, Spot spot, Set<String> present) {
        Optional<Spot> inside = Walk.inside(group, spot);
        if (inside.isEmpty()) {
            return Presence.ALWAYS;
        }
        Set<String> own = new HashSet<>();
        Optional<Spot> item = group.each().flatMap(list -> spot.each(list.text()));
        group.each().ifPresent(list -> own.addAll(optional(list.text(), spot, present)));
        group.at().ifPresent(object -> own.addAll(optional(object.text(), item.orElse(spot), present)));
        Set<String> known = new HashSet<>(present);
        known.addAll(own);
        Presence content = shape(group, inside.get(), known);
        boolean data = content.data() || group.each().isPresent() || group.at().isPresent();
        return new Presence(content.and(own).ways(), data);
    }

    private Presence shape(Group group, Spot spot, Set<String> present) {
        if (group.shape() instanceof Choice choice) {
            return choice(choice, spot, present);
        }
        if (group.shape() instanceof Split split) {
            return Presence.when(optional(split.path().text(), spot, present), true);
        }
        if (group.shape() instanceof Stylesheet sheet) {
            return Presence.any(sheet.reads().stream()
                    .map(path -> Presence.when(optional(path.text(), spot, present), true))
                    .toList());
        }
        return elements(group, spot, present);
    }

    private Presence choice(Choice choice, Spot spot, Set<String> present) {
        Set<String> by = choice.isByConditions() || choice.by().text().startsWith("=")
                ? Set.of()
                : optional(choice.by().text(), spot, present);
        Set<String> known = new HashSet<>(present);
        known.addAll(by);
        List<Presence> cases = choice.cases().values().stream()
                .map(content -> content(content, spot, known))
                .toList();
        return cases.isEmpty() ? Presence.ALWAYS : Presence.any(cases).and(by);
    }

    private Presence elements(Group group, Spot spot, Set<String> present) {
        Map<Element, Presence> children = children(group.children(), spot, present);
        List<Presence> data = children.values().stream().filter(Presence::data).toList();
        Presence whole = data.isEmpty() ? Presence.FORMULA : Presence.any(data);
        demand(children, whole.ways(), spot);
        return whole;
    }

    /** Every mandatory element must be there in every way that the group can be written. */
    private void demand(Map<Element, Presence> children, List<Set<String>> ways, Spot spot) {
        Set<String> mandatory = mandatory(spot);
        children.forEach((element, presence) -> {
            if (mandatory.contains(element.name())) {
                ways.stream()
                        .filter(way -> !presence.isCertain(way))
                        .findFirst()
                        .ifPresent(way -> report(element, presence, way, spot));
            }
        });
    }

    private void report(Element element, Presence presence, Set<String> way, Spot spot) {
        Set<String> needed = new TreeSet<>(presence.ways().get(0));
        needed.removeAll(way);
        String when = way.isEmpty() ? "" : ", when " + String.join(" and ", new TreeSet<>(way)) + " is there";
        report.add(
                MappingFinding.MAY_BE_MISSING
                        .at(
                                element.contents().get(0).place(),
                                spot.isoPath() + "/" + element.name()
                                        + " is mandatory, but the source may come without "
                                        + String.join(" and ", needed) + when)
                        .hint(
                                "give a default, such as ?? 'NOTPROVIDED', require the field in the source schema, or accept it with a"
                                        + " reason"),
                spot.isoPath() + "/" + element.name());
    }

    private static Set<String> mandatory(Spot spot) {
        Set<String> names = new HashSet<>();
        if (spot.element().type() instanceof ComplexType type) {
            type.content().ifPresent(particle -> mandatory(particle).forEach(names::add));
        }
        return names;
    }

    private static Stream<String> mandatory(Particle particle) {
        if (particle.min() == 0) {
            return Stream.empty();
        }
        if (particle instanceof Particle.Element element) {
            return Stream.of(element.declaration().name());
        }
        return particle instanceof Particle.Sequence sequence
                ? sequence.parts().stream().flatMap(PresenceCheck::mandatory)
                : Stream.empty();
    }

    /** The fields on a path that need not be there, as far as they are not known to be. */
    static Set<String> optional(String text, Spot spot, Set<String> present) {
        Set<String> optional = new HashSet<>();
        Optional<SourcePath> path = SourcePath.parse(text);
        if (path.isEmpty()) {
            return optional;
        }
        SourceField at = path.get().fromRoot() ? spot.root() : spot.source();
        StringBuilder name = new StringBuilder(path.get().fromRoot() ? "" : spot.sourcePath());
        for (SourcePath.Step step : path.get().steps()) {
            Optional<SourceField> field = at.field(step.name());
            if (field.isEmpty()) {
                return optional;
            }
            name.append(name.isEmpty() ? "" : ".").append(step.name());
            step.select()
                    .ifPresent(select -> name.append('[')
                            .append(select.field())
                            .append('=')
                            .append(select.value())
                            .append(']'));
            if ((!field.get().required() || step.select().isPresent()) && !present.contains(name.toString())) {
                optional.add(name.toString());
            }
            at = field.get();
        }
        return optional;
    }
}
