package org.tongwen.mappings.format.mt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Finding;

/** Reads the lines of one field by its rule. */
final class FieldReader {

    /** A line of the layout within its run. */
    private record Slot(LineRule line, int run) {}

    private final FieldRule rule;
    private final FieldPath path;
    private final List<Finding> findings;
    private final List<Slot> slots = new ArrayList<>();
    private final int[] used;
    private final int[] usedByRun;
    private int current;

    FieldReader(FieldRule rule, FieldPath path, List<Finding> findings) {
        this.rule = rule;
        this.path = path;
        this.findings = findings;
        for (int run = 0; run < rule.runs().size(); run++) {
            for (LineRule line : rule.runs().get(run).lines()) {
                slots.add(new Slot(line, run));
            }
        }
        this.used = new int[slots.size()];
        this.usedByRun = new int[rule.runs().size()];
    }

    /** The tree of a field; empty when nothing in it could be recognised. */
    Optional<Tree> read(List<Slice> lines) {
        return read(lines, FieldTree.empty(path));
    }

    Optional<Tree> read(List<Slice> lines, FieldTree tree) {
        joined(lines).forEach(line -> line(line, tree));
        missingLines(lines.get(lines.size() - 1).end());
        rule.needs().forEach(need -> need(need, tree));
        return tree.root();
    }

    private List<Slice> joined(List<Slice> lines) {
        if (!slots.get(0).line().joined()) {
            return lines;
        }
        Slice first = lines.get(0);
        String text = lines.stream().map(Slice::text).collect(Collectors.joining("\n"));
        return List.of(new Slice(text, first.line(), first.column()));
    }

    private void line(Slice line, FieldTree tree) {
        OptionalInt slot = slot(line.text());
        if (slot.isEmpty()) {
            findings.add(unexpected(line));
            return;
        }
        current = slot.getAsInt();
        used[current]++;
        usedByRun[slots.get(current).run()]++;
        values(line, slots.get(current).line(), tree);
    }

    /** The next place that a line may stand in; one that must be filled takes a line that fits nowhere else. */
    private OptionalInt slot(String line) {
        OptionalInt fitting = IntStream.range(current, slots.size())
                .filter(i -> free(i) && Part.begin(slots.get(i).line().parts(), line))
                .findFirst();
        return fitting.isPresent() ? fitting : unfilled();
    }

    private OptionalInt unfilled() {
        return IntStream.range(current, slots.size())
                .filter(i -> slots.get(i).line().least() > used[i])
                .findFirst();
    }

    private boolean free(int slot) {
        int run = slots.get(slot).run();
        return used[slot] < slots.get(slot).line().most()
                && usedByRun[run] < rule.runs().get(run).most();
    }

    private void values(Slice line, LineRule lineRule, FieldTree tree) {
        LineReader.Reading reading = LineReader.read(lineRule.parts(), line, rule.manyLines());
        for (LineReader.Found found : reading.found()) {
            String place = tree.next(found.component());
            found.flaw().ifPresent(flaw -> findings.add(flaw.at(line.place(flaw.offset(), place))));
            tree.put(found.component(), found.text());
        }
        reading.lineFlaws().forEach(flaw -> findings.add(flaw.at(line.place(flaw.offset(), path.path()))));
        length(line, lineRule, reading);
    }

    private void length(Slice line, LineRule lineRule, LineReader.Reading reading) {
        if (reading.flaws().isEmpty() && line.text().length() > lineRule.longest()) {
            String message =
                    "The line has " + line.text().length() + " characters, " + lineRule.longest() + " are allowed";
            findings.add(Finding.error("mt.LineTooLong", line.place(lineRule.longest(), path.path()), message)
                    .value(line.text()));
        }
    }

    private Finding unexpected(Slice line) {
        return Finding.error("mt.Format", line.place(path.path()), "This line has no place in field " + rule.tag())
                .value(line.text())
                .hint(forms());
    }

    private String forms() {
        return rule.lines().stream().map(line -> Part.shown(line.parts())).collect(Collectors.joining(" / "));
    }

    private void missingLines(Slice end) {
        for (int i = 0; i < slots.size(); i++) {
            LineRule line = slots.get(i).line();
            if (used[i] < line.least()) {
                findings.add(Finding.error(
                                "mt.Format", end.place(path.of(line.name())), "Field " + rule.tag() + " lacks a line")
                        .hint("expected: " + Part.shown(line.parts())));
            }
        }
    }

    private void need(FieldRule.Need need, FieldTree tree) {
        boolean met = need.others().stream().anyMatch(other -> tree.find(other).isPresent());
        if (!met) {
            String message = "Component " + need.component() + " needs " + String.join(" or ", need.others());
            tree.find(need.component())
                    .ifPresent(value -> findings.add(Finding.error("mt.Format", value.place(), message)));
        }
    }
}
