package org.tongwen.mappings.read;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongwen.rules.yaml.Yaml;
import org.tongwen.rules.yaml.YamlReader;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/**
 * Puts a mapping file together: the file that it {@code extends} and the parts that it uses. What stands in the file itself wins;
 * {@code Element: ~} takes away what the base has. Every piece keeps its place in the file that it came from.
 */
public final class Assembly {

    private static final int MAX_FILES = 100;
    private static final String EXTENDS = "extends";
    private static final String USE = "use";

    /** A name whose folder is the one that mappings stand in. */
    private static final String TOP = "top";

    /** The files below the folder that mappings stand in. */
    public interface Files {

        /**
         * Reads a file.
         *
         * @param beside a file below the folder, whose own folder a relative name starts from
         * @param name the file's name as {@code beside} says it
         * @return the file's name below the folder and its content; empty when there is none, or when it lies outside the folder
         * @throws IOException when it is there and cannot be read
         */
        Optional<Source> read(String beside, String name) throws IOException;
    }

    /**
     * A file.
     *
     * @param name its path below the folder that mappings stand in
     * @param bytes its content
     */
    public record Source(String name, byte[] bytes) {}

    private final Files files;
    private final List<Finding> findings = new ArrayList<>();
    private final Deque<String> open = new ArrayDeque<>();
    private int read;

    private Assembly(Files files) {
        this.files = files;
    }

    /** Reads a mapping file with all that it refers to. */
    public static Checked<Yaml> read(Source file, Files files) {
        Assembly assembly = new Assembly(files);
        Optional<Yaml> whole = assembly.file(file);
        return new Checked<>(whole, assembly.findings);
    }

    private Optional<Yaml> file(Source file) {
        open.push(file.name());
        Checked<Yaml> parsed = YamlReader.read(file.name(), file.bytes());
        findings.addAll(parsed.findings());
        Optional<Yaml> whole = parsed.value().map(this::parts).map(this::onBase);
        open.pop();
        return whole;
    }

    /** The file on top of the one that it extends. */
    private Yaml onBase(Yaml file) {
        if (!(file instanceof Yaml.Fields fields) || fields.entry(EXTENDS).isEmpty()) {
            return file;
        }
        Yaml.Entry base = fields.entries().get(EXTENDS);
        return base == null
                ? file
                : refer(base.value(), EXTENDS)
                        .map(below -> merge(below, without(fields, EXTENDS)))
                        .orElse(file);
    }

    /** All parts put in place of {@code use}. */
    private Yaml parts(Yaml yaml) {
        if (yaml instanceof Yaml.Items items) {
            return new Yaml.Items(items.items().stream().map(this::parts).toList(), items.place());
        }
        if (!(yaml instanceof Yaml.Fields fields)) {
            return yaml;
        }
        Map<String, Yaml.Entry> entries = new LinkedHashMap<>();
        fields.entries()
                .forEach((key, entry) -> entries.put(key, new Yaml.Entry(key, entry.keyPlace(), parts(entry.value()))));
        Yaml.Fields own = new Yaml.Fields(entries, fields.place());
        Yaml.Entry part = entries.get(USE);
        return part == null
                ? own
                : refer(part.value(), USE)
                        .map(used -> merge(used, without(own, USE)))
                        .orElseGet(() -> without(own, USE));
    }

    private static Yaml.Fields without(Yaml.Fields fields, String key) {
        Map<String, Yaml.Entry> rest = new LinkedHashMap<>(fields.entries());
        rest.remove(key);
        return new Yaml.Fields(rest, fields.place());
    }

    private Optional<Yaml> refer(Yaml name, String word) {
        if (!(name instanceof Yaml.Text text)) {
            return refuse(name.place(), "mapping.Form", word + " names one file");
        }
        if (++read > MAX_FILES) {
            return refuse(
                    name.place(),
                    "mapping.TooManyFiles",
                    "the mapping is put together from more than " + MAX_FILES + " files");
        }
        try {
            Optional<Source> found = find(text);
            if (found.isEmpty()) {
                return refuse(
                        text.place(),
                        "mapping.UnknownFile",
                        "there is no file " + text.text() + ", which " + word + " names");
            }
            if (open.contains(found.get().name())) {
                return refuse(
                        text.place(),
                        "mapping.Circular",
                        text.text() + " leads back to itself: "
                                + way(found.get().name()));
            }
            return file(found.get());
        } catch (IOException e) {
            return refuse(text.place(), "mapping.Unreadable", "the file " + text.text() + " cannot be read");
        }
    }

    /** The files from the mapping to the one that is named again. */
    private String way(String again) {
        List<String> way = new ArrayList<>(open);
        Collections.reverse(way);
        way.add(again);
        return String.join(", ", way);
    }

    /** A name with or without {@code .yaml}, beside the file that says it or in the folder that mappings stand in. */
    private Optional<Source> find(Yaml.Text name) throws IOException {
        String file = name.text().endsWith(".yaml") ? name.text() : name.text() + ".yaml";
        Optional<Source> found = files.read(name.place().document(), file);
        return found.isPresent() ? found : files.read(TOP, file);
    }

    private Optional<Yaml> refuse(Place place, String id, String message) {
        findings.add(Finding.error(id, place, message));
        return Optional.empty();
    }

    /** Two pieces as one: maps key by key, everything else as the upper one says. */
    private static Yaml merge(Yaml below, Yaml above) {
        if (!(below instanceof Yaml.Fields base) || !(above instanceof Yaml.Fields own)) {
            return above;
        }
        Map<String, Yaml.Entry> entries = new LinkedHashMap<>(base.entries());
        own.entries().forEach((key, entry) -> {
            if (isNothing(entry.value())) {
                entries.remove(key);
            } else {
                Yaml.Entry before = entries.get(key);
                entries.put(
                        key,
                        before == null
                                ? entry
                                : new Yaml.Entry(key, entry.keyPlace(), merge(before.value(), entry.value())));
            }
        });
        return new Yaml.Fields(entries, own.place());
    }

    private static boolean isNothing(Yaml value) {
        return value instanceof Yaml.Text text && !text.quoted() && text.text().equals("~");
    }
}
