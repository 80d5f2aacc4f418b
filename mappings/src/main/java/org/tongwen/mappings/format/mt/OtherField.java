package org.tongwen.mappings.format.mt;

import java.util.List;
import java.util.Optional;

/** A field that a layout takes without knowing it, such as those that a message copies from another: a tag, and lines of any text. */
final class OtherField {

    static final String TAG = "tag";

    private static final String TAG_FORM = "[0-9]{2}[A-Z]?";
    private static final Component LINES =
            new Component("lines", true, Notation.of("[9999z]"), List.of(), Optional.empty(), 0);
    private static final LineRule LINE =
            new LineRule(false, false, 1, Integer.MAX_VALUE, Integer.MAX_VALUE, 0, false, List.of(LINES));

    private OtherField() {}

    static boolean isTag(String text) {
        return text.matches(TAG_FORM);
    }

    static FieldRule rule(String tag) {
        FieldRule.Run run = new FieldRule.Run(Integer.MAX_VALUE, false, FieldRule.Run.NEVER_CUT, List.of(LINE));
        return new FieldRule(tag, tag, Entry.Count.MANDATORY, List.of(run), List.of());
    }
}
