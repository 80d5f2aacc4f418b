package org.tongwen.xsd.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.definition.Type;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;

/** A user's own schema files: official ones, or the restricted schemas of a usage guideline. */
public final class SchemaFolder {

    private SchemaFolder() {}

    /**
     * Reads every {@code .xsd} file of a folder that defines a message. Each type is worked out at once, so that whatever is wrong with
     * a file is found here ({@code xsd.Schema}) and not at the first message.
     *
     * @throws UncheckedIOException when the folder cannot be listed
     */
    public static Checked<List<MessageDefinition>> load(Path folder) {
        List<MessageDefinition> definitions = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Path file : schemaFiles(folder)) {
            try {
                definitions.addAll(messages(folder, file.getFileName().toString()));
            } catch (SchemaException e) {
                findings.add(Finding.error("xsd.Schema", e.place(), String.valueOf(e.getMessage())));
            }
        }
        return Checked.of(List.copyOf(definitions), findings);
    }

    private static List<Path> schemaFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".xsd"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be listed", e);
        }
    }

    private static List<MessageDefinition> messages(Path folder, String name) {
        Library library = new Library(location -> Files.newInputStream(folder.resolve(location)));
        List<MessageDefinition> definitions = new ArrayList<>();
        for (String root : library.roots(name)) {
            MessageDefinition definition = library.message(name, root);
            resolve(definition.root(), new HashSet<>());
            definitions.add(definition);
        }
        return definitions;
    }

    private static void resolve(ElementDeclaration element, Set<Type> seen) {
        if (element.type() instanceof ComplexType type && seen.add(type)) {
            type.elements().forEach(child -> resolve(child, seen));
        }
    }
}
