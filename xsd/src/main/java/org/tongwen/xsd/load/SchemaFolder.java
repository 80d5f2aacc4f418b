package org.tongwen.xsd.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** A user's own schema files: official ones, or the restricted schemas of a usage guideline. */
public final class SchemaFolder {

    private SchemaFolder() {}

    /**
     * Reads every {@code .xsd} file of a folder that defines a message. Each type is worked out at once, so that whatever is wrong with
     * a file is found here ({@code xsd.Schema}) and not at the first message. Two files for one message are an error
     * ({@code xsd.TwoDefinitions}): nobody could tell which of them counts.
     *
     * @throws UncheckedIOException when the folder cannot be listed
     */
    public static Checked<List<MessageDefinition>> load(Path folder) {
        Map<String, String> fileOf = new HashMap<>();
        List<MessageDefinition> definitions = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Path path : schemaFiles(folder)) {
            String name = String.valueOf(path.getFileName());
            Checked<MessageFile> file = MessageFile.read(folder, name);
            findings.addAll(file.findings());
            file.value().map(MessageFile::definition).ifPresent(definition -> {
                Optional<String> before = Optional.ofNullable(fileOf.putIfAbsent(definition.id(), name));
                before.ifPresentOrElse(
                        other -> findings.add(twice(definition, name, other)), () -> definitions.add(definition));
            });
        }
        return Checked.of(List.copyOf(definitions), findings);
    }

    /**
     * Reads one schema file with those that it includes, as {@link #load} does. Findings name files as the path given does. A file
     * that defines no message is an error too.
     */
    public static Checked<MessageDefinition> file(Path path) {
        return MessageFile.read(path).map(MessageFile::definition);
    }

    /**
     * Reads one schema file of an institution with those that it includes, wherever they are. Unlike a schema of the standard it may have
     * no target namespace; its definition is then named like its element.
     *
     * @param name the file's name, as {@code files} knows it
     * @param files opens it, and by their names beside it those that it includes
     */
    public static Checked<MessageDefinition> file(String name, SchemaSource files) {
        Checked<MessageFile> read = MessageFile.read(Library.ofAnyXml(files::open), name);
        return read.value().isEmpty() && read.findings().isEmpty()
                ? Checked.none(MessageFile.noMessage(name))
                : read.map(MessageFile::definition);
    }

    /** The {@code .xsd} files of a folder by name; files whose name starts with a dot are drafts and do not count. */
    static List<Path> schemaFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".xsd"))
                    .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be listed", e);
        }
    }

    private static Finding twice(MessageDefinition definition, String file, String other) {
        return Finding.error(
                        "xsd.TwoDefinitions",
                        new Place(file, 0, 0, ""),
                        "defines " + definition.id() + ", and so does " + other)
                .hint("Keep one of them in this folder; for another guideline use another folder.");
    }
}
