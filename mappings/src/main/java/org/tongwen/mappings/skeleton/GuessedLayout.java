package org.tongwen.mappings.skeleton;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.rules.yaml.YamlWriter;

/** The layout of a CSV document, guessed from its first row: what divides the columns, and what they are called. */
final class GuessedLayout {

    private static final List<String> SEPARATORS = List.of(",", ";", "\t", "|");

    private final String separator;
    private final List<String> headers;
    private final boolean quoted;
    private final boolean crlf;
    private final boolean bom;

    private GuessedLayout(String separator, List<String> headers, boolean quoted, boolean crlf, boolean bom) {
        this.separator = separator;
        this.headers = List.copyOf(headers);
        this.quoted = quoted;
        this.crlf = crlf;
        this.bom = bom;
    }

    /** The layout of a document whose first row has names; empty when no separator divides it. */
    static Optional<GuessedLayout> of(byte[] document) {
        String text = new String(document, StandardCharsets.UTF_8);
        boolean bom = text.startsWith("\uFEFF");
        String first = text.substring(bom ? 1 : 0).lines().findFirst().orElse("");
        return SEPARATORS.stream()
                .map(separator -> new GuessedLayout(
                        separator, split(first, separator), text.contains("\""), text.contains("\r\n"), bom))
                .filter(layout -> layout.headers.size() > 1)
                .max(Comparator.comparingInt((GuessedLayout layout) -> layout.headers.size()));
    }

    private static List<String> split(String row, String separator) {
        String end = Pattern.quote(separator);
        Matcher cell = Pattern.compile("(?:\"((?:[^\"]|\"\")*)\"|([^\"]*?))(?:" + end + "|$)")
                .matcher(row);
        List<String> cells = new ArrayList<>();
        int at = 0;
        while (at <= row.length() && cell.find(at) && cell.start() == at) {
            cells.add(
                    cell.group(1) == null
                            ? Optional.ofNullable(cell.group(2)).orElse("")
                            : cell.group(1).replace("\"\"", "\""));
            boolean last = cell.end() == row.length() && !cell.group().endsWith(separator);
            at = last ? row.length() + 1 : cell.end();
        }
        return cells;
    }

    /** The layout as YAML; lengths and what is required come from the rows, where they have been read. */
    String yaml(Optional<Guess> rows) {
        StringBuilder text = new StringBuilder("charset: UTF-8\n");
        text.append(bom ? "bom: true\n" : "");
        text.append("separator: ")
                .append(separator.equals("\t") ? "tab" : YamlWriter.scalar(separator))
                .append('\n');
        text.append(quoted ? "" : "# quote: none\n");
        text.append("lines: ").append(crlf ? "crlf" : "lf").append('\n');
        text.append("columns:\n");
        names().forEach((header, name) ->
                text.append("  - {").append(column(header, name, rows)).append("}\n"));
        return text.toString();
    }

    private static String column(String header, String name, Optional<Guess> rows) {
        Optional<Guess> guess =
                rows.flatMap(all -> Optional.ofNullable(all.fields().get(name)));
        boolean required = rows.filter(all -> all.required().contains(name)).isPresent();
        OptionalInt max = guess.map(Guess::maxLength).orElse(OptionalInt.empty());
        return "name: " + flow(name)
                + (name.equals(header) ? "" : ", header: " + flow(header))
                + (required ? ", required: true" : "")
                + (max.isPresent() ? ", max: " + max.getAsInt() : "");
    }

    private static String flow(String text) {
        String plain = YamlWriter.scalar(text);
        boolean safe = plain.startsWith("\"") || plain.chars().noneMatch(c -> ",[]{}".indexOf(c) >= 0);
        return safe ? plain : "\"" + plain.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** Names that paths can hold, by header, each once. */
    private Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (String header : headers) {
            String plain = header.strip().replaceAll("[.\\[\\]{}\\s/?=]+", "_");
            String name = plain.isEmpty() ? "column" + (names.size() + 1) : plain;
            for (int i = 2; !taken.add(name); i++) {
                name = plain + i;
            }
            names.putIfAbsent(header, name);
        }
        return names;
    }

    /** What the rows of documents show, read by this layout. */
    static Guess rows(List<Tree> documents) {
        Guess guess = new Guess();
        documents.stream()
                .flatMap(document -> document.field("rows").stream())
                .flatMap(rows -> rows.items().stream())
                .forEach(guess::add);
        return guess;
    }
}
