package org.tongwen.mappings.format.mt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Finding;

/** Reads the lines of one field by its rule. */
final class FieldReader {

    private final FieldRule rule;
    private final FieldPath path;
    private final List<Finding> findings;
    private final List<Slot> slots = new ArrayList<>();
    private final int[] used;
    private final int[] usedByRun;
    private int current;

    /** A line of the layout within its run. */
    private record Slot(LineRule line, int run, boolean any) {

        boolean continues() {
            return any && line.continues();
        }
    }

    FieldReader(FieldRule rule, FieldPath path, List<Finding> findings) {
        this.rule = rule;
        this.path = path;
        this.findings = findings;
        for (int run = 0; run < rule.runs().size(); run++) {
            for (LineRule line : rule.runs().get(run).lines()) {
                slots.add(new Slot(line, run, rule.runs().get(run).any()));
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
        List<Slice> all = joined(lines);
        for (int at = 0; at < all.size(); ) {
            at += next(all.subList(at, all.size()), tree);
        }
        missingLines(lines.get(lines.size() - 1).end());
        rule.needs().forEach(need -> need(need, tree));
        return tree.root();
    }

    private List<Slice> joined(List<Slice> lines) {
        LineRule first = slots.get(0).line();
        if (first.joined()) {
            String text = lines.stream().map(Slice::text).collect(Collectors.joining("\n"));
            return List.of(new Slice(text, lines.get(0).line(), lines.get(0).column()));
        }
        boolean over = lines.size() > 1
                && first.runsOver(lines.get(0).text(), lines.get(1).text());
        return over
                ? Stream.concat(
                                Stream.of(runOver(lines.get(0), lines.get(1))),
                                lines.stream().skip(2))
                        .toList()
                : lines;
    }

    /** A line with the one that it runs over into; what only ends the value there is left out. */
    private static Slice runOver(Slice line, Slice next) {
        int end = next.text().length() - LineRule.CONTINUED.length();
        return line.unfolded(next.text().endsWith(LineRule.CONTINUED) ? next.part(0, end) : next);
    }

    /** Reads the line that comes next, with those that continue it; gives how many it read. */
    private int next(List<Slice> lines, FieldTree tree) {
        for (int slot = current; slot < slots.size(); slot++) {
            if (slots.get(slot).any()) {
                int taken = anyOrder(slot, lines, tree);
                if (taken > 0) {
                    return taken;
                }
                slot = endOfRun(slot) - 1;
            } else if (begins(slot, lines.get(0))) {
                take(slot, lines.subList(0, 1), tree);
                return 1;
            }
        }
        unfilled()
                .ifPresentOrElse(
                        slot -> take(slot, lines.subList(0, 1), tree), () -> findings.add(unexpected(lines.get(0))));
        return 1;
    }

    private boolean begins(int slot, Slice line) {
        return free(slot, 1) && Part.begin(slots.get(slot).line().parts(), line.text());
    }

    /** Takes lines where they stand without flaw, whole with those that continue them, or else the first where its place would be. */
    private int anyOrder(int slot, List<Slice> lines, FieldTree tree) {
        int start = startOfRun(slot);
        int end = endOfRun(slot);
        int together = together(lines);
        for (int i = start; i < end; i++) {
            int followed = followed(i);
            if (!slots.get(i).continues()
                    && fits(i, lines.subList(0, 1))
                    && (together == 1 || followed > i && fits(followed, lines.subList(1, together)))
                    && room(slots.get(i).run(), together)) {
                take(i, lines.subList(0, 1), tree);
                take(followed, lines.subList(1, together), tree);
                current = start;
                return together;
            }
        }
        return leftOver(start, end, lines, tree);
    }

    /** The catch-all takes lines whole; a line that it cannot take either is read where it seems to belong. */
    private int leftOver(int start, int end, List<Slice> lines, FieldTree tree) {
        int together = together(lines);
        boolean catchAll = slots.get(end - 1).line().anyText();
        if (catchAll && fits(end - 1, lines.subList(0, together))) {
            take(end - 1, lines.subList(0, together), tree);
            current = start;
            return together;
        }
        for (int i = start; i < end; i++) {
            if (!slots.get(i).continues() && begins(i, lines.get(0))) {
                take(i, lines.subList(0, 1), tree);
                int taken = 1;
                while (taken < together && followed(i) > i && begins(followed(i), lines.get(taken))) {
                    take(followed(i), lines.subList(taken, taken + 1), tree);
                    taken++;
                }
                current = start;
                return taken;
            }
        }
        return 0;
    }

    /** How many lines belong together: the first, and those behind it that begin with two slashes. */
    private static int together(List<Slice> lines) {
        int together = 1;
        while (together < lines.size() && lines.get(together).text().startsWith(LineRule.CONTINUED)) {
            together++;
        }
        return together;
    }

    /** The line of the layout that continues another, or that one itself. */
    private int followed(int slot) {
        boolean followed = slot + 1 < slots.size()
                && slots.get(slot + 1).run() == slots.get(slot).run()
                && slots.get(slot + 1).continues();
        return followed ? slot + 1 : slot;
    }

    private boolean fits(int slot, List<Slice> lines) {
        LineRule line = slots.get(slot).line();
        return free(slot, lines.size())
                && lines.stream()
                        .allMatch(each -> Part.begin(line.parts(), each.text())
                                && each.text().length() <= line.longest()
                                && LineReader.read(line.parts(), each, rule.manyLines())
                                        .flaws()
                                        .isEmpty());
    }

    private int startOfRun(int slot) {
        int start = slot;
        while (start > 0 && slots.get(start - 1).run() == slots.get(slot).run()) {
            start--;
        }
        return start;
    }

    private int endOfRun(int slot) {
        int end = slot;
        while (end < slots.size() && slots.get(end).run() == slots.get(slot).run()) {
            end++;
        }
        return end;
    }

    private void take(int slot, List<Slice> lines, FieldTree tree) {
        current = slot;
        used[slot] += lines.size();
        usedByRun[slots.get(slot).run()] += lines.size() + (lines.stream().anyMatch(Slice::isUnfolded) ? 1 : 0);
        lines.forEach(line -> values(line, slots.get(slot).line(), tree));
    }

    private OptionalInt unfilled() {
        return IntStream.range(current, slots.size())
                .filter(i -> slots.get(i).line().least() > used[i])
                .findFirst();
    }

    private boolean free(int slot, int lines) {
        return used[slot] + lines <= slots.get(slot).line().most()
                && room(slots.get(slot).run(), lines);
    }

    private boolean room(int run, int lines) {
        return usedByRun[run] + lines <= rule.runs().get(run).most();
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
        if (reading.flaws().isEmpty() && !line.isUnfolded() && line.text().length() > lineRule.longest()) {
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
