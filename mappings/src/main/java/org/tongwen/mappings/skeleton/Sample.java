package org.tongwen.mappings.skeleton;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Checked;

/**
 * A document of an institution, and what its bytes show of its format.
 *
 * @param format the format's name, such as {@code json}
 * @param extension of its file
 * @param options what {@code source:} needs beside the format
 * @param description the schema or layout file that one of the options names; empty when the format needs none
 * @param tree the document
 */
public record Sample(
        String format, String extension, Map<String, String> options, Optional<Description> description, Tree tree) {

    private static final Pattern ISO = Pattern.compile("urn:iso:std:iso:20022:tech:xsd:([a-z]{4}(?:\\.\\d{2,3}){3})");
    private static final Pattern MT = Pattern.compile("\\{2:[IO](\\d{3})");

    /** Copies the options. */
    public Sample {
        options = Map.copyOf(options);
    }

    /**
     * Recognises a document by its bytes: JSON, SWIFT MT, a message of the standard, or CSV with names in its first row.
     *
     * @param base the begin of the names of files, such as {@code transfer}
     */
    public static Checked<Sample> of(byte[] document, String base) {
        return switch (Description.Kind.of(document)) {
            case JSON -> described(document, "json", base);
            case CSV -> described(document, "csv", base);
            case MT -> mt(document);
            case XML -> xml(document);
        };
    }

    /**
     * Reads a document by a description that exists: a JSON Schema, an XML Schema, the layout of CSV.
     *
     * @param name the description's file name
     */
    public static Checked<Sample> of(byte[] document, String name, byte[] description) {
        return switch (Description.Kind.of(document)) {
            case JSON -> described(document, "json", new Description("json", "schema", name, description));
            case XML -> described(document, "xml", new Description("xml", "schema", name, description));
            case CSV -> described(document, "csv", new Description("csv", "layout", name, description));
            case MT -> Description.refused("SWIFT messages need no schema");
        };
    }

    private static Checked<Sample> described(byte[] document, String extension, Description description) {
        Map<String, String> options = Map.of(description.option(), description.name());
        return read(description.format(), extension, options, Optional.of(description), document);
    }

    private static Checked<Sample> described(byte[] document, String extension, String base) {
        Checked<Description> guess = Description.guess(List.of(new Description.Document("", document)), base);
        if (!guess.ok()) {
            return Checked.none(guess.findings());
        }
        return described(document, extension, guess.value().orElseThrow());
    }

    private static Checked<Sample> mt(byte[] document) {
        Matcher type = MT.matcher(new String(document, StandardCharsets.UTF_8));
        return type.find()
                ? read("mt", "txt", Map.of("type", type.group(1)), Optional.empty(), document)
                : Description.refused("the SWIFT message does not say its type; block 2 should begin like {2:I103");
    }

    /** The message of the standard that stands behind its header. */
    private static Checked<Sample> xml(byte[] document) {
        Matcher message = ISO.matcher(new String(document, StandardCharsets.UTF_8));
        String id = "";
        while (message.find()) {
            id = id.isEmpty() || id.startsWith("head.") ? message.group(1) : id;
        }
        return id.isEmpty()
                ? Description.refused(
                        "XML of an institution's own needs an XML Schema, which is not guessed; give it with --schema")
                : read("iso", "xml", Map.of("message", id), Optional.empty(), document);
    }

    private static Checked<Sample> read(
            String format,
            String extension,
            Map<String, String> options,
            Optional<Description> description,
            byte[] document) {
        return Description.read(format, options, description, document)
                .map(tree -> new Sample(format, extension, options, description, tree));
    }
}
