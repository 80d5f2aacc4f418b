package org.tongwen.mappings.format;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.tongwen.mappings.tree.Tree;

/** What bringing a document into the room that its fields have did to its values. */
public final class Fitting {

    /** Nothing had to be changed. */
    public static final Fitting NONE = new Fitting(Map.of());

    private final Map<Tree, Change> changes = new IdentityHashMap<>(0);

    /**
     * What became of a value.
     *
     * @param isCut whether a part of it is gone
     * @param reason why
     */
    public record Change(boolean isCut, String reason) {}

    /** Changes of values, which may stand no more where they stood. */
    public Fitting(Map<Tree, Change> changes) {
        this.changes.putAll(changes);
    }

    /** What became of a value; empty for one that is as it was. */
    public Optional<Change> of(Tree value) {
        return Optional.ofNullable(changes.get(value));
    }
}
