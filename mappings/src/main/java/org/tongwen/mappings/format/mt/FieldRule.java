package org.tongwen.mappings.format.mt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A field in one option, as the layout describes it. */
final class FieldRule {

    /** What the tree says of a field with options: the letter, or {@code none} for a tag without one. */
    static final String OPTION = "option";

    private static final String NONE = "none";

    private final String tag;
    private final String field;
    private final Entry.Count count;
    private final List<Run> runs;
    private final List<Need> needs;
    private final List<LineRule> lines;
    private final List<Slot> slots = new ArrayList<>();
    private final List<String> names;
    private final ComponentNames tree;
    private final String option;
    private final boolean manyLines;
    private final boolean runsOver;

    /**
     * Lines that together are at most so many.
     *
     * @param any whether they may stand in any order
     * @param width how long lines are into which what is written is broken, and the rest cut off; {@link #NEVER_CUT} when nothing is
     */
    record Run(int most, boolean any, int width, List<LineRule> lines) {

        /** The width where a message with more than lines hold cannot be written. */
        static final int NEVER_CUT = 0;

        /** Whether a line may continue the one before it. */
        boolean continued() {
            return lines.stream().anyMatch(LineRule::continues);
        }
    }

    /** A component that needs one of others. */
    record Need(String component, List<String> others) {

        /** Whether a field has the component, and none of the others. */
        boolean isUnmet(FieldTree field) {
            if (field.find(component).isEmpty()) {
                return false;
            }
            for (String other : others) {
                if (field.find(other).isPresent()) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * A line within its run.
     *
     * @param line what stands in it
     * @param run the number of its run
     * @param inRun the run
     * @param start the first line of the run among all lines
     * @param end the line behind the run
     */
    record Slot(LineRule line, int run, Run inRun, int start, int end) {

        boolean any() {
            return inRun.any();
        }

        /** Whether it continues the line before it. */
        boolean continues() {
            return any() && line.continues();
        }
    }

    /**
     * A field.
     *
     * @param tag such as {@code 50K}
     * @param field name of the field that this is an option of, such as {@code 50a}; otherwise the tag
     * @param count whether it must or may be there, and how often
     * @param runs its lines
     * @param needs which component may only stand beside which other
     */
    FieldRule(String tag, String field, Entry.Count count, List<Run> runs, List<Need> needs) {
        this.tag = tag;
        this.field = field;
        this.count = count;
        this.runs = List.copyOf(runs);
        this.needs = List.copyOf(needs);
        this.lines = runs.stream().flatMap(run -> run.lines().stream()).toList();
        this.option = tag.length() > 2 ? tag.substring(2) : NONE;
        this.manyLines = lines.size() > 1 || lines.get(0).most() > 1;
        this.runsOver = lines.stream().anyMatch(line -> line.over() > 0);
        this.names = lines.stream()
                .flatMap(LineRule::components)
                .map(Component::name)
                .distinct()
                .toList();
        this.tree = ComponentNames.of(names);
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            int start = slots.size();
            for (LineRule line : run.lines()) {
                slots.add(new Slot(line, i, run, start, start + run.lines().size()));
            }
        }
    }

    String tag() {
        return tag;
    }

    String field() {
        return field;
    }

    Entry.Count count() {
        return count;
    }

    List<Run> runs() {
        return runs;
    }

    List<Need> needs() {
        return needs;
    }

    boolean repeatable() {
        return count.repeatable();
    }

    /** Whether the tree says which option it is. */
    boolean isOption() {
        return !field.equals(tag);
    }

    /** The letter of the option. */
    String option() {
        return option;
    }

    /** Whether it has lines of text, whose length has a finding of its own. */
    boolean manyLines() {
        return manyLines;
    }

    /** Whether all lines together, with their line ends, are one value. */
    boolean joined() {
        return lines.get(0).joined();
    }

    /** Whether a value may go on in the next line. */
    boolean runsOver() {
        return runsOver;
    }

    /** The lines whose rest is cut off when there are more than the field holds; the field has no others then. */
    Optional<Run> cut() {
        return runs.size() == 1 && runs.get(0).width() != Run.NEVER_CUT ? Optional.of(runs.get(0)) : Optional.empty();
    }

    /** The names of its components. */
    ComponentNames names() {
        return tree;
    }

    /** How many names its components have. */
    int slotCount() {
        return names.size();
    }

    /** The number of a name; -1 for one that no component has. */
    int slot(String name) {
        return names.indexOf(name);
    }

    List<LineRule> lines() {
        return lines;
    }

    /** The same lines with their runs. */
    List<Slot> slots() {
        return slots;
    }
}
