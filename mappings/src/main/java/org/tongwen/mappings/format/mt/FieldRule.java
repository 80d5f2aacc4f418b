package org.tongwen.mappings.format.mt;

import java.util.List;

/**
 * A field in one option, as the layout describes it.
 *
 * @param tag such as {@code 50K}
 * @param field name of the field that this is an option of, such as {@code 50a}; otherwise the tag
 * @param count whether it must or may be there, and how often
 * @param runs its lines
 * @param needs which component may only stand beside which other
 */
record FieldRule(String tag, String field, Entry.Count count, List<Run> runs, List<Need> needs) {

    /** What the tree says of a field with options: the letter, or {@code none} for a tag without one. */
    static final String OPTION = "option";

    private static final String NONE = "none";

    /**
     * Lines that together are at most so many.
     *
     * @param any whether they may stand in any order
     */
    record Run(int most, boolean any, List<LineRule> lines) {}

    /** A component that needs one of others. */
    record Need(String component, List<String> others) {}

    boolean repeatable() {
        return count.repeatable();
    }

    /** Whether the tree says which option it is. */
    boolean isOption() {
        return !field.equals(tag);
    }

    /** The letter of the option. */
    String option() {
        return tag.length() > 2 ? tag.substring(2) : NONE;
    }

    /** Whether it has lines of text, whose length has a finding of its own. */
    boolean manyLines() {
        return lines().size() > 1 || lines().get(0).most() > 1;
    }

    List<LineRule> lines() {
        return runs.stream().flatMap(run -> run.lines().stream()).toList();
    }
}
