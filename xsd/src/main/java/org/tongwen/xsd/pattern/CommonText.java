package org.tongwen.xsd.pattern;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Searches for a text that two automata accept, by walking through both at once. */
final class CommonText {

    /** Pairs of states beyond which the search is given up. */
    private static final int MOST_PAIRS = 200_000;

    private final Automaton one;
    private final Automaton other;
    private final List<int[]> columns = new ArrayList<>();
    private final Set<Long> seen = new HashSet<>();
    private final Deque<int[]> open = new ArrayDeque<>();

    private CommonText(Automaton one, Automaton other) {
        this.one = one;
        this.other = other;
        for (int here = 0; here < one.alphabet().size(); here++) {
            for (int there = 0; there < other.alphabet().size(); there++) {
                CodePoints both =
                        one.alphabet().characters(here).and(other.alphabet().characters(there));
                if (!both.isEmpty()) {
                    columns.add(new int[] {here, there});
                }
            }
        }
    }

    /** Whether there may be such a text; a search that is given up counts as yes. */
    static boolean exists(Automaton one, Automaton other) {
        return new CommonText(one, other).search();
    }

    private boolean search() {
        visit(0, 0);
        while (!open.isEmpty() && seen.size() < MOST_PAIRS) {
            int[] pair = open.remove();
            if (one.isEnd(pair[0]) && other.isEnd(pair[1])) {
                return true;
            }
            columns.forEach(column -> visit(one.next(pair[0], column[0]), other.next(pair[1], column[1])));
        }
        return !open.isEmpty();
    }

    private void visit(int here, int there) {
        if (here != Automaton.NONE && there != Automaton.NONE && seen.add(((long) here << Integer.SIZE) | there)) {
            open.add(new int[] {here, there});
        }
    }
}
