package org.tongwen.xsd.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds out which elements have moved. */
final class Moves {

    private Moves() {}

    /** Of numbers that were in ascending order, the fewest that must move so that the rest still is. */
    static List<Integer> outOfOrder(List<Integer> numbers) {
        int[] length = new int[numbers.size()];
        int[] before = new int[numbers.size()];
        int end = -1;
        for (int i = 0; i < numbers.size(); i++) {
            length[i] = 1;
            before[i] = -1;
            for (int j = 0; j < i; j++) {
                if (numbers.get(j) < numbers.get(i) && length[j] >= length[i]) {
                    length[i] = length[j] + 1;
                    before[i] = j;
                }
            }
            end = end < 0 || length[i] > length[end] ? i : end;
        }
        boolean[] stays = new boolean[numbers.size()];
        Arrays.fill(stays, false);
        for (int i = end; i >= 0; i = before[i]) {
            stays[i] = true;
        }
        List<Integer> moved = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            if (!stays[i]) {
                moved.add(numbers.get(i));
            }
        }
        return moved;
    }

    /** The changes, with an element that is removed here and added there, into a group or out of it, as one that moved. */
    static List<Change> joined(List<Change> changes) {
        List<Change> joined = new ArrayList<>();
        for (Change change : changes) {
            if (hasCounterpart(change, Change.Kind.REMOVED, Change.Kind.ADDED, changes)) {
                String where = "into or out of a group";
                joined.add(new Change(Change.Kind.MOVED, change.name(), "", where, Effect.BOTH));
            } else if (!hasCounterpart(change, Change.Kind.ADDED, Change.Kind.REMOVED, changes)) {
                joined.add(change);
            }
        }
        return joined;
    }

    private static boolean hasCounterpart(Change change, Change.Kind from, Change.Kind to, List<Change> changes) {
        return change.kind() == from
                && changes.stream()
                        .anyMatch(other -> other.kind() == to && other.name().equals(change.name()));
    }
}
