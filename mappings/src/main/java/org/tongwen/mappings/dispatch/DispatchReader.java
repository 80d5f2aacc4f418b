package org.tongwen.mappings.dispatch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongwen.mappings.dispatch.DispatchFile.Goal;
import org.tongwen.mappings.dispatch.DispatchFile.Line;
import org.tongwen.mappings.dispatch.DispatchFile.Refuse;
import org.tongwen.mappings.dispatch.DispatchFile.To;
import org.tongwen.mappings.read.MappingFile.Word;
import org.tongwen.rules.yaml.Yaml;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Nearest;
import org.tongwen.xsd.finding.Place;

/** Reads dispatch files and lists every mistake of form with its place. */
public final class DispatchReader {

    /** The key by which a dispatch file is known. */
    public static final String DISPATCH = "dispatch";

    private static final String TO_ISO = "to-iso";
    private static final String FROM_ISO = "from-iso";
    private static final List<String> HEAD = List.of(DISPATCH, "title", "source", "profile", TO_ISO, FROM_ISO, "note");

    private final List<Finding> findings = new ArrayList<>();

    private DispatchReader() {}

    /** Reads a dispatch file. */
    public static Checked<DispatchFile> read(Yaml whole) {
        DispatchReader reader = new DispatchReader();
        Optional<DispatchFile> file = reader.file(whole);
        return new Checked<>(file, reader.findings);
    }

    private Optional<DispatchFile> file(Yaml root) {
        if (!(root instanceof Yaml.Fields fields) || fields.entry(DISPATCH).isEmpty()) {
            report(root.place(), "a dispatch file begins with its name, such as dispatch: swift");
            return Optional.empty();
        }
        onlyKnown(fields, HEAD);
        List<Line> toIso = lines(fields, TO_ISO, "type");
        List<Line> fromIso = lines(fields, FROM_ISO, "iso");
        if (toIso.isEmpty() && fromIso.isEmpty()) {
            report(fields.place(), "a dispatch has lines under to-iso, from-iso, or both");
        }
        return text(fields, DISPATCH)
                .map(name -> new DispatchFile(
                        name,
                        fields.text("title").orElse(""),
                        source(fields),
                        text(fields, "profile"),
                        toIso,
                        fromIso,
                        fields.place()));
    }

    private void onlyKnown(Yaml.Fields fields, List<String> keys) {
        fields.entries().values().stream()
                .filter(entry -> !keys.contains(entry.key()))
                .forEach(entry -> findings.add(Finding.error(
                                "mapping.Form",
                                entry.keyPlace(),
                                "there is no key " + entry.key() + " here" + Nearest.hint(entry.key(), keys))
                        .hint("keys: " + String.join(", ", keys))));
    }

    private Map<String, Word> source(Yaml.Fields fields) {
        Map<String, Word> source = new LinkedHashMap<>();
        Optional<Yaml> value = fields.entry("source").map(Yaml.Entry::value);
        if (value.isPresent() && value.get() instanceof Yaml.Fields options) {
            options.entries().keySet().forEach(key -> text(options, key).ifPresent(word -> source.put(key, word)));
        } else {
            report(
                    value.map(Yaml::place).orElse(fields.place()),
                    "source must say the format, such as source: {format: mt}");
        }
        return source;
    }

    private List<Line> lines(Yaml.Fields fields, String direction, String kind) {
        Optional<Yaml> value = fields.entry(direction).map(Yaml.Entry::value);
        if (value.isPresent() && !(value.get() instanceof Yaml.Items)) {
            report(value.get().place(), direction + " is a list of lines, such as - {to: bank.transfer}");
        }
        return value.filter(Yaml.Items.class::isInstance).stream()
                .flatMap(items -> ((Yaml.Items) items).items().stream())
                .flatMap(item -> line(item, kind).stream())
                .toList();
    }

    private Optional<Line> line(Yaml item, String kind) {
        if (!(item instanceof Yaml.Fields fields)) {
            report(item.place(), "a line says what becomes of which documents, such as {to: bank.transfer}");
            return Optional.empty();
        }
        onlyKnown(fields, List.of(kind, "if", "to", "refuse", "note"));
        Optional<Goal> goal = goal(fields);
        return goal.map(known -> new Line(kinds(fields, kind), text(fields, "if"), known, fields.place()));
    }

    private Optional<Goal> goal(Yaml.Fields fields) {
        Optional<Word> to = text(fields, "to");
        Optional<Word> refuse = text(fields, "refuse");
        if (to.isPresent() == refuse.isPresent()) {
            report(fields.place(), "a line says to: and a mapping, or refuse: and the reason");
            return Optional.empty();
        }
        return to.<Goal>map(To::new).or(() -> refuse.map(Refuse::new));
    }

    /** One kind, or a list of them. */
    private List<Word> kinds(Yaml.Fields fields, String key) {
        Optional<Yaml> value = fields.entry(key).map(Yaml.Entry::value);
        if (value.isPresent() && value.get() instanceof Yaml.Items items) {
            return items.items().stream()
                    .flatMap(item -> word(item, key).stream())
                    .toList();
        }
        return value.flatMap(one -> word(one, key)).stream().toList();
    }

    private Optional<Word> text(Yaml.Fields fields, String key) {
        return fields.entry(key).flatMap(entry -> word(entry.value(), key));
    }

    /** The place of a text in quotes is that of its first character, so that a column in it can be told. */
    private Optional<Word> word(Yaml value, String key) {
        if (value instanceof Yaml.Text text) {
            Place place = text.place();
            Place first =
                    text.quoted() ? new Place(place.document(), place.line(), place.column() + 1, place.path()) : place;
            return Optional.of(new Word(text.text(), first));
        }
        report(value.place(), key + " must be text");
        return Optional.empty();
    }

    private void report(Place place, String message) {
        findings.add(Finding.error("mapping.Form", place, message));
    }
}
