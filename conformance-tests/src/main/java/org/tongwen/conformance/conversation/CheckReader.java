package org.tongwen.conformance.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongwen.rules.condition.Condition;
import org.tongwen.rules.yaml.Section;
import org.tongwen.rules.yaml.Yaml;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** Reads what is checked of something: a list of conditions, or of conditions {@code that} with what each {@code means}. */
final class CheckReader {

    private static final Set<String> KEYS = Set.of("that", "means");

    private final Scope scope;
    private final List<Finding> findings;

    CheckReader(Scope scope, List<Finding> findings) {
        this.scope = scope;
        this.findings = findings;
    }

    List<Check> read(Section section, Known of) {
        List<Check> checks = new ArrayList<>();
        if (section.value("check").orElse(null) instanceof Yaml.Items list) {
            list.items().forEach(item -> read(item, of).ifPresent(checks::add));
        } else {
            section.texts("check");
        }
        return checks;
    }

    private Optional<Check> read(Yaml item, Known of) {
        if (item instanceof Yaml.Text text) {
            return condition(text, of).map(condition -> new Check(condition, Optional.empty()));
        } else if (item instanceof Yaml.Fields fields) {
            Section check = Section.of("conformance", fields, KEYS, findings);
            Optional<String> words = check.text("means").map(Yaml.Text::text);
            return check.text("that")
                    .flatMap(text -> condition(text, of))
                    .map(condition -> new Check(condition, words));
        }
        findings.add(Finding.error("conformance.WrongKind", item.place(), "a check is a condition"));
        return Optional.empty();
    }

    private Optional<Condition> condition(Yaml.Text text, Known of) {
        Checked<Condition> condition = Condition.parse(text.text(), Map.of());
        condition.findings().forEach(finding -> findings.add(finding.at(within(text, finding.place()))));
        condition
                .value()
                .ifPresent(parsed -> parsed.paths().stream()
                        .flatMap(path -> scope.check(path, of, text.place()).stream())
                        .forEach(findings::add));
        return condition.value();
    }

    /** A column of the condition as a column of the file. */
    private static Place within(Yaml.Text text, Place inText) {
        Place start = text.place();
        int skipped = text.quoted() ? 1 : 0;
        return new Place(
                start.document(), start.line(), start.column() + skipped + Math.max(0, inText.column() - 1), "");
    }
}
