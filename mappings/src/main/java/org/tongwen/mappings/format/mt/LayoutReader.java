package org.tongwen.mappings.format.mt;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a layout file. How a field is written is explained at the head of {@code 103.layout}; beside fields it may have
 *
 * <ul>
 *   <li>{@code begin NAME mandatory} … {@code end}: fields that stand together, an object in the tree, or a list of objects where the group
 *       is repeatable. Its tags may stand in other groups and outside too: {@link Places} says which of them is meant.
 *   <li>{@code 1..2} in place of mandatory, optional, repeatable: a list of so many; {@code 1..n} has no end.
 *   <li>{@code any 6*( … )}: lines that stand in any order in a message and are written in that of the layout. A line that begins with
 *       {@code '//'} continues the one before it. The last line takes what fits no other when it does not begin with a text of its own.
 *   <li>{@code first ? …}: a line that may stand at the beginning of the field alone, even among lines of any order.
 *   <li>{@code rest NAME}: all fields that have no other place from here on.
 * </ul>
 *
 * The pieces and needs of {@code common.layout} hold for every layout. Mistakes in a layout are bugs of ours.
 */
final class LayoutReader {

    /** A group that is not ended yet; the outermost is the message. */
    private record Open(String name, Entry.Count count, List<Entry> entries) {}

    private final Map<String, List<String>> pieces = new HashMap<>();
    private final Map<String, List<FieldRule.Need>> needs = new HashMap<>();
    private final Deque<Open> open = new ArrayDeque<>();

    /** A reader of layouts that may use the pieces of a file that they share. */
    LayoutReader(String common) {
        statements(common).forEach(this::define);
    }

    Layout read(String name, String text) {
        open.push(new Open("", Entry.Count.MANDATORY, new ArrayList<>()));
        List<List<String>> statements = statements(text);
        statements.forEach(this::define);
        statements.forEach(this::entry);
        if (open.size() != 1) {
            throw new IllegalStateException("layout: group " + open.peek().name() + " has no end");
        }
        return new Layout(name, new Sequence(open.pop().entries()));
    }

    private static List<List<String>> statements(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> Arrays.asList(line.split("\\s+")))
                .toList();
    }

    private void define(List<String> words) {
        if (words.get(0).equals("let")) {
            pieces.put("@" + words.get(1), expanded(words.subList(2, words.size())));
        } else if (words.get(0).equals("needs")) {
            needs.computeIfAbsent(words.get(1), tag -> new ArrayList<>())
                    .add(new FieldRule.Need(words.get(2), List.of(words.get(3).split("\\|"))));
        }
    }

    private List<String> expanded(List<String> words) {
        return words.stream()
                .flatMap(word -> pieces.getOrDefault(word, List.of(word)).stream())
                .toList();
    }

    private void entry(List<String> words) {
        switch (words.get(0)) {
            case "let", "needs" -> {}
            case "begin" -> open.push(new Open(words.get(1), count(words.get(2)), new ArrayList<>()));
            case "end" -> end();
            case "rest" -> add(new Entry.Rest(words.get(1), words.subList(2, words.size())));
            default -> field(rule(words.get(0), expanded(words.subList(1, words.size()))));
        }
    }

    private void end() {
        Open group = open.pop();
        add(new Entry.Group(group.name(), group.count(), new Sequence(group.entries())));
    }

    private void add(Entry entry) {
        entries().add(entry);
    }

    private List<Entry> entries() {
        Open innermost = open.peek();
        if (innermost == null) {
            throw new IllegalStateException("layout: an end without its group");
        }
        return innermost.entries();
    }

    /** Options of one field stand one behind the other. */
    private void field(FieldRule rule) {
        List<Entry> entries = entries();
        int last = entries.size() - 1;
        if (last >= 0
                && entries.get(last) instanceof Entry.Field before
                && before.field().equals(rule.field())) {
            entries.set(last, before.or(rule));
        } else {
            entries.add(Entry.Field.of(rule));
        }
    }

    private static Entry.Count count(String word) {
        return Entry.Count.of(word)
                .orElseThrow(() -> new IllegalStateException("layout: " + word + " is not a presence"));
    }

    private FieldRule rule(String tag, List<String> words) {
        boolean option = words.get(1).matches(tag.replaceAll("[^0-9].*", "") + "[a-z]+")
                && words.size() > 2
                && !words.get(2).equals("$");
        LayoutTokens tokens = new LayoutTokens(tag, words.subList(option ? 2 : 1, words.size()));
        return new FieldRule(
                tag,
                option ? words.get(1) : tag,
                count(words.get(0)),
                tokens.runs(),
                needs.getOrDefault(tag, List.of()));
    }
}
