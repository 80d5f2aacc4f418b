package org.tongwen.mappings.line;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongwen.mappings.AuthoredMapping;
import org.tongwen.mappings.plan.SourcePath;
import org.tongwen.rules.yaml.Yaml;
import org.tongwen.rules.yaml.YamlWriter;

/** Finds the lines of a mapping. */
public final class MappingLines {

    private final List<Line> lines = new ArrayList<>();

    private MappingLines() {}

    /** Where the walk stands. */
    private record At(String isoPath, String base, List<String> conditions, String note) {

        At into(String element) {
            return new At(isoPath + "/" + element, base, conditions, note);
        }

        At from(String path) {
            String absolute =
                    SourcePath.parse(path).map(known -> known.absolute(base)).orElse(path);
            return new At(isoPath, absolute, conditions, note);
        }

        At when(String condition) {
            return new At(
                    isoPath,
                    base,
                    Stream.concat(conditions.stream(), Stream.of(condition)).toList(),
                    note);
        }

        At noted(Optional<String> text) {
            return new At(isoPath, base, conditions, text.orElse(note));
        }

        Line line(Line.Kind kind, String text, org.tongwen.xsd.finding.Place place) {
            return new Line(kind, isoPath, text, base, conditions, note, place);
        }
    }

    /**
     * The mapping's file as its author wrote it.
     *
     * @throws UncheckedIOException when the file cannot be read any more
     */
    public static byte[] text(AuthoredMapping mapping) {
        try {
            return Files.readAllBytes(mapping.file());
        } catch (IOException e) {
            throw new UncheckedIOException(mapping.file() + " cannot be read", e);
        }
    }

    /** The lines of a mapping, in the order of the file. */
    public static List<Line> of(AuthoredMapping mapping) {
        return of(mapping.whole());
    }

    /** The lines of a mapping's tree, in the order of the file. */
    public static List<Line> of(Yaml tree) {
        MappingLines found = new MappingLines();
        if (tree instanceof Yaml.Fields head) {
            head.entries().values().stream()
                    .filter(entry -> isElement(entry.key()))
                    .forEach(entry -> found.root(entry));
        }
        return List.copyOf(found.lines);
    }

    /** Names of the standard begin with a capital, words of the language never do. */
    public static boolean isElement(String key) {
        return !key.isEmpty() && Character.isUpperCase(key.charAt(0));
    }

    private void root(Yaml.Entry entry) {
        At at = new At(entry.key().equals("AppHdr") ? "" : "Document", "", List.of(), "");
        element(entry, at);
    }

    private void element(Yaml.Entry entry, At parent) {
        At at = parent.isoPath().isEmpty() ? new At(entry.key(), "", List.of(), "") : parent.into(entry.key());
        if (!(entry.value() instanceof Yaml.Text)) {
            lines.add(at.line(Line.Kind.GROUP, entry.key(), entry.keyPlace()));
        }
        content(entry.value(), at);
    }

    private void content(Yaml value, At at) {
        if (value instanceof Yaml.Text leaf) {
            lines.add(at.line(Line.Kind.LEAF, leaf.text(), leaf.place()));
        } else if (value instanceof Yaml.Items items) {
            items.items().forEach(item -> content(item, at));
        } else {
            group((Yaml.Fields) value, at.noted(((Yaml.Fields) value).text("note")));
        }
    }

    private void group(Yaml.Fields group, At outer) {
        At at = outer;
        Optional<Yaml.Entry> each = group.entry("each");
        if (each.isPresent()) {
            add(Line.Kind.EACH, each.get(), at);
            at = at.from(text(each.get().value()));
        }
        Optional<Yaml.Entry> object = group.entry("at");
        if (object.isPresent()) {
            at = at.from(text(object.get().value()));
        }
        for (Yaml.Entry entry : group.entries().values()) {
            if (isElement(entry.key())) {
                element(entry, at);
            } else if (entry.key().equals("cases") && entry.value() instanceof Yaml.Fields cases) {
                cases(cases.entries(), group.text("choose").orElse(""), at);
            } else if (entry.key().equals("choose")) {
                add(Line.Kind.CHOICE, entry, at);
            } else if (!List.of("each", "at", "note", "if-source").contains(entry.key())) {
                String text = entry.key() + ": " + text(entry.value());
                lines.add(at.line(Line.Kind.WORD, text, entry.value().place()));
            }
        }
    }

    private void add(Line.Kind kind, Yaml.Entry entry, At at) {
        lines.add(at.line(kind, text(entry.value()), entry.value().place()));
    }

    private void cases(Map<String, Yaml.Entry> cases, String by, At at) {
        String what = by.strip().startsWith("=") ? by.strip() : at.from(by).base();
        cases.forEach((name, entry) -> content(entry.value(), at.when(condition(entry.value(), what + " → " + name))));
    }

    /** The condition of a case that has one of its own towards ISO. */
    private static String condition(Yaml content, String named) {
        return content instanceof Yaml.Fields fields
                ? fields.text("if-source").map(text -> "if " + text).orElse(named)
                : named;
    }

    private static String text(Yaml value) {
        return value instanceof Yaml.Text leaf
                ? leaf.text()
                : YamlWriter.write(value).strip();
    }
}
