package org.tongwen.mappings.format;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tongwen.mappings.tree.PointerStep;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** Turns the validator's list of violations into findings at places of the document, in document order. */
final class SchemaFindings {

    private final Tree document;

    private SchemaFindings(Tree document) {
        this.document = document;
    }

    /** What to say about a document; an alternative of which nothing fits counts once. */
    static List<Finding> of(Tree document, List<Error> violations) {
        SchemaFindings findings = new SchemaFindings(document);
        Map<Optional<SchemaAlternative>, List<Error>> groups = new LinkedHashMap<>();
        violations.forEach(violation -> groups.computeIfAbsent(alternative(violation), key -> new ArrayList<>())
                .add(violation));
        List<Finding> all = new ArrayList<>();
        groups.forEach((alternative, group) -> all.addAll(findings.group(alternative, group)));
        return all.stream().distinct().sorted().limit(JsonReader.MAX_FINDINGS).toList();
    }

    private static Optional<SchemaAlternative> alternative(Error violation) {
        return SchemaAlternative.of(violation.getEvaluationPath(), violation.getInstanceLocation());
    }

    private List<Finding> group(Optional<SchemaAlternative> alternative, List<Error> violations) {
        return alternative.isPresent()
                ? List.of(alternative(alternative.get(), violations))
                : violations.stream().map(this::finding).toList();
    }

    private Finding alternative(SchemaAlternative alternative, List<Error> violations) {
        Tree at = alternative.in(document, violations.get(0).getInstanceLocation());
        boolean none = violations.stream()
                .anyMatch(violation -> !violation.getKeyword().equals("oneOf"));
        String message = none
                ? "fits none of the alternatives that the schema allows"
                : "fits several alternatives of the schema, but must fit only one";
        return shown(Finding.error("schema.Violation", at.place(), message), at).hint(none ? misses(violations) : "");
    }

    private static String misses(List<Error> violations) {
        return violations.stream()
                .filter(violation -> !violation.getKeyword().equals("oneOf"))
                .map(SchemaSentence::message)
                .distinct()
                .limit(4)
                .collect(Collectors.joining("; or: "));
    }

    private Finding finding(Error violation) {
        Tree at = at(violation.getInstanceLocation());
        String id = SchemaSentence.id(violation);
        Finding finding = Finding.error(id, at.place(), SchemaSentence.message(violation));
        return switch (id) {
            case "schema.Missing" -> finding.at(missing(at, violation));
            case "schema.Unknown" -> unknown(finding, below(at, violation.getProperty()));
            default -> shown(finding, at).hint(SchemaSentence.hint(violation));
        };
    }

    private static Finding unknown(Finding finding, Tree field) {
        return shown(finding.at(field.place()), field);
    }

    /** At the object; the path is that of the missing field, unless the object has a path of another document. */
    private static Place missing(Tree object, Error violation) {
        Place place = object.place();
        boolean required = violation.getKeyword().equals("required");
        String name =
                String.valueOf(required ? violation.getProperty() : violation.getArguments()[0]);
        String step = "/" + PointerStep.of(name);
        return place.path().equals(object.pointer()) ? place.path(place.path() + step) : place;
    }

    private static Finding shown(Finding finding, Tree at) {
        return at.isLeaf() ? finding.value(at.value()) : finding;
    }

    private Tree at(NodePath instance) {
        Tree here = document;
        for (int i = 0; i < instance.getNameCount(); i++) {
            here = below(here, instance.getName(i));
        }
        return here;
    }

    /** The field or item of that name; the value itself when there is none, so that a finding always has a place. */
    static Tree below(Tree tree, String name) {
        if (tree.kind() == Tree.Kind.LIST) {
            return tree.items().get(Integer.parseInt(name));
        }
        return tree.field(name).orElse(tree);
    }
}
