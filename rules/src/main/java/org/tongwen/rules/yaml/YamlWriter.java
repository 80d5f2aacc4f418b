package org.tongwen.rules.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes YAML so that {@link YamlReader} reads the same again. Small maps stand in one line, as people write them. Comments are not part
 * of a tree, so they are not written.
 */
public final class YamlWriter {

    private static final int WIDTH = 120;
    private static final int MOST_IN_A_LINE = 5;

    /** YAML does not take longer keys without a question mark before them. */
    private static final int LONGEST_KEY = 500;

    private YamlWriter() {}

    /** The file of a tree, ended by a line feed. */
    public static String write(Yaml tree) {
        StringBuilder text = new StringBuilder();
        boolean head = tree instanceof Yaml.Fields fields && !fields.entries().isEmpty();
        List<String> lines = head ? head((Yaml.Fields) tree) : isEmpty(tree) ? List.of(inline(tree)) : lines(tree);
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** A text as YAML writes it: as it is where that reads back, else in quotes. */
    public static String scalar(String text) {
        return isPlain(text) ? text : quoted(text);
    }

    /** The outermost map, with an empty line before and after what needs several lines. */
    private static List<String> head(Yaml.Fields fields) {
        List<String> lines = new ArrayList<>();
        boolean blockBefore = false;
        for (Yaml.Entry entry : fields.entries().values()) {
            List<String> own = lines(entry);
            boolean block = own.size() > 1;
            if (!lines.isEmpty() && (block || blockBefore)) {
                lines.add("");
            }
            lines.addAll(own);
            blockBefore = block;
        }
        return lines;
    }

    private static List<String> lines(Yaml value) {
        if (value instanceof Yaml.Fields fields) {
            return fields.entries().values().stream()
                    .flatMap(entry -> lines(entry).stream())
                    .toList();
        }
        if (value instanceof Yaml.Items items) {
            return items.items().stream()
                    .flatMap(item -> behind("- ", item).stream())
                    .toList();
        }
        return List.of(inline(value));
    }

    private static List<String> lines(Yaml.Entry entry) {
        String key = scalar(entry.key());
        if (key.length() > LONGEST_KEY) {
            List<String> lines = new ArrayList<>(List.of("? " + key));
            lines.addAll(behind(": ", entry.value()));
            return lines;
        }
        if (isBlock(entry.value(), key.length() + 2)) {
            List<String> lines = new ArrayList<>(List.of(key + ":"));
            lines(entry.value()).forEach(line -> lines.add("  " + line));
            return lines;
        }
        return List.of(key + ": " + inline(entry.value()));
    }

    /** A value behind a sign of two characters; its further lines stand below its first. */
    private static List<String> behind(String sign, Yaml value) {
        List<String> own = isBlock(value, sign.length()) ? lines(value) : List.of(inline(value));
        List<String> lines = new ArrayList<>(List.of(sign + own.get(0)));
        own.subList(1, own.size()).forEach(line -> lines.add("  " + line));
        return lines;
    }

    /** Whether a value takes lines of its own: there is too much of it for one, or it would need quotes there. */
    private static boolean isBlock(Yaml value, int before) {
        return !(value instanceof Yaml.Text)
                && !isEmpty(value)
                && (!isFlow(value)
                        || leaves(value) > MOST_IN_A_LINE
                        || before + inline(value).length() > WIDTH);
    }

    private static boolean isEmpty(Yaml value) {
        return value instanceof Yaml.Fields fields && fields.entries().isEmpty()
                || value instanceof Yaml.Items items && items.items().isEmpty();
    }

    private static int leaves(Yaml value) {
        if (value instanceof Yaml.Fields fields) {
            return fields.entries().values().stream()
                    .mapToInt(entry -> leaves(entry.value()))
                    .sum();
        }
        return value instanceof Yaml.Items items
                ? items.items().stream().mapToInt(YamlWriter::leaves).sum()
                : 1;
    }

    /** Whether nothing in it has a sign that means something between braces. */
    private static boolean isFlow(Yaml value) {
        if (value instanceof Yaml.Text leaf) {
            return isFlow(inline(leaf));
        }
        return value instanceof Yaml.Items items
                ? items.items().stream().allMatch(YamlWriter::isFlow)
                : ((Yaml.Fields) value)
                        .entries().values().stream()
                                .allMatch(entry -> isFlow(scalar(entry.key())) && isFlow(entry.value()));
    }

    private static boolean isFlow(String written) {
        return written.startsWith("\"") || written.chars().noneMatch(character -> ",[]{}".indexOf(character) >= 0);
    }

    private static String inline(Yaml value) {
        if (value instanceof Yaml.Text leaf) {
            return leaf.quoted() ? quoted(leaf.text()) : scalar(leaf.text());
        }
        return value instanceof Yaml.Items items
                ? items.items().stream().map(YamlWriter::inline).collect(Collectors.joining(", ", "[", "]"))
                : ((Yaml.Fields) value)
                        .entries().values().stream()
                                .map(entry -> scalar(entry.key()) + ": " + inline(entry.value()))
                                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** Whether a text means itself when it stands in a line of its own without quotes. */
    private static boolean isPlain(String text) {
        return !text.isEmpty()
                && text.codePoints().noneMatch(YamlWriter::isHidden)
                && "-?:,[]{}#&*!|>'\"%@` ".indexOf(text.charAt(0)) < 0
                && !text.startsWith("...")
                && !text.endsWith(" ")
                && !text.endsWith(":")
                && !text.contains(": ")
                && !text.contains(" #");
    }

    private static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        value.codePoints().forEach(character -> escape(character, quoted));
        return quoted.append('"').toString();
    }

    private static void escape(int character, StringBuilder quoted) {
        if (character == '"' || character == '\\') {
            quoted.append('\\').appendCodePoint(character);
        } else if (character == '\n') {
            quoted.append("\\n");
        } else if (character == '\t') {
            quoted.append("\\t");
        } else if (isHidden(character)) {
            quoted.append(
                    character > 0xFFFF ? String.format("\\U%08x", character) : String.format("\\u%04x", character));
        } else {
            quoted.appendCodePoint(character);
        }
    }

    /** Control characters, line ends of Unicode, marks of direction and byte order: a file should show what it holds. */
    private static boolean isHidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> true;
            default -> false;
        };
    }
}
