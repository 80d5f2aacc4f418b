package org.tongwen.mappings.format.mt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads a layout file; its writing is explained at the head of {@code 103.layout}. Mistakes in one are bugs of ours. */
final class LayoutReader {

    private final Map<String, List<String>> pieces = new HashMap<>();
    private final Map<String, List<FieldRule.Need>> needs = new HashMap<>();
    private final Map<String, List<String>> fields = new LinkedHashMap<>();

    Layout read(String name, String text) {
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(line -> statement(Arrays.asList(line.split("\\s+"))));
        return new Layout(
                name,
                fields.entrySet().stream()
                        .map(field -> rule(field.getKey(), field.getValue()))
                        .toList());
    }

    private void statement(List<String> words) {
        switch (words.get(0)) {
            case "let" -> pieces.put("@" + words.get(1), expanded(words.subList(2, words.size())));
            case "needs" ->
                needs.computeIfAbsent(words.get(1), tag -> new ArrayList<>())
                        .add(new FieldRule.Need(
                                words.get(2), List.of(words.get(3).split("\\|"))));
            default -> fields.put(words.get(0), expanded(words.subList(1, words.size())));
        }
    }

    private List<String> expanded(List<String> words) {
        return words.stream()
                .flatMap(word -> pieces.getOrDefault(word, List.of(word)).stream())
                .toList();
    }

    private FieldRule rule(String tag, List<String> words) {
        FieldRule.Presence presence = FieldRule.Presence.valueOf(words.get(0).toUpperCase(Locale.ROOT));
        boolean option = words.get(1).matches("\\d\\da");
        LayoutTokens tokens = new LayoutTokens(tag, words.subList(option ? 2 : 1, words.size()));
        return new FieldRule(
                tag, presence, option ? words.get(1) : tag, tokens.runs(), needs.getOrDefault(tag, List.of()));
    }
}
