package org.tongwen.mappings.check;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongwen.mappings.plan.FormulaMessages;
import org.tongwen.mappings.read.MappingFile;
import org.tongwen.mappings.tree.Tree;

/** Finds what is declared and never used, and words of the language that stand where they do nothing. */
final class UseCheck implements Visitor {

    private static final Pattern TABLE = Pattern.compile("\\bcode\\(\\s*([^()]*?)\\s*\\)");
    private static final Pattern GIVEN = Pattern.compile("\\$([\\p{L}_][\\p{L}\\p{N}_.-]*)");

    private final MappingFile file;
    private final Report report;
    private final Set<String> tables = new HashSet<>();
    private final Set<String> given = new HashSet<>();
    private final Set<String> recalled = new HashSet<>();
    private boolean styled;

    UseCheck(MappingFile file, Report report) {
        this.file = file;
        this.report = report;
        file.back().values().forEach(word -> uses(word.text()));
        file.recallBy().values().forEach(this::references);
    }

    private void references(MappingFile.Content leaf) {
        if (leaf instanceof MappingFile.Pair pair) {
            uses(pair.codec());
        } else if (leaf instanceof MappingFile.Formula formula) {
            uses(formula.text());
        }
    }

    private void uses(String text) {
        Matcher table = TABLE.matcher(text);
        while (table.find()) {
            tables.add(table.group(1));
        }
        Matcher name = GIVEN.matcher(text);
        while (name.find()) {
            given.add(name.group(1));
        }
        recalled.addAll(FormulaMessages.of(text).recalled());
    }

    @Override
    public void formula(MappingFile.Formula formula, Spot spot) {
        uses(formula.text());
    }

    @Override
    public void pair(MappingFile.Pair pair, Spot spot) {
        uses(pair.codec());
        uses(pair.otherwise());
        boolean always = spot.field(pair.path()).isPresent()
                && PresenceCheck.optional(pair.path(), spot, Set.of()).isEmpty();
        if (always && !pair.otherwise().isEmpty()) {
            report.add(
                    MappingFinding.UNUSED.at(
                            pair.place(), pair.path() + " is always there, so its default is never used"),
                    spot.isoPath());
        }
    }

    @Override
    public void group(MappingFile.Group group, Spot spot) {
        styled |= group.shape() instanceof MappingFile.Stylesheet;
        group.at()
                .filter(at -> group.each().isEmpty())
                .filter(at -> spot.field(at.text())
                        .filter(field -> field.kind() == Tree.Kind.LIST)
                        .isPresent())
                .ifPresent(at -> report.add(MappingFinding.TYPE_MISMATCH
                        .at(at.place(), at.text() + " is a list, and at is for objects")
                        .hint("write each: " + at.text())));
    }

    @Override
    public void choice(MappingFile.Group group, MappingFile.Choice choice, Spot spot) {
        if (!choice.isByConditions()) {
            uses(choice.by().text());
        }
        if (choice.cases().isEmpty()) {
            report.add(MappingFinding.FORM.at(group.place(), "there are no cases, so nothing is ever written"));
        }
    }

    @Override
    public void end() {
        // A rule with a mistake may be the one that uses it: that would be said twice.
        if (report.anyError()) {
            return;
        }
        file.codes().forEach((name, table) -> {
            if (!tables.contains(name)) {
                report.add(MappingFinding.UNUSED.at(table.place(), "nothing uses the code table " + name));
            }
        });
        file.given().stream()
                // Stylesheets get all given values as parameters; which of them they use is their own affair.
                .filter(name -> !styled && !given.contains(name.text()))
                .forEach(name -> report.add(
                        MappingFinding.UNUSED.at(name.place(), "no formula uses the given value " + name.text())));
        file.recall().stream()
                .filter(name -> !recalled.contains(name.text()))
                .forEach(name ->
                        report.add(MappingFinding.UNUSED.at(name.place(), "no formula recalls " + name.text())));
    }
}
