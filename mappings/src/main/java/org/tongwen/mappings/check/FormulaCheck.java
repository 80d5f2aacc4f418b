package org.tongwen.mappings.check;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongwen.mappings.plan.Formula;
import org.tongwen.mappings.plan.FormulaMessages;
import org.tongwen.mappings.plan.FormulaWords;
import org.tongwen.mappings.plan.SourcePath;
import org.tongwen.mappings.read.MappingFile;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.xsd.finding.Nearest;
import org.tongwen.xsd.finding.Place;

/**
 * Looks for the names of source fields in formulas. A name that stands nowhere in the source schema is a mistake; whether a name that
 * stands somewhere is reached by the formula's steps is not judged. What formulas read is remembered, because the way back cannot fill it.
 */
final class FormulaCheck implements Visitor {

    private static final Pattern CONVERTED = Pattern.compile("(/?[A-Za-z_][\\w./]*)\\s+as\\s+[a-z].*");

    private final List<String> given;
    private final Report report;
    private final Set<String> names = new HashSet<>();
    private final Map<String, Place> reads = new HashMap<>();
    private final MessageNames messages;

    FormulaCheck(MappingFile file, SourceField schema, MessageNames messages, Report report) {
        this.messages = messages;
        this.given = file.given().stream().map(MappingFile.Word::text).toList();
        this.report = report;
        names.add("source");
        collect(schema);
    }

    private void collect(SourceField field) {
        field.items().ifPresent(this::collect);
        field.fields().forEach((name, child) -> {
            names.add(name);
            collect(child);
        });
    }

    /** Names of the fields that formulas read, and where the first of these formulas stands. */
    Map<String, Place> reads() {
        return reads;
    }

    @Override
    public void formula(MappingFile.Formula formula, Spot spot) {
        // A formula that is one path is looked up when the mapping is compiled.
        read(withoutCodec(formula.text()), formula.place(), spot, false);
    }

    @Override
    public void pair(MappingFile.Pair pair, Spot spot) {
        if (pair.otherwise().startsWith("=")) {
            read(pair.otherwise().substring(1).strip(), pair.place(), spot, true);
        }
    }

    @Override
    public void choice(MappingFile.Group group, MappingFile.Choice choice, Spot spot) {
        String by = choice.by().text().strip();
        if (by.startsWith("=")) {
            read(by.substring(1).strip(), choice.by().place(), spot, true);
        }
    }

    /** Formulas that fill fields on the way back: what they read is there already, so they do not count as readers. */
    void back(Map<String, MappingFile.Word> backs, SourceField schema) {
        Map<String, Place> before = Map.copyOf(reads);
        backs.values().stream()
                .filter(word -> word.text().startsWith("="))
                .forEach(word -> back(word.text().substring(1).strip(), word.place(), schema));
        reads.keySet().retainAll(before.keySet());
    }

    /** Formulas that name stored messages carry nothing: what they read is not written by them. */
    void references(Collection<MappingFile.Content> leaves, SourceField schema) {
        Map<String, Place> before = Map.copyOf(reads);
        leaves.stream()
                .filter(MappingFile.Formula.class::isInstance)
                .map(MappingFile.Formula.class::cast)
                .forEach(formula -> back(withoutCodec(formula.text()), formula.place(), schema));
        reads.keySet().retainAll(before.keySet());
    }

    private static String withoutCodec(String text) {
        Matcher converted = CONVERTED.matcher(text);
        return converted.matches() ? converted.group(1) : text;
    }

    private void back(String text, Place place, SourceField schema) {
        Optional<Formula> simple = Formula.simple(text, given);
        if (simple.isEmpty() || simple.get() instanceof Formula.Aggregate) {
            words(text, place);
            return;
        }
        Optional<SourcePath> path = simple.get() instanceof Formula.Path one
                ? Optional.of(one.path())
                : simple.get() instanceof Formula.Present present ? Optional.of(present.path()) : Optional.empty();
        path.filter(known -> known.find(schema, schema).isEmpty())
                .ifPresent(known -> unknown(known.absolute(""), place));
    }

    private void words(String text, Place place) {
        Set<String> ofMessages = messages.of(FormulaMessages.of(text));
        FormulaWords.of(text).fields().stream().sorted().forEach(name -> name(name, ofMessages, place));
    }

    private void read(String text, Place place, Spot spot, boolean checksPaths) {
        Optional<Formula> simple = Formula.simple(text, given);
        if (simple.isEmpty() || simple.get() instanceof Formula.Aggregate) {
            words(text, place);
        } else if (simple.get() instanceof Formula.Path path) {
            path(path.path(), place, spot, checksPaths);
        } else if (simple.get() instanceof Formula.Present present) {
            path(present.path(), place, spot, true);
        }
    }

    private void path(SourcePath path, Place place, Spot spot, boolean check) {
        path.steps().forEach(step -> reads.putIfAbsent(step.name(), place));
        if (check && path.find(spot.root(), spot.source()).isEmpty()) {
            unknown(path.absolute(spot.sourcePath()), place);
        }
    }

    private void name(String name, Set<String> ofMessages, Place place) {
        boolean known = names.contains(name) || Arrays.stream(name.split("\\.")).allMatch(names::contains);
        if (known) {
            reads.putIfAbsent(name, place);
        } else if (!ofMessages.contains(name)) {
            Set<String> all = new HashSet<>(names);
            all.addAll(ofMessages);
            String nobody = ofMessages.isEmpty()
                    ? "the source has no field " + name
                    : "neither the source nor the message has " + name;
            report.add(MappingFinding.UNKNOWN_SOURCE
                    .at(place, nobody + ", which the formula names")
                    .hint(Nearest.of(name, all)
                            .map(near -> "did you mean " + near + "?")
                            .orElse("")));
        }
    }

    private void unknown(String name, Place place) {
        report.add(MappingFinding.UNKNOWN_SOURCE.at(
                place, "the source has no field " + name + ", which the formula names"));
    }
}
