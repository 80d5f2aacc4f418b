package org.tongwen.mappings.sample;

import java.util.ArrayList;
import java.util.List;
import org.tongwen.xsd.finding.VisibleText;

/** What differs between two documents, in the unified form that developers know, with the line numbers of the documents themselves. */
final class Difference {

    private static final int CONTEXT = 2;

    /** Beyond this many pairs of lines the whole of what differs is shown as exchanged. */
    private static final long MOST_PAIRS = 4_000_000;

    /** A line that both have, or that only the first or the second has. */
    private record Step(char mark, Line line, int expected, int actual) {}

    private final List<Line> expected;
    private final List<Line> actual;
    private final List<Step> steps = new ArrayList<>();

    private Difference(List<Line> expected, List<Line> actual) {
        this.expected = expected;
        this.actual = actual;
        walk();
    }

    /**
     * The difference as text; empty when there is none.
     *
     * @param from what the first is called
     * @param to what the second is called
     */
    static String of(String from, List<Line> expected, String to, List<Line> actual) {
        Difference difference = new Difference(expected, actual);
        return difference.isNone() ? "" : "--- " + from + "\n+++ " + to + "\n" + difference.hunks();
    }

    private boolean isNone() {
        return steps.stream().allMatch(step -> step.mark == ' ');
    }

    /** The line of the first document where the difference begins, or of the second when the first ends there. */
    static int firstLine(List<Line> expected, List<Line> actual) {
        return new Difference(expected, actual)
                .steps.stream()
                        .filter(step -> step.mark != ' ')
                        .mapToInt(step -> step.mark == '-' ? step.line.number() : step.expected)
                        .findFirst()
                        .orElse(0);
    }

    private void walk() {
        int head = 0;
        int shorter = Math.min(expected.size(), actual.size());
        while (head < shorter && same(head, head)) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && same(expected.size() - 1 - tail, actual.size() - 1 - tail)) {
            tail++;
        }
        for (int i = 0; i < head; i++) {
            both(i, i);
        }
        middle(head, expected.size() - tail, head, actual.size() - tail);
        for (int i = tail; i > 0; i--) {
            both(expected.size() - i, actual.size() - i);
        }
    }

    /** The longest common sequence of what lies between the same beginning and the same end. */
    private void middle(int from, int fromEnd, int to, int toEnd) {
        boolean tooMany = (long) (fromEnd - from) * (toEnd - to) > MOST_PAIRS;
        int[][] common = tooMany ? new int[0][] : common(from, fromEnd, to, toEnd);
        int i = from;
        int j = to;
        while (i < fromEnd || j < toEnd) {
            if (!tooMany && i < fromEnd && j < toEnd && same(i, j)) {
                both(i++, j++);
            } else if (i < fromEnd
                    && (tooMany || j == toEnd || common[i - from + 1][j - to] >= common[i - from][j - to + 1])) {
                steps.add(new Step('-', expected.get(i), number(expected, i), number(actual, j)));
                i++;
            } else {
                steps.add(new Step('+', actual.get(j), number(expected, i), number(actual, j)));
                j++;
            }
        }
    }

    private int[][] common(int from, int fromEnd, int to, int toEnd) {
        int[][] common = new int[fromEnd - from + 1][toEnd - to + 1];
        for (int i = fromEnd - 1; i >= from; i--) {
            for (int j = toEnd - 1; j >= to; j--) {
                common[i - from][j - to] = same(i, j)
                        ? common[i - from + 1][j - to + 1] + 1
                        : Math.max(common[i - from + 1][j - to], common[i - from][j - to + 1]);
            }
        }
        return common;
    }

    private boolean same(int i, int j) {
        return expected.get(i).text().equals(actual.get(j).text());
    }

    private void both(int i, int j) {
        steps.add(new Step(' ', expected.get(i), number(expected, i), number(actual, j)));
    }

    /** Behind the end it is the last line that counts. */
    private static int number(List<Line> lines, int index) {
        return lines.isEmpty()
                ? 0
                : lines.get(Math.min(index, lines.size() - 1)).number();
    }

    private String hunks() {
        StringBuilder text = new StringBuilder();
        int next = 0;
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).mark != ' ' && i >= next) {
                next = end(i);
                hunk(Math.max(0, i - CONTEXT), next, text);
            }
        }
        return text.toString();
    }

    /** Where a hunk ends that has a change at a step: changes that lie close together share one. */
    private int end(int change) {
        int last = change;
        for (int i = change; i < steps.size() && i - last <= 2 * CONTEXT; i++) {
            last = steps.get(i).mark == ' ' ? last : i;
        }
        return Math.min(steps.size(), last + CONTEXT + 1);
    }

    private void hunk(int from, int to, StringBuilder text) {
        List<Step> shown = steps.subList(from, to);
        text.append("@@ -")
                .append(shown.get(0).expected)
                .append(" +")
                .append(shown.get(0).actual)
                .append(" @@\n");
        shown.forEach(step ->
                text.append(step.mark).append(VisibleText.of(step.line.text())).append('\n'));
    }
}
