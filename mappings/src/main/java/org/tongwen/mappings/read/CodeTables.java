package org.tongwen.mappings.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongwen.mappings.read.MappingFile.CodeRow;
import org.tongwen.mappings.read.MappingFile.CodeTable;
import org.tongwen.mappings.read.MappingFile.Way;
import org.tongwen.mappings.read.MappingFile.Word;
import org.tongwen.rules.yaml.Yaml;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/**
 * Reads the code tables of a mapping's head. {@code SHA: SHAR} is two-way, {@code SHARED: = SHAR} is read towards ISO only, {@code OTHER:
 * [OTHR, = SALA]} writes the first and reads all, {@code "*": = OTHR} takes what no other row takes. The name of a CSV file may stand in
 * place of the rows.
 */
final class CodeTables {

    private static final String REST = "*";
    private static final char ONE_WAY = '=';

    private final Assembly.Files files;
    private final List<Finding> findings;

    CodeTables(Assembly.Files files, List<Finding> findings) {
        this.files = files;
        this.findings = findings;
    }

    Map<String, CodeTable> read(Yaml.Fields tables) {
        Map<String, CodeTable> codes = new LinkedHashMap<>();
        for (Yaml.Entry entry : tables.entries().values()) {
            table(entry).ifPresent(table -> codes.put(entry.key(), table));
        }
        return codes;
    }

    private Optional<CodeTable> table(Yaml.Entry entry) {
        if (entry.value() instanceof Yaml.Fields rows) {
            return Optional.of(rows(rows, entry.keyPlace()));
        }
        if (entry.value() instanceof Yaml.Text file) {
            return Optional.of(file(file, entry.keyPlace()));
        }
        report(entry.value().place(), "a code table holds codes and their ISO codes, or is the name of a CSV file");
        return Optional.empty();
    }

    private CodeTable rows(Yaml.Fields fields, Place place) {
        List<CodeRow> rows = new ArrayList<>();
        Optional<Word> otherwise = Optional.empty();
        for (Yaml.Entry entry : fields.entries().values()) {
            List<Yaml> codes = entry.value() instanceof Yaml.Items items ? items.items() : List.of(entry.value());
            if (entry.key().equals(REST)) {
                otherwise = rest(entry);
            } else {
                for (int i = 0; i < codes.size(); i++) {
                    row(entry, codes.get(i), i == 0).ifPresent(rows::add);
                }
            }
        }
        return new CodeTable(rows, otherwise, place);
    }

    /** All that is not in the table cannot come back, so the row has to say so. */
    private Optional<Word> rest(Yaml.Entry entry) {
        if (entry.value() instanceof Yaml.Text text && isOneWay(text)) {
            return Optional.of(code(text));
        }
        report(entry.value().place(), "what takes all other codes does not come back; write \"*\": = and the ISO code");
        return Optional.empty();
    }

    private Optional<CodeRow> row(Yaml.Entry entry, Yaml value, boolean first) {
        if (!(value instanceof Yaml.Text text) || code(text).text().isEmpty()) {
            report(value.place(), entry.key() + " needs an ISO code, = and an ISO code, or a list of them");
            return Optional.empty();
        }
        if (!first && !isOneWay(text)) {
            report(
                    text.place(),
                    entry.key() + " can become one code only; write = " + text.text()
                            + " for one that is only read back");
            return Optional.empty();
        }
        Way way = !isOneWay(text) ? Way.BOTH : first ? Way.TO_ISO : Way.FROM_ISO;
        return Optional.of(new CodeRow(new Word(entry.key(), entry.keyPlace()), code(text), way));
    }

    private static boolean isOneWay(Yaml.Text text) {
        return !text.text().isEmpty() && text.text().charAt(0) == ONE_WAY;
    }

    private static Word code(Yaml.Text text) {
        String code = isOneWay(text) ? text.text().substring(1).strip() : text.text();
        return new Word(code, text.place());
    }

    private CodeTable file(Yaml.Text file, Place place) {
        Optional<Assembly.Source> source = find(file);
        if (source.isEmpty()) {
            findings.add(Finding.error("mapping.UnknownCodes", file.place(), "there is no code table " + file.text())
                    .hint("a code table is a CSV file beside the mapping, with the header source,iso,direction"));
            return new CodeTable(List.of(), Optional.empty(), place);
        }
        Checked<List<CodeRow>> rows =
                CodeTableFile.read(source.get().name(), source.get().bytes());
        findings.addAll(rows.findings());
        return table(rows.value().orElse(List.of()), place);
    }

    /** In a file, too, a row for the rest is no code of the institution's. */
    private CodeTable table(List<CodeRow> all, Place place) {
        List<CodeRow> rest =
                all.stream().filter(row -> row.source().text().equals(REST)).toList();
        for (int i = 0; i < rest.size(); i++) {
            if (i > 0) {
                report(rest.get(i).source().place(), "there is a row for all other codes already");
            } else if (rest.get(i).way() != Way.TO_ISO) {
                report(
                        rest.get(i).source().place(),
                        "what takes all other codes does not come back; write to-iso behind it");
            }
        }
        List<CodeRow> rows = all.stream().filter(row -> !rest.contains(row)).toList();
        return new CodeTable(rows, rest.stream().map(CodeRow::iso).findFirst(), place);
    }

    private Optional<Assembly.Source> find(Yaml.Text file) {
        try {
            return files.read(file.place().document(), file.text());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void report(Place place, String message) {
        findings.add(Finding.error("mapping.Form", place, message));
    }
}
