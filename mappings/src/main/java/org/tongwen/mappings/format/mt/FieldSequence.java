package org.tongwen.mappings.format.mt;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** Watches that fields stand in order, not too often, in one option only, and that none is missing. */
final class FieldSequence {

    private final Layout layout;
    private final List<Finding> findings;
    private final Map<String, String> tagOf = new HashMap<>();
    private int last = -1;
    private String lastTag = "";

    FieldSequence(Layout layout, List<Finding> findings) {
        this.layout = layout;
        this.findings = findings;
    }

    /** Takes note of a field; false when the message already has one that excludes it. */
    boolean meet(FieldRule rule, Place place) {
        order(rule, place);
        String before = tagOf.getOrDefault(rule.field(), "");
        tagOf.putIfAbsent(rule.field(), rule.tag());
        if (before.isEmpty() || rule.repeatable()) {
            return true;
        }
        findings.add(before.equals(rule.tag()) ? duplicate(rule, place) : option(rule, before, place));
        return false;
    }

    private void order(FieldRule rule, Place place) {
        int position = layout.position(rule);
        if (position < last) {
            findings.add(Finding.error(
                    "mt.FieldOrder", place, "Field " + rule.tag() + " must stand before field " + lastTag));
            return;
        }
        last = position;
        lastTag = rule.tag();
    }

    private static Finding duplicate(FieldRule rule, Place place) {
        return Finding.error("mt.DuplicateField", place, "Field " + rule.tag() + " may stand only once");
    }

    private static Finding option(FieldRule rule, String before, Place place) {
        String message =
                "Fields " + before + " and " + rule.tag() + " are options of one field, which may stand only once";
        return Finding.error("mt.Options", place, message);
    }

    /** Reports fields that never came. */
    void end(Place place) {
        layout.mandatory().forEach((field, tags) -> {
            if (!tagOf.containsKey(field)) {
                String path =
                        FieldPath.field(tags.size() > 1 ? field : tags.get(0)).path();
                Place at = place.path(path);
                findings.add(
                        Finding.error("mt.MissingField", at, "Field " + String.join(" or ", tags) + " is missing"));
            }
        });
    }
}
