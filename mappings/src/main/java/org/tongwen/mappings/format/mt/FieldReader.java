package org.tongwen.mappings.format.mt;

import java.util.List;
import java.util.stream.Collectors;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Finding;

/** Reads the lines of one field by its rule. */
final class FieldReader {

    private static final int NONE = -1;

    private final FieldRule rule;
    private final Source source;
    private final FieldLines lines;
    private final LineReader reader;
    private final List<Finding> findings;
    private final FieldTree tree;
    private final FieldPath path;
    private final List<FieldRule.Slot> slots;
    private final int[] used;
    private final int[] usedByRun;
    private int current;

    private FieldReader(
            FieldRule rule,
            Source source,
            FieldLines lines,
            LineReader reader,
            FieldTree tree,
            List<Finding> findings) {
        this.rule = rule;
        this.source = source;
        this.lines = lines;
        this.reader = reader;
        this.findings = findings;
        this.tree = tree;
        this.path = tree.place().path();
        this.slots = rule.slots();
        this.used = new int[slots.size()];
        this.usedByRun = new int[rule.runs().size()];
    }

    /** Reads lines of a text into a tree. */
    static void read(
            FieldRule rule,
            Source source,
            FieldLines lines,
            LineReader reader,
            FieldTree tree,
            List<Finding> findings) {
        if (rule.joined() && lines.size() > 1) {
            Source value = source.part(lines.start(), lines.end());
            FieldLines one = FieldLines.of(0, value.text().length());
            new FieldReader(rule, value, one, LineReader.of(value.text()), tree, findings).read();
        } else {
            new FieldReader(rule, source, lines, reader, tree, findings).read();
        }
    }

    private void read() {
        for (int at = 0; at < lines.size(); ) {
            at += next(at);
        }
        missingLines();
        for (int i = 0; i < rule.needs().size(); i++) {
            need(rule.needs().get(i));
        }
    }

    /** Reads the line that comes next, with those that continue it; gives how many it read. */
    private int next(int line) {
        if (rule.runsOver() && unfolded(line)) {
            return 2;
        }
        for (int slot = current; slot < slots.size(); slot++) {
            if (slots.get(slot).any()) {
                int taken = anyOrder(slots.get(slot), line);
                if (taken > 0) {
                    return taken;
                }
                slot = slots.get(slot).end() - 1;
            } else if (begins(slot, line)) {
                take(slot, line, 1);
                return 1;
            }
        }
        int unfilled = unfilled();
        if (unfilled == NONE) {
            findings.add(unexpected(line));
        } else {
            take(unfilled, line, 1);
        }
        return 1;
    }

    /** Reads a full line whose first value goes on in the next one as one line, if it is one. */
    private boolean unfolded(int line) {
        for (int slot = current; slot < slots.size() && line + 1 < lines.size(); slot++) {
            LineRule rule = slots.get(slot).line();
            if (rule.over() > 0 && used[slot] < rule.most() && room(slots.get(slot), 2) && runsOver(rule, line)) {
                Source value =
                        source.unfolded(lines.start(line), lines.end(line), lines.start(line + 1), lines.end(line + 1));
                return unfolded(slot, value);
            }
        }
        return false;
    }

    private boolean runsOver(LineRule rule, int line) {
        return lines.end(line) - lines.start(line) == rule.longest()
                && rule.runsOver(
                        source.text().substring(lines.start(line), lines.end(line)),
                        source.text().substring(lines.start(line + 1), lines.end(line + 1)));
    }

    /** Reads two lines that are one; what only ends the value there is left out. */
    private boolean unfolded(int slot, Source value) {
        String text = value.text();
        int end = text.endsWith(LineRule.CONTINUED) ? text.length() - LineRule.CONTINUED.length() : text.length();
        LineReader whole = LineReader.of(text);
        if (!whole.reads(slots.get(slot).line().parts(), 0, end)) {
            return false;
        }
        used[slot]++;
        usedByRun[slots.get(slot).run()] += 2;
        for (int i = 0; i < whole.size(); i++) {
            tree.put(whole.component(i), value, whole.start(i), whole.end(i));
        }
        return true;
    }

    private boolean begins(int slot, int line) {
        return free(slot, line, 1)
                && Part.begin(slots.get(slot).line().parts(), source.text(), lines.start(line), lines.end(line));
    }

    /** Takes lines where they stand without flaw, whole with those that continue them, or else the first where its place would be. */
    private int anyOrder(FieldRule.Slot run, int line) {
        int together = run.inRun().continued() ? together(line) : 1;
        for (int i = run.start(); i < run.end(); i++) {
            int followed = followed(i);
            boolean fits = !slots.get(i).continues()
                    && fits(i, line, 1)
                    && (together == 1 || followed > i && fits(followed, line + 1, together - 1))
                    && room(slots.get(i), together);
            if (fits) {
                take(i, line, 1);
                take(followed, line + 1, together - 1);
                current = run.start();
                return together;
            }
        }
        return leftOver(run, line, together);
    }

    /** The catch-all takes lines whole; a line that it cannot take either is read where it seems to belong. */
    private int leftOver(FieldRule.Slot run, int line, int together) {
        int catchAll = run.end() - 1;
        if (slots.get(catchAll).line().anyText() && fits(catchAll, line, together)) {
            take(catchAll, line, together);
            current = run.start();
            return together;
        }
        for (int i = run.start(); i < run.end(); i++) {
            if (!slots.get(i).continues() && begins(i, line)) {
                take(i, line, 1);
                int taken = 1;
                while (taken < together && followed(i) > i && begins(followed(i), line + taken)) {
                    take(followed(i), line + taken, 1);
                    taken++;
                }
                current = run.start();
                return taken;
            }
        }
        return 0;
    }

    /** How many lines belong together: one, and those behind it that begin with two slashes. */
    private int together(int line) {
        int together = 1;
        while (line + together < lines.size()
                && source.text().startsWith(LineRule.CONTINUED, lines.start(line + together))) {
            together++;
        }
        return together;
    }

    /** The line of the layout that continues another, or that one itself. */
    private int followed(int slot) {
        boolean followed =
                slot + 1 < slots.get(slot).end() && slots.get(slot + 1).continues();
        return followed ? slot + 1 : slot;
    }

    private boolean fits(int slot, int first, int count) {
        LineRule line = slots.get(slot).line();
        boolean fits = free(slot, first, count);
        for (int i = first; fits && i < first + count; i++) {
            int start = lines.start(i);
            int end = lines.end(i);
            fits = Part.begin(line.parts(), source.text(), start, end)
                    && end - start <= line.longest()
                    && reader.reads(line.parts(), start, end);
        }
        return fits;
    }

    /** The first line that must be filled and is not; it takes what fits nowhere else. */
    private int unfilled() {
        for (int i = current; i < slots.size(); i++) {
            if (slots.get(i).line().least() > used[i]) {
                return i;
            }
        }
        return NONE;
    }

    private boolean free(int slot, int line, int count) {
        LineRule wanted = slots.get(slot).line();
        return (line == 0 || !wanted.first())
                && !wanted.made()
                && used[slot] + count <= wanted.most()
                && room(slots.get(slot), count);
    }

    private boolean room(FieldRule.Slot slot, int count) {
        return usedByRun[slot.run()] + count <= slot.inRun().most();
    }

    private void take(int slot, int first, int count) {
        current = slot;
        used[slot] += count;
        usedByRun[slots.get(slot).run()] += count;
        for (int i = first; i < first + count; i++) {
            line(slots.get(slot).line(), lines.start(i), lines.end(i));
        }
    }

    private void line(LineRule line, int start, int end) {
        if (reader.reads(line.parts(), start, end)) {
            for (int i = 0; i < reader.size(); i++) {
                tree.put(reader.component(i), source, reader.start(i), reader.end(i));
            }
            length(line, start, end);
        } else {
            explain(LineReader.explaining(line.parts(), source.text(), start, end, rule.manyLines()));
        }
    }

    private void explain(LineReader line) {
        for (int i = 0; i < line.size(); i++) {
            String place = tree.next(line.component(i));
            line.flaw(i).ifPresent(flaw -> findings.add(flaw.at(source.place(flaw.offset(), place))));
            tree.put(line.component(i), source, line.start(i), line.end(i));
        }
        line.lineFlaws().forEach(flaw -> findings.add(flaw.at(source.place(flaw.offset(), path.path()))));
    }

    private void length(LineRule line, int start, int end) {
        if (end - start > line.longest()) {
            String message = "The line has " + (end - start) + " characters, " + line.longest() + " are allowed";
            findings.add(Finding.error("mt.LineTooLong", source.place(start + line.longest(), path.path()), message)
                    .value(source.text().substring(start, end)));
        }
    }

    private Finding unexpected(int line) {
        int start = lines.start(line);
        return Finding.error(
                        "mt.Format", source.place(start, path.path()), "This line has no place in field " + rule.tag())
                .value(source.text().substring(start, lines.end(line)))
                .hint(forms());
    }

    private String forms() {
        return rule.lines().stream().map(line -> Part.shown(line.parts())).collect(Collectors.joining(" / "));
    }

    private void missingLines() {
        for (int i = 0; i < used.length; i++) {
            LineRule line = slots.get(i).line();
            if (used[i] < line.least()) {
                findings.add(Finding.error(
                                "mt.Format",
                                source.place(lines.end(), path.of(line.name())),
                                "Field " + rule.tag() + " lacks a line")
                        .hint("expected: " + Part.shown(line.parts())));
            }
        }
    }

    private void need(FieldRule.Need need) {
        if (need.isUnmet(tree)) {
            String message = "Component " + need.component() + " needs " + String.join(" or ", need.others());
            tree.find(need.component())
                    .map(Tree::place)
                    .ifPresent(place ->
                            findings.add(Finding.error("mt.Format", place.path(path.of(need.component())), message)));
        }
    }
}
