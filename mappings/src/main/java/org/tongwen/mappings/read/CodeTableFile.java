package org.tongwen.mappings.read;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.tongwen.mappings.read.MappingFile.CodeRow;
import org.tongwen.mappings.read.MappingFile.Way;
import org.tongwen.mappings.read.MappingFile.Word;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.FindingLimit;
import org.tongwen.xsd.finding.Place;

/** Reads a code table in CSV (RFC 4180, UTF-8): the header {@code source,iso,direction} or {@code source,iso}, then a row a code. */
final class CodeTableFile {

    private static final int MAX_BYTES = 5_000_000;
    private static final int MAX_FINDINGS = 100;

    private static final Map<String, Way> WAYS = Map.of("", Way.BOTH, "to-iso", Way.TO_ISO, "from-iso", Way.FROM_ISO);

    private static final List<String> HEADER = List.of("source", "iso", "direction");

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    private final String document;
    private final String text;
    private final List<Finding> findings = new FindingLimit(MAX_FINDINGS);
    private final List<CodeRow> rows = new ArrayList<>();

    private CodeTableFile(String document, String text) {
        this.document = document;
        this.text = text;
    }

    static Checked<List<CodeRow>> read(String document, byte[] bytes) {
        Place nowhere = new Place(document, 0, 0, "");
        if (bytes.length > MAX_BYTES) {
            return Checked.none(
                    Finding.error("mapping.Form", nowhere, "the code table is larger than " + MAX_BYTES + " bytes"));
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            CodeTableFile file = new CodeTableFile(document, text.startsWith("\uFEFF") ? text.substring(1) : text);
            file.read();
            return new Checked<>(Optional.of(file.rows), file.findings);
        } catch (CharacterCodingException e) {
            return Checked.none(Finding.error("mapping.Form", nowhere, "the code table is not written in UTF-8"));
        }
    }

    private void read() {
        try (CSVParser parser = CSVParser.builder()
                .setReader(new StringReader(text))
                .setFormat(FORMAT)
                .get()) {
            long line = 1;
            Iterator<CSVRecord> records = parser.iterator();
            while (records.hasNext()) {
                CSVRecord entry = records.next();
                record(entry, (int) Math.max(line, parser.getCurrentLineNumber()));
                line = parser.getCurrentLineNumber() + 1;
            }
            if (line == 1) {
                report(1, 1, "the code table is empty; it begins with source,iso,direction");
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            report(1, 1, "the code table is not CSV: " + reason(e));
        }
    }

    private static String reason(Exception e) {
        Throwable cause = e instanceof UncheckedIOException && e.getCause() instanceof CSVException ? e.getCause() : e;
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    private void record(CSVRecord entry, int line) {
        if (entry.getRecordNumber() == 1) {
            header(entry);
            return;
        }
        int columns = entry.size();
        if (columns < 2
                || columns > HEADER.size()
                || entry.get(0).isEmpty()
                || entry.get(1).isEmpty()) {
            report(line, 1, "a row has the institution's code, the ISO code and, if it is one-way, the direction");
            return;
        }
        String direction = columns > 2 ? entry.get(2).strip() : "";
        Way way = WAYS.get(direction);
        if (way == null) {
            report(line, column(entry, 2), "a direction is empty, to-iso or from-iso");
            return;
        }
        rows.add(new CodeRow(word(entry, 0, line), word(entry, 1, line), way));
    }

    private void header(CSVRecord entry) {
        List<String> names = entry.stream().map(String::strip).toList();
        if (names.size() < 2 || !names.equals(HEADER.subList(0, Math.min(names.size(), HEADER.size())))) {
            report(1, 1, "the first line must be source,iso,direction");
        }
    }

    private Word word(CSVRecord entry, int index, int line) {
        return new Word(entry.get(index), place(line, column(entry, index)));
    }

    /** Where a value begins in its line, from 1; a quotation mark in front belongs to it. */
    private int column(CSVRecord entry, int index) {
        int start = (int) entry.getCharacterPosition();
        int at = start;
        boolean quoted = false;
        for (int found = 0; found < index && at < text.length(); at++) {
            char sign = text.charAt(at);
            quoted ^= sign == '"';
            found += sign == ',' && !quoted ? 1 : 0;
        }
        return at - start + 1;
    }

    private void report(int line, int column, String message) {
        findings.add(Finding.error("mapping.Form", place(line, column), message));
    }

    private Place place(int line, int column) {
        return new Place(document, line, column, "");
    }
}
