package org.tongwen.mappings.skeleton;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.rules.yaml.YamlWriter;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.finding.VisibleText;

/**
 * A mapping file to begin with, made of a sample and a message. It says what is mandatory, by what type, and which fields of the sample it
 * could come from. Every {@code TODO} in it is a finding of the check until somebody has written a path or formula there.
 */
public final class Skeleton {

    private static final int SHOWN = 40;

    private Skeleton() {}

    /**
     * The file.
     *
     * @param name the mapping's name
     * @param editorSchema the path from the file to the schema for its editor
     * @param sample a document of the institution
     * @param message the message that it corresponds to
     * @param header the message of the business application header
     */
    public static byte[] of(
            String name, String editorSchema, Sample sample, MessageDefinition message, MessageDefinition header) {
        Map<String, String> values = values(sample.tree());
        List<String> fields = List.copyOf(values.keySet());
        List<String> lists = List.copyOf(lists(sample.tree()));
        List<String> lines = new ArrayList<>();
        lines.add("# yaml-language-server: $schema=" + editorSchema);
        lines.add("mapping: " + YamlWriter.scalar(name));
        lines.add("title: TODO one line on what it is for");
        lines.add("iso: " + message.id());
        lines.add("source: " + source(sample));
        lines.add("");
        lines.add("# What the sample holds. Use each field below, or say why it is not carried:");
        lines.add("# no-home:");
        values.forEach((path, value) -> lines.add("#   " + path + ": " + shown(value)));
        lines.add("");
        lines.add("# AppHdr:");
        SkeletonBody.ofHeader(header, message, fields).forEach(line -> lines.add("#   " + line));
        lines.add("");
        lines.addAll(SkeletonBody.of(message, fields, lists));
        return lines.stream()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String source(Sample sample) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("format", sample.format());
        options.putAll(sample.options());
        return options.entrySet().stream()
                .map(option -> option.getKey() + ": " + option(option.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String option(String value) {
        return value.matches("[0-9]+") ? "\"" + value + "\"" : YamlWriter.scalar(value);
    }

    private static String shown(String value) {
        String text = VisibleText.of(value);
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    /** The first value of each field, in document order. */
    private static Map<String, String> values(Tree tree) {
        Map<String, String> values = new LinkedHashMap<>();
        tree.leaves()
                .filter(leaf -> !leaf.path().isEmpty())
                .forEach(leaf -> values.putIfAbsent(leaf.path(), leaf.value()));
        return values;
    }

    private static Set<String> lists(Tree tree) {
        Set<String> lists = new TreeSet<>();
        lists(tree, lists);
        return lists;
    }

    private static void lists(Tree tree, Set<String> lists) {
        boolean objects = tree.items().stream().anyMatch(item -> !item.fields().isEmpty());
        if (objects && !tree.path().isEmpty()) {
            lists.add(tree.path());
        }
        tree.fields().values().forEach(field -> lists(field, lists));
        tree.items().forEach(item -> lists(item, lists));
    }
}
