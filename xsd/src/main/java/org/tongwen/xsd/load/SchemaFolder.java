package org.tongwen.xsd.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
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
import org.tongwen.xsd.finding.Place;

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
            } catch (StackOverflowError e) {
                Place place = new Place(file.getFileName().toString(), 0, 0, "");
                findings.add(Finding.error("xsd.Schema", place, "the types refer to each other too deeply"));
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
        Library library = new Library(location -> open(folder, location));
        List<MessageDefinition> definitions = new ArrayList<>();
        Set<String> roots = library.roots(name);
        if (roots.size() > 1) {
            String several = "the file has more than one global element: " + String.join(", ", roots);
            throw new SchemaException(new Place(name, 0, 0, ""), several);
        }
        for (String root : roots) {
            MessageDefinition definition = library.message(name, root);
            resolve(definition.root(), new HashSet<>());
            definitions.add(definition);
        }
        return definitions;
    }

    private static InputStream open(Path folder, String location) throws IOException {
        try {
            return Files.newInputStream(folder.resolve(location));
        } catch (InvalidPathException e) {
            throw new IOException("'" + location + "' is no file name", e);
        }
    }

    private static void resolve(ElementDeclaration element, Set<Type> seen) {
        if (element.type() instanceof ComplexType type && seen.add(type)) {
            type.elements().forEach(child -> resolve(child, seen));
        }
    }
}
