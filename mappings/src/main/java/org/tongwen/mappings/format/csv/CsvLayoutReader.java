package org.tongwen.mappings.format.csv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tongwen.mappings.format.layout.Section;
import org.tongwen.mappings.format.layout.TextCharset;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;

/** Understands the layout file of a CSV document. */
final class CsvLayoutReader {

    private static final String NAME = "[^.\\[\\]{}\\s/?]+";
    private static final int LONGEST = 1_000_000;

    private final Section file;

    private CsvLayoutReader(Section file) {
        this.file = file;
    }

    static CsvLayout read(Section file) {
        return new CsvLayoutReader(file).layout();
    }

    private CsvLayout layout() {
        TextCharset charset = TextCharset.of(file);
        boolean bom = file.flag("bom", false);
        if (bom && !charset.isUnicode()) {
            file.report("layout.Value", file.place("bom"), charset.name() + " has no byte order mark");
        }
        char separator = character("separator", ',');
        OptionalInt quote = file.text("quote").filter("none"::equals).isPresent()
                ? OptionalInt.empty()
                : OptionalInt.of(character("quote", '"'));
        if (quote.equals(OptionalInt.of(separator))) {
            file.report("layout.Value", file.place("quote"), "quote and separator are the same character");
        }
        String lineEnd = file.oneOf("lines", Map.of("lf", "\n", "crlf", "\r\n"), "\r\n");
        boolean header = file.flag("header", true);
        String list = file.has("list") ? name(file, "list") : "rows";
        return new CsvLayout(charset, bom, separator, quote, lineEnd, header, list, columns(charset, header));
    }

    private char character(String key, char otherwise) {
        Optional<String> text = file.text(key).map(word -> word.equals("tab") ? "\t" : word);
        boolean fits = text.isEmpty()
                || (text.get().length() == 1
                        && !Character.isLetterOrDigit(text.get().charAt(0))
                        && "\r\n \uFEFF".indexOf(text.get().charAt(0)) < 0);
        if (!fits) {
            file.report("layout.Value", file.place(key), key + " must be one character, such as \";\", or tab");
        }
        return fits && text.isPresent() ? text.get().charAt(0) : otherwise;
    }

    private static String name(Section section, String key) {
        String name = section.required(key);
        if (!name.isEmpty() && !name.matches(NAME)) {
            section.report(
                    "layout.Value",
                    section.place(key),
                    "paths cannot hold this name: no blanks, dots, slashes, brackets");
        }
        return name;
    }

    private List<CsvColumn> columns(TextCharset charset, boolean header) {
        List<CsvColumn> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<String> headers = new HashSet<>();
        for (Section section : file.sections("columns")) {
            CsvColumn column = column(section, header);
            if (charset.encode(column.header()).isEmpty()) {
                section.report("layout.Value", section.place(), charset.name() + " cannot write this header");
            }
            if (!names.add(column.name()) || !headers.add(column.header())) {
                section.report("layout.Twice", section.place(), "another column has this name or header");
            }
            columns.add(column);
        }
        if (columns.isEmpty()) {
            file.report("layout.MissingKey", file.place("columns"), "a layout needs columns");
        }
        return columns;
    }

    private static CsvColumn column(Section section, boolean header) {
        String name = name(section, "name");
        Optional<String> text = section.text("header");
        if (text.isPresent() && !header) {
            section.report("layout.Value", section.place("header"), "the documents have no header row");
        }
        boolean required = section.flag("required", false);
        OptionalInt max = section.number("max", 1, LONGEST).map(OptionalInt::of).orElse(OptionalInt.empty());
        List<String> values = section.texts("values");
        section.end();
        SourceField field = new SourceField(Tree.Kind.TEXT, required, max, values, Map.of(), Optional.empty());
        return new CsvColumn(name, text.orElse(name), field);
    }
}
