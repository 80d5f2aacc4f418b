package org.tongwen.mappings.format.mt;

import java.util.List;

/**
 * A field as the layout describes it.
 *
 * @param tag such as {@code 50K}
 * @param presence whether it must or may be there, and how often
 * @param field name of the field that this is an option of, such as {@code 50a}; otherwise the tag
 * @param runs its lines
 * @param needs which component may only stand beside which other
 */
record FieldRule(String tag, Presence presence, String field, List<Run> runs, List<Need> needs) {

    /** How often a field may stand. */
    enum Presence {
        MANDATORY,
        OPTIONAL,
        REPEATABLE
    }

    /** Lines that together are at most so many. */
    record Run(int most, List<LineRule> lines) {}

    /** A component that needs one of others. */
    record Need(String component, List<String> others) {}

    boolean repeatable() {
        return presence == Presence.REPEATABLE;
    }

    /** Whether it has lines of text, whose length has a finding of its own. */
    boolean manyLines() {
        return lines().size() > 1 || lines().get(0).most() > 1;
    }

    List<LineRule> lines() {
        return runs.stream().flatMap(run -> run.lines().stream()).toList();
    }
}
