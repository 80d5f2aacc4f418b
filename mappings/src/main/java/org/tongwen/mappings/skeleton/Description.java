package org.tongwen.mappings.skeleton;

import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongwen.mappings.format.Format;
import org.tongwen.mappings.format.Formats;
import org.tongwen.mappings.format.MappingFiles;
import org.tongwen.mappings.format.SourceFormat;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/**
 * A file that describes an institution's documents: a JSON Schema, or the layout of CSV.
 *
 * @param format the format that it is for, such as {@code json}
 * @param option the option of {@code source:} that names it
 * @param name its name
 * @param bytes its content
 */
public record Description(String format, String option, String name, byte[] bytes) {

    /**
     * A document to guess from.
     *
     * @param name its name, for findings
     * @param bytes its content
     */
    public record Document(String name, byte[] bytes) {

        /** What its first characters show. */
        Kind kind() {
            return Kind.of(bytes);
        }

        private Finding at(Finding finding) {
            return finding.at(finding.place().orIn(name));
        }
    }

    /** Kinds of documents that are told apart by their bytes. */
    enum Kind {
        JSON,
        MT,
        XML,
        CSV;

        static Kind of(byte[] document) {
            String text = start(document);
            if (text.matches("(?s)\\{[1-5]:.*")) {
                return MT;
            }
            if (text.startsWith("{") || text.startsWith("[")) {
                return JSON;
            }
            return text.startsWith("<") ? XML : CSV;
        }
    }

    /** The begin of a document without byte order mark and blanks. */
    private static String start(byte[] document) {
        String text = new String(document, 0, Math.min(document.length, 10_000), StandardCharsets.UTF_8);
        return text.replaceFirst("^\uFEFF", "").strip();
    }

    /**
     * Guesses the description of documents of one kind.
     *
     * @param base the begin of its file's name, such as {@code transfer}
     */
    public static Checked<Description> guess(List<Document> documents, String base) {
        List<Kind> kinds = documents.stream().map(Document::kind).distinct().toList();
        if (kinds.size() != 1) {
            return refused("the samples are of several kinds: " + kinds);
        }
        return switch (kinds.get(0)) {
            case JSON -> json(documents, base);
            case CSV -> csv(documents, base);
            case MT -> refused("SWIFT messages need no schema: source: {format: mt, type: \"103\"}");
            case XML -> refused("an XML Schema is not guessed; XML needs one beside the mapping");
        };
    }

    private static Checked<Description> json(List<Document> documents, String base) {
        return trees("json", Map.of(), Optional.empty(), documents)
                .map(trees -> new Description("json", "schema", base + ".schema.json", GuessedSchema.of(trees)));
    }

    private static Checked<Description> csv(List<Document> documents, String base) {
        Optional<GuessedLayout> layout = GuessedLayout.of(documents.get(0).bytes());
        if (layout.isEmpty()) {
            return refused("this is neither JSON nor a SWIFT message nor XML, nor CSV with names in its first row");
        }
        Description first = csv(layout.get(), Optional.empty(), base);
        return trees("csv", Map.of(first.option(), first.name()), Optional.of(first), documents)
                .map(trees -> csv(layout.get(), Optional.of(GuessedLayout.rows(trees)), base));
    }

    private static Description csv(GuessedLayout layout, Optional<Guess> rows, String base) {
        byte[] bytes = layout.yaml(rows).getBytes(StandardCharsets.UTF_8);
        return new Description("csv", "layout", base + ".layout.yaml", bytes);
    }

    private static Checked<List<Tree>> trees(
            String format, Map<String, String> options, Optional<Description> description, List<Document> documents) {
        List<Tree> trees = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Document document : documents) {
            Checked<Tree> tree = read(format, options, description, document.bytes());
            tree.findings().forEach(finding -> findings.add(document.at(finding)));
            tree.value().ifPresent(trees::add);
        }
        return Finding.anyError(findings) ? Checked.none(findings) : Checked.of(List.copyOf(trees), findings);
    }

    /** Reads a document in a format whose description is still in memory. */
    static Checked<Tree> read(
            String name, Map<String, String> options, Optional<Description> description, byte[] document) {
        Optional<Format> format = Formats.find(name);
        if (format.isEmpty()) {
            return refused("there is no format " + name + " here, only " + String.join(", ", Formats.names()));
        }
        MappingFiles files = wanted -> description
                .filter(file -> file.name().equals(wanted))
                .orElseThrow(() -> new NoSuchFileException(wanted))
                .bytes();
        Checked<SourceFormat> open = format.get().open(options, files);
        return open.ok() ? open.value().orElseThrow().read(document) : Checked.none(open.findings());
    }

    static <T> Checked<T> refused(String message) {
        return Checked.none(Finding.error("sample.Format", Place.NOWHERE, message));
    }
}
