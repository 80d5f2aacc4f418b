package org.tongwen.mappings.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongwen.mappings.read.MappingFile.When;
import org.tongwen.mappings.read.MappingFile.Word;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.rules.condition.Condition;
import org.tongwen.rules.condition.Path;
import org.tongwen.rules.condition.Subject;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;

/** Compiles the conditions of cases. The names in them must be names of the source, or of the message. */
final class CaseConditions {

    /**
     * When a case holds, compiled.
     *
     * @param source what the source must be like, on the way to ISO
     * @param iso what the ISO element must be like, on the way back
     */
    record Conditions(Optional<Condition> source, Optional<Condition> iso) {

        /** Those of a case that says nothing. */
        static final Conditions NONE = new Conditions(Optional.empty(), Optional.empty());
    }

    private final SourceField schema;
    private final List<ElementDeclaration> roots;
    private final List<Finding> findings;

    /**
     * Prepares the check of names.
     *
     * @param schema the whole source
     * @param roots the root elements of message and header
     */
    CaseConditions(SourceField schema, List<ElementDeclaration> roots, List<Finding> findings) {
        this.schema = schema;
        this.roots = List.copyOf(roots);
        this.findings = findings;
    }

    Conditions compile(When when, Scope scope) {
        Optional<Condition> source = when.source().flatMap(this::parse);
        Optional<Condition> iso = when.iso().flatMap(this::parse);
        source.ifPresent(condition -> condition.paths().stream()
                .filter(path -> !isInSource(path, scope.source()))
                .forEach(path -> unknown("mapping.UnknownSource", "the source has no field ", path, when.source())));
        iso.ifPresent(condition -> condition.paths().stream()
                .filter(path -> !isInMessage(path, scope))
                .forEach(path -> unknown("mapping.UnknownElement", "the message has no element ", path, when.iso())));
        return new Conditions(source, iso);
    }

    /** A condition on the whole source. */
    Optional<Condition> onSource(Word text) {
        Optional<Condition> condition = parse(text);
        condition.ifPresent(known -> known.paths().stream()
                .filter(path -> !isInSource(path, schema))
                .forEach(
                        path -> unknown("mapping.UnknownSource", "the source has no field ", path, Optional.of(text))));
        return condition;
    }

    private Optional<Condition> parse(Word text) {
        Checked<Condition> parsed = Condition.parse(text.text(), Map.of());
        parsed.findings()
                .forEach(finding -> findings.add(Finding.error("mapping.Form", text.place(), finding.message())
                        .value(text.text())
                        .hint(finding.hint())));
        return parsed.value();
    }

    private void unknown(String id, String message, Path path, Optional<Word> text) {
        text.ifPresent(word ->
                findings.add(Finding.error(id, word.place(), message + path).value(word.text())));
    }

    private boolean isInSource(Path path, SourceField context) {
        Optional<SourceField> at = Optional.of(path.fromRoot() ? schema : context);
        for (Path.Step step : path.steps()) {
            at = at.map(CaseConditions::item).flatMap(field -> field.field(step.name()));
        }
        return at.isPresent();
    }

    private static SourceField item(SourceField field) {
        return field.kind() == Tree.Kind.LIST ? field.items().orElse(field) : field;
    }

    private boolean isInMessage(Path path, Scope scope) {
        if (path.steps().isEmpty()) {
            return true;
        }
        List<String> names = path.steps().stream().map(Path.Step::name).toList();
        if (names.contains(Subject.AROUND)) {
            return isAround(names, scope);
        }
        if (!path.fromRoot()) {
            return isBelow(scope.element(), names);
        }
        return roots.stream()
                .anyMatch(root -> root.name().equals("Document")
                        ? isBelow(root, names)
                        : root.name().equals(names.get(0)) && isBelow(root, names.subList(1, names.size())));
    }

    /** A path that begins with steps to what stands around. */
    private boolean isAround(List<String> names, Scope scope) {
        int up = (int) names.stream().filter(Subject.AROUND::equals).count();
        List<String> here = List.of(scope.isoPath().split("/"));
        if (up >= here.size()) {
            return false;
        }
        List<String> whole = new ArrayList<>(here.subList(1, here.size() - up));
        whole.addAll(names.subList(up, names.size()));
        return roots.stream().anyMatch(root -> root.name().equals(here.get(0)) && isBelow(root, whole));
    }

    private static boolean isBelow(ElementDeclaration element, List<String> names) {
        return names.isEmpty()
                || PlanCompiler.elements(element).stream()
                        .anyMatch(child ->
                                child.name().equals(names.get(0)) && isBelow(child, names.subList(1, names.size())));
    }
}
