package org.tongwen.mappings.format.mt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Entries of a layout in their order, with the places at which a tag may stand. */
final class Sequence {

    private final List<Entry> entries;
    private final Map<String, FieldRule> rules = new HashMap<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<String, List<Integer>> groups = new HashMap<>();
    private final int[] mandatoryBefore;

    Sequence(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        this.mandatoryBefore = new int[entries.size() + 1];
        for (int i = 0; i < entries.size(); i++) {
            mandatoryBefore[i + 1] =
                    mandatoryBefore[i] + (entries.get(i).count().mandatory() ? 1 : 0);
            index(entries.get(i), i);
        }
    }

    private void index(Entry entry, int position) {
        if (entry instanceof Entry.Field field) {
            for (FieldRule rule : field.options()) {
                positions.put(rule.tag(), position);
                if (rules.put(rule.tag(), rule) != null) {
                    throw new IllegalStateException("layout: field " + rule.tag() + " stands twice");
                }
            }
        } else if (entry instanceof Entry.Group group) {
            group.fields()
                    .tags()
                    .forEach(tag -> groups.computeIfAbsent(tag, key -> new ArrayList<>())
                            .add(position));
        }
    }

    List<Entry> entries() {
        return entries;
    }

    Entry entry(int position) {
        return entries.get(position);
    }

    int size() {
        return entries.size();
    }

    /** All tags that may stand in it. */
    List<String> tags() {
        List<String> tags = new ArrayList<>(positions.keySet());
        groups.keySet().stream().filter(tag -> !positions.containsKey(tag)).forEach(tags::add);
        return tags;
    }

    boolean has(String tag) {
        return positions.containsKey(tag);
    }

    /** Where a tag stands that is one of its own, not in a group. */
    int position(String tag) {
        return positions.getOrDefault(tag, -1);
    }

    /** The rule of a tag that is one of its own. */
    FieldRule rule(String tag) {
        FieldRule rule = rules.get(tag);
        if (rule == null) {
            throw new IllegalArgumentException(tag);
        }
        return rule;
    }

    /** The groups that have a tag, by their positions. */
    List<Integer> groups(String tag) {
        return groups.getOrDefault(tag, List.of());
    }

    /** How many entries must stand from one position to before another. */
    int mandatory(int from, int to) {
        return from >= to ? 0 : mandatoryBefore[to] - mandatoryBefore[from];
    }

    /** Where a tag stands, or the group in which it would leave the fewest missing. */
    int nearest(String tag) {
        int nearest = position(tag);
        int least = Integer.MAX_VALUE;
        for (int group : nearest < 0 ? groups(tag) : List.<Integer>of()) {
            int missing = mandatory(0, group) + group(group).missingBefore(tag);
            nearest = missing < least ? group : nearest;
            least = Math.min(least, missing);
        }
        return nearest;
    }

    /** How many fields would be missing if it began with that tag; 0 at its natural beginning. */
    int missingBefore(String tag) {
        if (has(tag)) {
            return mandatory(0, position(tag));
        }
        int group = nearest(tag);
        return mandatory(0, group) + group(group).missingBefore(tag);
    }

    /** Whether it begins with that tag and no occurrence can do without. */
    boolean opensWith(String tag) {
        int position = position(tag);
        return position >= 0
                && mandatory(0, position) == 0
                && entries.get(position).count().mandatory();
    }

    private Sequence group(int position) {
        return ((Entry.Group) entries.get(position)).fields();
    }
}
