package org.tongwen.xsd.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.export.SchemaText;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/**
 * A schema file that is about to be added to a folder of definitions. It is checked completely, and nothing is written yet.
 *
 * @param source the file
 * @param definition the message that it defines
 * @param types how many types it uses
 * @param target where it is to stand, named after the message
 * @param content what is to be written: the file itself, or one schema made of it and all that it includes
 * @param composed whether the content is such a schema
 * @param replaced files of the folder whose place it takes, because they define the same message or have the name
 */
public record SchemaImport(
        Path source,
        MessageDefinition definition,
        int types,
        Path target,
        byte[] content,
        boolean composed,
        List<Path> replaced) {

    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    /** Copies the list. */
    public SchemaImport {
        replaced = List.copyOf(replaced);
    }

    /**
     * Checks files that are to be added to a folder, which need not exist yet. All findings of all files are listed.
     *
     * @throws java.io.UncheckedIOException when the folder cannot be listed
     */
    public static Checked<List<SchemaImport>> check(List<Path> files, Path folder) {
        Map<Path, String> present = present(folder);
        Map<String, Path> sources = new HashMap<>();
        List<SchemaImport> imports = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Path source : files) {
            Checked<MessageFile> read = MessageFile.read(source);
            findings.addAll(read.findings());
            read.value().ifPresent(file -> {
                String id = file.definition().id();
                Optional<Path> other = Optional.ofNullable(sources.putIfAbsent(id, source));
                Optional<Finding> wrong = other.map(first -> error(source, "defines " + id + ", and so does " + first))
                        .or(() -> unnamed(source, file.definition()));
                wrong.ifPresentOrElse(findings::add, () -> add(source, file, folder, present, imports, findings));
            });
        }
        return Checked.of(List.copyOf(imports), findings);
    }

    private static void add(
            Path source,
            MessageFile file,
            Path folder,
            Map<Path, String> present,
            List<SchemaImport> imports,
            List<Finding> findings) {
        MessageDefinition definition = file.definition();
        Path target = folder.resolve(definition.id() + ".xsd");
        List<Path> replaced = present.entrySet().stream()
                .filter(each -> each.getKey().equals(target) || each.getValue().equals(definition.id()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        try {
            byte[] content = file.includes()
                    ? SchemaText.of(definition).getBytes(StandardCharsets.UTF_8)
                    : Files.readAllBytes(source);
            imports.add(new SchemaImport(source, definition, file.types(), target, content, file.includes(), replaced));
        } catch (IOException e) {
            findings.add(error(source, "the file cannot be read: " + e.getMessage()));
        }
    }

    /** The schema files of the folder, each with the message that it defines, or nothing. */
    private static Map<Path, String> present(Path folder) {
        Map<Path, String> present = new HashMap<>();
        if (Files.isDirectory(folder)) {
            for (Path file : SchemaFolder.schemaFiles(folder)) {
                String message = MessageFile.read(folder, String.valueOf(file.getFileName()))
                        .value()
                        .map(read -> read.definition().id())
                        .orElse("");
                present.put(file, message);
            }
        }
        return present;
    }

    private static Optional<Finding> unnamed(Path source, MessageDefinition definition) {
        return FILE_NAME.matcher(definition.id()).matches()
                ? Optional.empty()
                : Optional.of(error(
                        source,
                        "the namespace " + definition.namespace()
                                + " does not end in a message identifier such as pacs.008.001.08"));
    }

    private static Finding error(Path file, String message) {
        return Finding.error("xsd.Import", new Place(file.toString(), 0, 0, ""), message);
    }
}
