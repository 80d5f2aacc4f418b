package org.tongwen.mappings.format.mt;

import java.util.Arrays;
import java.util.List;
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
    private final Place start;
    private final int[] met;
    private final String[] firstTag;
    private int last = -1;
    private String lastTag = "";

    private Frame(Sequence sequence, @Nullable Frame outer, Tree tree, String path, String shown, Place start) {
        this.sequence = sequence;
        this.outer = outer;
        this.tree = tree;
        this.path = path;
        this.shown = shown;
        this.start = start;
        this.met = new int[sequence.size()];
        this.firstTag = new String[sequence.size()];
        Arrays.fill(firstTag, "");
    }

    /** The message itself. */
    static Frame message(Sequence fields, Tree tree, Place start) {
        return new Frame(fields, null, tree, FieldPath.TEXT, "", start);
    }

    /** Opens a group in this one and puts it into the tree. */
    Frame open(int position, String tag, Place place, List<Finding> findings) {
        Entry.Group group = (Entry.Group) sequence.entry(position);
        order(position, tag, place.path(path + group.name()), findings);
        met[position]++;
        String number = group.count().repeatable() ? "[" + met[position] + "]" : "";
        if (met[position] > group.count().most()) {
            findings.add(Finding.error(
                    "mt.DuplicateField",
                    place.path(path + group.name()),
                    "Group " + group.name() + times(group.count())));
        }
        Tree inside = Tree.object(place.path(path + group.name() + number));
        put(position, inside);
        return new Frame(
                group.fields(), this, inside, path + group.name() + number + "/", group.name() + number, place);
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

    /** Takes note of a field; false when there is one already that excludes it. */
    boolean meet(FieldRule rule, int position, Place place, List<Finding> findings) {
        Place own = place.path(FieldPath.in(path, rule.tag()).path());
        order(position, rule.tag(), own, findings);
        met[position]++;
        Entry.Count count = sequence.entry(position).count();
        if (met[position] == 1) {
            firstTag[position] = rule.tag();
        }
        if (met[position] <= count.most()) {
            return true;
        }
        String before = firstTag[position];
        boolean otherOption = !rule.tag().equals(before) && !count.repeatable();
        findings.add(
                otherOption
                        ? Finding.error(
                                "mt.Options",
                                own,
                                "Fields " + before + " and " + rule.tag()
                                        + " are options of one field, which may stand only once")
                        : Finding.error("mt.DuplicateField", own, "Field " + rule.tag() + times(count)));
        return false;
    }

    /** Whether it is a field that has not come yet and may also stand among the rest, where the message is now. */
    boolean takesAmongRest(int position, String tag) {
        return last >= 0
                && sequence.entry(last) instanceof Entry.Rest rest
                && rest.among().contains(tag)
                && met[position] == 0;
    }

    private void order(int position, String tag, Place place, List<Finding> findings) {
        if (takesAmongRest(position, tag)) {
            return;
        }
        if (position < last) {
            findings.add(Finding.error("mt.FieldOrder", place, "Field " + tag + " must stand before field " + lastTag));
            return;
        }
        last = position;
        lastTag = tag;
    }

    /** Takes note of a field that has no place but the rest; gives its path. */
    FieldPath rest(int position) {
        met[position]++;
        last = position;
        return FieldPath.in(path, sequence.entry(position).name()).occurrence(met[position]);
    }

    /** The path of the occurrence that was met last at a position. */
    FieldPath path(int position, String tag) {
        FieldPath field = FieldPath.in(path, tag);
        return sequence.entry(position).count().repeatable() ? field.occurrence(met[position]) : field;
    }

    /** Puts what was read into the tree, behind others of its name. */
    void put(int position, Tree value) {
        Entry entry = sequence.entry(position);
        String name = entry.name();
        if (!entry.count().repeatable()) {
            tree.put(name, value);
            return;
        }
        if (!tree.has(name)) {
            Place first = value.place();
            tree.put(name, Tree.list(first.path(path + MtNames.tag(name))));
        }
        tree.field(name).ifPresent(list -> list.add(value));
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
                    start.path(path + field.shown()),
                    "Field " + String.join(" or ", tags) + " is missing" + where);
        }
        return Finding.error(
                "mt.MissingField", start.path(path + entry.name()), "Group " + entry.name() + " is missing" + where);
    }
}
