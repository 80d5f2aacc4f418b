package org.tongwen.mappings.format.mt;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** A group that is being read, or the message around all groups: its tree, and what of it has come so far. */
final class Frame {

    private final Sequence sequence;
    private final @Nullable Frame outer;
    private final Tree tree;
    private final String path;
    private final String shown;
    private final Source source;
    private final int start;
    private final int steps;
    private final int[] met;
    private final String[] firstTag;
    private int last = -1;
    private String lastTag = "";

    private Frame(
            Sequence sequence,
            @Nullable Frame outer,
            Tree tree,
            String path,
            String shown,
            Source source,
            int start,
            int steps) {
        this.sequence = sequence;
        this.outer = outer;
        this.tree = tree;
        this.path = path;
        this.shown = shown;
        this.source = source;
        this.start = start;
        this.steps = steps;
        this.met = new int[sequence.size()];
        this.firstTag = new String[sequence.size()];
        Arrays.fill(firstTag, "");
    }

    /** The message itself, whose text block begins at an offset. */
    static Frame message(Sequence fields, Tree tree, Source source, int start) {
        return new Frame(fields, null, tree, FieldPath.TEXT, "", source, start, 0);
    }

    /** Opens a group that begins with a field at an offset, and puts it into the tree. */
    Frame open(int position, String tag, int offset, List<Finding> findings) {
        Entry.Group group = (Entry.Group) sequence.entry(position);
        order(position, tag, group.name(), offset, findings);
        met[position]++;
        Entry.Count count = group.count();
        if (met[position] > count.most()) {
            Place place = source.place(offset, path + group.name());
            findings.add(Finding.error("mt.DuplicateField", place, "Group " + group.name() + times(count)));
        }
        String number = count.repeatable() ? "[" + met[position] + "]" : "";
        FieldPlace place = place(position, group.name());
        Tree inside = Tree.at(place, offset, Tree.Kind.OBJECT, "");
        put(position, inside, offset);
        String name = group.name() + number;
        return new Frame(group.fields(), this, inside, path + name + "/", name, source, offset, place.steps());
    }

    private static String times(Entry.Count count) {
        return " may stand " + (count.most() == 1 ? "only once" : "at most " + count.most() + " times");
    }

    @Nullable
    Frame outer() {
        return outer;
    }

    Sequence sequence() {
        return sequence;
    }

    /** The position of what came last; -1 before anything. */
    int last() {
        return last;
    }

    /** Whether one more may stand at a position without being out of order or too many. */
    boolean takes(int position) {
        return position >= last
                && met[position] < sequence.entry(position).count().most();
    }

    /** How many that must stand are still missing, up to before a position. */
    int missing(int before) {
        int missing = sequence.mandatory(last + 1, before);
        return last >= 0
                        && last < before
                        && met[last] < sequence.entry(last).count().least()
                ? missing + 1
                : missing;
    }

    /** Takes note of a field at an offset; false when there is one already that excludes it. */
    boolean meet(FieldRule rule, int position, int offset, List<Finding> findings) {
        order(position, rule.tag(), rule.tag(), offset, findings);
        met[position]++;
        if (met[position] == 1) {
            firstTag[position] = rule.tag();
        }
        Entry.Count count = rule.count();
        if (met[position] <= count.most()) {
            return true;
        }
        findings.add(tooMany(rule, firstTag[position], source.place(offset, path + rule.tag())));
        return false;
    }

    private static Finding tooMany(FieldRule rule, String before, Place place) {
        if (rule.tag().equals(before) || rule.repeatable()) {
            return Finding.error("mt.DuplicateField", place, "Field " + rule.tag() + times(rule.count()));
        }
        String message =
                "Fields " + before + " and " + rule.tag() + " are options of one field, which may stand only once";
        return Finding.error("mt.Options", place, message);
    }

    /** Whether it is a field that has not come yet and may also stand among the rest, where the message is now. */
    boolean takesAmongRest(int position) {
        return last >= 0
                && sequence.entry(last) instanceof Entry.Rest rest
                && sequence.entry(position) instanceof Entry.Field field
                && met[position] == 0
                && field.options().stream().anyMatch(rule -> rest.among().contains(rule.tag()));
    }

    private void order(int position, String tag, String name, int offset, List<Finding> findings) {
        if (takesAmongRest(position)) {
            return;
        }
        if (position < last) {
            String message = "Field " + tag + " must stand before field " + lastTag;
            findings.add(Finding.error("mt.FieldOrder", source.place(offset, path + name), message));
            return;
        }
        last = position;
        lastTag = tag;
    }

    /** Takes note of a field that has no place but the rest. */
    void rest(int position) {
        met[position]++;
        last = position;
    }

    /** Where the values stand of the field that was met last at a position. */
    FieldPlace place(int position, String name) {
        boolean repeatable = sequence.entry(position).count().repeatable();
        FieldPath field = new FieldPath(path, name, repeatable ? met[position] : 0, ".");
        return new FieldPlace(source, field, steps + (repeatable ? 2 : 1));
    }

    /** Puts what begins at an offset into the tree, behind others of its name. */
    void put(int position, Tree value, int offset) {
        Entry entry = sequence.entry(position);
        String name = entry.name();
        if (!entry.count().repeatable()) {
            tree.put(name, value);
            return;
        }
        Optional<Tree> there = tree.field(name);
        if (there.isPresent()) {
            there.get().add(value);
            return;
        }
        FieldPlace place = new FieldPlace(source, FieldPath.in(path, MtNames.tag(name)), steps + 1);
        tree.put(name, Tree.at(place, offset, Tree.Kind.LIST, "").add(value));
    }

    /** Reports what never came. */
    void close(List<Finding> findings) {
        for (int i = 0; i < sequence.size(); i++) {
            if (met[i] < sequence.entry(i).count().least()) {
                findings.add(missing(sequence.entry(i)));
            }
        }
    }

    private Finding missing(Entry entry) {
        String where = shown.isEmpty() ? "" : " in " + shown;
        if (entry instanceof Entry.Field field) {
            List<String> tags = field.options().stream().map(FieldRule::tag).toList();
            return Finding.error(
                    "mt.MissingField",
                    source.place(start, path + field.shown()),
                    "Field " + String.join(" or ", tags) + " is missing" + where);
        }
        return Finding.error(
                "mt.MissingField",
                source.place(start, path + entry.name()),
                "Group " + entry.name() + " is missing" + where);
    }
}
