package org.tongwen.mappings.format.fixed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongwen.mappings.format.layout.Section;
import org.tongwen.mappings.format.layout.TextCharset;

/** Understands the layout file of a document of records. */
final class FixedLayoutReader {

    static final int LONGEST_RECORD = 1_000_000;
    private static final String NAME = "[^.\\[\\]{}\\s/?]+";

    private final Section file;
    private final TextCharset charset;
    private final Optional<Integer> length;
    private boolean hasPacked;

    private FixedLayoutReader(Section file) {
        this.file = file;
        this.charset = charset(file);
        this.length = file.number("length", 1, LONGEST_RECORD);
    }

    static FixedLayout read(Section file) {
        return new FixedLayoutReader(file).layout();
    }

    private static TextCharset charset(Section file) {
        TextCharset named = TextCharset.of(file);
        boolean counts = named.encode(" ").filter(blank -> blank.length == 1).isPresent();
        if (!counts) {
            file.report("layout.Value", file.place("charset"), "a blank is not one byte in " + named.name());
        }
        return counts ? named : TextCharset.UTF_8;
    }

    private FixedLayout layout() {
        String lineEnd = file.oneOf("lines", Map.of("lf", "\n", "crlf", "\r\n", "none", ""), "\n");
        boolean trimmed = file.flag("trimmed", false);
        List<FixedRecord> records = records(file, new HashSet<>());
        if (records.isEmpty()) {
            file.report("layout.MissingKey", file.place("records"), "a layout needs records");
        }
        boolean counted = lineEnd.isEmpty() || hasPacked;
        if (counted && length.isEmpty()) {
            String why =
                    lineEnd.isEmpty() ? "without line ends" : "with packed numbers, which may look like line ends,";
            file.report("layout.MissingKey", file.place(), "documents " + why + " need the length of a record");
        }
        if (counted && trimmed) {
            file.report(
                    "layout.Value",
                    file.place("trimmed"),
                    "records that are told apart by their length are never short");
        }
        FixedLayout layout = new FixedLayout(charset, lineEnd, counted, trimmed, records);
        ambiguous(layout.all().toList());
        return layout;
    }

    /** A kind that may repeat or be missing must be told from all that follow it. */
    private void ambiguous(List<FixedRecord> all) {
        for (int i = 0; i < all.size(); i++) {
            FixedRecord one = all.get(i);
            for (FixedRecord other : all.subList(i + 1, all.size())) {
                if ((one.repeats() || !one.required()) && !one.differsFrom(other)) {
                    file.report(
                            "layout.Ambiguous",
                            file.place("records"),
                            "records " + one.name() + " and " + other.name()
                                    + " cannot be told apart: give each a field with its own value at the same bytes");
                }
            }
        }
    }

    private List<FixedRecord> records(Section around, Set<String> names) {
        List<FixedRecord> records = new ArrayList<>();
        for (Section section : around.sections("records")) {
            FixedRecord record = record(section);
            unique(section, record.name(), names);
            records.add(record);
        }
        return records;
    }

    private FixedRecord record(Section section) {
        String name = name(section);
        boolean repeats = section.flag("repeats", false);
        boolean required = section.flag("required", !repeats);
        Optional<Integer> own = section.number("length", 1, LONGEST_RECORD);
        if (own.isPresent() && length.isPresent()) {
            section.report(
                    "layout.Value", section.place("length"), "all records have the length that the layout says above");
        }
        Set<String> names = new HashSet<>();
        List<FixedField> fields = fields(section, names, length.or(() -> own));
        List<FixedRecord> records = records(section, names);
        section.end();
        int end = fields.isEmpty() ? 1 : fields.get(fields.size() - 1).end();
        return FixedRecord.of(name, repeats, required, end, fields, records);
    }

    private List<FixedField> fields(Section record, Set<String> names, Optional<Integer> recordLength) {
        List<FixedField> fields = new ArrayList<>();
        int end = 0;
        for (Section section : record.sections("fields")) {
            FixedField field = field(section, end);
            if (!field.name().isEmpty()) {
                unique(section, field.name(), names);
            }
            if (field.from() < end) {
                section.report("layout.Overlap", section.place(), "the field begins before the one above it ends");
            }
            if (recordLength.filter(most -> field.end() > most).isPresent()) {
                section.report(
                        "layout.Overlap",
                        section.place(),
                        "the field ends in byte " + field.end() + ", behind the record's " + recordLength.get());
            }
            gap(end, field.from()).ifPresent(fields::add);
            fields.add(field);
            end = Math.max(end, field.end());
        }
        if (fields.isEmpty()) {
            record.report("layout.MissingKey", record.place(), "a record needs fields");
        }
        gap(end, recordLength.orElse(end)).ifPresent(fields::add);
        return fields;
    }

    private Optional<FixedField> gap(int from, int to) {
        return from < to ? Optional.of(filler(from, to - from)) : Optional.empty();
    }

    private FixedField filler(int from, int fillerLength) {
        TextCoding blank = new TextCoding(new Padding(charset, ' ', false));
        return new FixedField("", from, fillerLength, blank, Optional.empty(), false, List.of());
    }

    private FixedField field(Section section, int end) {
        int from = section.number("start", 1, LONGEST_RECORD).orElse(end + 1) - 1;
        Optional<Integer> said = section.number("length", 1, LONGEST_RECORD);
        if (said.isEmpty() && !section.has("length")) {
            section.report("layout.MissingKey", section.place(), "a field needs its length in bytes");
        }
        int bytes = said.orElse(1);
        String type = section.oneOf(
                "type",
                Map.of(
                        "text",
                        "text",
                        "number",
                        "number",
                        "packed",
                        "packed",
                        "overpunch",
                        "overpunch",
                        "filler",
                        "filler"),
                "text");
        FieldCoding coding = new CodingReader(section, charset).coding(type, bytes);
        hasPacked |= coding instanceof PackedCoding;
        Optional<FixedField.Constant> constant =
                section.text("value").flatMap(value -> constant(section, coding, value, bytes));
        boolean nameless = type.equals("filler") || section.has("value");
        String name = nameless && !section.has("name") ? "" : name(section);
        boolean required = section.flag("required", false) || coding instanceof PackedCoding;
        List<String> values = section.texts("values");
        section.end();
        boolean empty = type.equals("filler") || constant.isPresent();
        return new FixedField(empty ? "" : name, from, bytes, coding, constant, required && !empty, values);
    }

    private static Optional<FixedField.Constant> constant(
            Section section, FieldCoding coding, String value, int length) {
        var bytes = coding.write(value, length);
        bytes.findings()
                .forEach(finding ->
                        section.report("layout.Value", section.place("value"), "the value " + finding.message()));
        return bytes.value().map(FixedField.Constant::new);
    }

    private static String name(Section section) {
        String name = section.required("name");
        if (!name.isEmpty() && !name.matches(NAME)) {
            section.report(
                    "layout.Value",
                    section.place("name"),
                    "paths cannot hold this name: no blanks, dots, slashes, brackets");
        }
        return name;
    }

    private static void unique(Section section, String name, Set<String> names) {
        if (!names.add(name)) {
            section.report("layout.Twice", section.place(), "another field or record here is named " + name);
        }
    }
}
