package org.tongwen.mappings.format.mt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Entries of a layout in their order, with the places at which a tag may stand. */
final class Sequence {

    private final List<Entry> entries;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<String, Own> own = new HashMap<>();
    private final Map<String, List<Integer>> groups = new HashMap<>();
    private final TagMap<Own> ownByKey;
    private final TagMap<List<Integer>> groupsByKey;
    private final int[] mandatoryBefore;

    /** A tag of a field that is not in a group: its rule, and its position. */
    record Own(FieldRule rule, int position) {}

    Sequence(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        this.mandatoryBefore = new int[entries.size() + 1];
        for (int i = 0; i < entries.size(); i++) {
            mandatoryBefore[i + 1] =
                    mandatoryBefore[i] + (entries.get(i).count().mandatory() ? 1 : 0);
            index(entries.get(i), i);
            if (positions.put(entries.get(i).name(), i) != null) {
                throw new IllegalStateException("layout: " + entries.get(i).name() + " stands in two places");
            }
        }
        this.ownByKey = new TagMap<>(own);
        this.groupsByKey = new TagMap<>(groups);
    }

    private void index(Entry entry, int position) {
        if (entry instanceof Entry.Field field) {
            for (FieldRule rule : field.options()) {
                if (own.put(rule.tag(), new Own(rule, position)) != null) {
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

    /** The position of the entry with that name in the tree; -1 without one. */
    int position(String name) {
        Integer position = positions.get(name);
        return position == null ? -1 : position;
    }

    /** All tags that may stand in it. */
    private Set<String> tags() {
        Set<String> tags = new LinkedHashSet<>(own.keySet());
        tags.addAll(groups.keySet());
        return tags;
    }

    /** The rule of a tag that is one of its own. */
    Optional<FieldRule> rule(String tag) {
        return Optional.ofNullable(own.get(tag)).map(Own::rule);
    }

    /** A tag that is one of its own, not in a group, by its number. */
    @Nullable
    Own own(int tag) {
        return ownByKey.get(tag);
    }

    /** The groups that have a tag, by their positions. */
    List<Integer> groups(int tag) {
        List<Integer> found = groupsByKey.get(tag);
        return found == null ? List.of() : found;
    }

    /** How many entries must stand from one position to before another. */
    int mandatory(int from, int to) {
        return from >= to ? 0 : mandatoryBefore[to] - mandatoryBefore[from];
    }

    /** Where a tag stands, or the group in which it would leave the fewest missing. */
    int nearest(int tag) {
        Own found = own(tag);
        if (found != null) {
            return found.position();
        }
        int nearest = -1;
        int least = Integer.MAX_VALUE;
        for (int group : groups(tag)) {
            int missing = mandatory(0, group) + group(group).missingBefore(tag);
            nearest = missing < least ? group : nearest;
            least = Math.min(least, missing);
        }
        return nearest;
    }

    /** How many fields would be missing if it began with that tag; 0 at its natural beginning. */
    int missingBefore(int tag) {
        int nearest = nearest(tag);
        int before = mandatory(0, nearest);
        return own(tag) != null ? before : before + group(nearest).missingBefore(tag);
    }

    /** Whether it begins with that tag and no occurrence can do without. */
    boolean opensWith(int tag) {
        Own found = own(tag);
        return found != null
                && mandatory(0, found.position()) == 0
                && entries.get(found.position()).count().mandatory();
    }

    private Sequence group(int position) {
        return ((Entry.Group) entries.get(position)).fields();
    }
}
