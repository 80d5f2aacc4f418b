package org.tongwen.xsd.diff;

import java.util.List;

/**
 * A type that changed, with the places where it is used.
 *
 * @param paths where elements of the type stand, the first few in the order of the message
 * @param places how many places there are; a type inside itself counts once
 * @param before the type's name before
 * @param after its name after
 * @param changes what changed inside
 */
public record TypeChange(List<String> paths, long places, String before, String after, List<Change> changes) {

    /** Copies the lists. */
    public TypeChange {
        paths = List.copyOf(paths);
        changes = List.copyOf(changes);
    }
}
