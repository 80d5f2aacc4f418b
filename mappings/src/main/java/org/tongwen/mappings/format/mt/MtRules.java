package org.tongwen.mappings.format.mt;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.mappings.tree.TreeSubject;
import org.tongwen.rules.condition.Path;
import org.tongwen.rules.pack.Breach;
import org.tongwen.rules.pack.Rule;
import org.tongwen.rules.pack.RulePacks;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** The network rules of one message type, asked of messages whose fields are sound by their layout. */
final class MtRules {

    private final String type;
    private final SourceField schema;
    private volatile @Nullable List<Rule> rules;

    /** Those of a type; of one without rules of its own those that all messages share, or none. */
    MtRules(String type, SourceField schema) {
        this.type = type;
        this.schema = schema;
    }

    /** Read when the first message comes: a command that reads none need not wait for them. */
    private List<Rule> rules() {
        List<Rule> known = rules;
        if (known == null) {
            known = RulePacks.load(RulePacks.SWIFT_MT, type)
                    .among(path -> isKnown(path, schema))
                    .rules();
            rules = known;
        }
        return known;
    }

    /** Whether messages can have something at a path. */
    static boolean isKnown(Path path, SourceField schema) {
        Optional<SourceField> field = Optional.of(schema);
        for (Path.Step step : path.steps()) {
            field = field.flatMap(above -> above.field(step.name()));
        }
        return field.isPresent();
    }

    /** What is wrong with a message that was received. */
    List<Finding> check(Tree message) {
        return check(message, Breach::finding);
    }

    /** What is wrong with a message that is to be sent: the ISO message that it was made of lacks something, or has too much. */
    List<Finding> checkMade(Tree message) {
        return check(message, breach -> named(breach.findingOfMade()));
    }

    private List<Finding> check(Tree message, Function<Breach, Finding> finding) {
        return Rule.breaches(rules(), new TreeSubject(message)).stream()
                .map(finding)
                .toList();
    }

    /** A value that comes from no document stands at its JSON pointer; whoever reads of it looks for the field. */
    private static Finding named(Finding finding) {
        Place place = finding.place();
        return place.line() == 0 && place.path().startsWith("/")
                ? finding.at(place.path(FieldPath.ofPointer(place.path())))
                : finding;
    }
}
