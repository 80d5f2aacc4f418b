package org.tongwen.mappings.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongwen.mappings.codec.Codecs;
import org.tongwen.mappings.read.MappingFile;
import org.tongwen.mappings.read.MappingFile.Choice;
import org.tongwen.mappings.read.MappingFile.CodeTable;
import org.tongwen.mappings.read.MappingFile.Content;
import org.tongwen.mappings.read.MappingFile.Formula;
import org.tongwen.mappings.read.MappingFile.Group;
import org.tongwen.mappings.read.MappingFile.Pair;
import org.tongwen.mappings.read.MappingFile.Template;
import org.tongwen.mappings.read.MappingFile.Word;

/**
 * Finds cases of a choice that the way back cannot tell apart: they write the same elements, and nothing that they write there differs for
 * certain. Constants, formulas, templates and code tables with other codes make a difference.
 */
record CaseCheck(MappingFile file, Report report) implements Visitor {

    /**
     * What a case writes.
     *
     * @param elements the contents by ISO path below the choice
     * @param sources the source fields that it carries
     */
    private record Trace(Map<String, List<Content>> elements, Set<String> sources) {

        static Trace of(Content content, Spot spot) {
            Trace trace = new Trace(new LinkedHashMap<>(), new HashSet<>());
            trace.add("", content, Optional.of(spot));
            return trace;
        }

        private void add(String path, Content content, Optional<Spot> spot) {
            if (content instanceof Group group) {
                Optional<Spot> inside = spot.flatMap(known -> Walk.inside(group, known));
                group.choice().ifPresent(choice -> choice.cases().values().forEach(one -> add(path, one, inside)));
                group.children()
                        .forEach(child -> child.contents()
                                .forEach(one -> add(
                                        path + "/" + child.name(),
                                        one,
                                        inside.flatMap(known -> known.into(child.name())))));
                return;
            }
            elements.computeIfAbsent(path, key -> new ArrayList<>()).add(content);
            if (content instanceof Pair pair) {
                spot.ifPresent(known -> sources.add(known.absolute(pair.path())));
            }
        }
    }

    @Override
    public void choice(Group group, Choice choice, Spot spot) {
        List<String> names = List.copyOf(choice.cases().keySet());
        List<Trace> traces = choice.cases().values().stream()
                .map(content -> Trace.of(content, spot))
                .toList();
        boolean sets = !choice.isByConditions() && !choice.by().text().strip().startsWith("=");
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                boolean told = choice.when(names.get(i)).iso().isPresent()
                        || choice.when(names.get(j)).iso().isPresent();
                boolean harmless = told
                        || !sets && traces.get(i).sources().equals(traces.get(j).sources());
                if (!harmless && alike(traces.get(i), traces.get(j))) {
                    report(names.get(i), names.get(j), choice, traces.get(i));
                    return;
                }
            }
        }
    }

    private void report(String one, String other, Choice choice, Trace trace) {
        String elements = trace.elements().keySet().stream()
                .map(path -> path.isEmpty() ? "the element itself" : path.substring(1))
                .collect(Collectors.joining(", "));
        report.add(MappingFinding.NOT_INVERTIBLE
                .at(
                        choice.by().place(),
                        "the way back cannot tell the case " + other + " from " + one + ": both write " + elements
                                + ", and no constant tells them apart")
                .hint("write a constant that differs, such as SchmeNm: {Cd: = 'NIDN'}, or other elements"));
    }

    private boolean alike(Trace one, Trace other) {
        return one.elements().keySet().equals(other.elements().keySet())
                && one.elements().entrySet().stream()
                        .allMatch(entry ->
                                alike(entry.getValue(), other.elements().getOrDefault(entry.getKey(), List.of())));
    }

    private boolean alike(List<Content> some, List<Content> others) {
        return some.size() == others.size()
                && some.stream().allMatch(one -> others.stream().anyMatch(other -> isAlike(one, other)));
    }

    private boolean isAlike(Content one, Content other) {
        if (one instanceof Formula formula && other instanceof Formula second) {
            return formula.text().equals(second.text());
        }
        if (one instanceof Template template && other instanceof Template second) {
            return shape(template).equals(shape(second));
        }
        return one instanceof Pair pair && other instanceof Pair second && !isDisjoint(pair, second);
    }

    /** What stands around the parts. */
    private static String shape(Template template) {
        return template.text().replaceAll("\\{[^{}]*\\}", "{}");
    }

    /** Whether two code tables have no ISO code in common. */
    private boolean isDisjoint(Pair one, Pair other) {
        Set<String> codes = codes(one);
        Set<String> second = codes(other);
        return !codes.isEmpty() && !second.isEmpty() && codes.stream().noneMatch(second::contains);
    }

    private Set<String> codes(Pair pair) {
        boolean code = Codecs.name(pair.codec()).equals("code");
        return code
                ? Codecs.arguments(pair.codec()).stream()
                        .flatMap(name -> Optional.ofNullable(file.codes().get(name)).stream())
                        .flatMap((CodeTable table) -> table.toIso().values().stream())
                        .map(Word::text)
                        .collect(Collectors.toSet())
                : Set.of();
    }
}
