package org.tongwen.xsd.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.definition.Type;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/**
 * A schema file that defines a message, with all types worked out.
 *
 * @param definition the message
 * @param includes whether the file needs others
 * @param types how many types it uses
 */
record MessageFile(MessageDefinition definition, boolean includes, int types) {

    /** Reads a file; one that defines no message has no value, and no finding on that account. */
    static Checked<MessageFile> read(Path folder, String name) {
        return read(new Library(location -> open(folder, location)), name);
    }

    /** Reads a file of a library. */
    static Checked<MessageFile> read(Library library, String name) {
        Set<Finding> findings = new LinkedHashSet<>();
        Optional<MessageFile> file = Optional.empty();
        try {
            file = message(library, name).map(found -> found.resolved(name, findings));
        } catch (SchemaException e) {
            findings.add(finding(e));
        } catch (StackOverflowError e) {
            findings.add(
                    Finding.error("xsd.Schema", new Place(name, 0, 0, ""), "the types refer to each other too deeply"));
        }
        return findings.isEmpty()
                ? new Checked<>(file, List.of())
                : Checked.none(findings.stream().sorted().toList());
    }

    /** Reads the file at a path; findings name files as the path does, and one that defines no message is an error. */
    static Checked<MessageFile> read(Path path) {
        Path folder = Optional.ofNullable(path.getParent()).orElse(Path.of(""));
        Checked<MessageFile> read = read(folder, String.valueOf(path.getFileName()));
        if (read.value().isEmpty() && read.findings().isEmpty()) {
            return Checked.none(noMessage(path.toString()));
        }
        List<Finding> findings = read.findings().stream()
                .map(finding -> finding.at(
                        finding.place().in(named(folder, finding.place().document()))))
                .toList();
        return new Checked<>(read.value(), findings);
    }

    static Finding noMessage(String name) {
        String none = "the file defines no message: it has no global element";
        return Finding.error("xsd.Schema", new Place(name, 0, 0, ""), none);
    }

    private static Optional<MessageFile> message(Library library, String name) {
        Set<String> roots = library.roots(name);
        if (roots.size() > 1) {
            String several = "the file has more than one global element: " + String.join(", ", roots);
            throw new SchemaException(new Place(name, 0, 0, ""), several);
        }
        return roots.stream()
                .findFirst()
                .map(root -> new MessageFile(library.message(name, root), library.includes(name), 0));
    }

    private MessageFile resolved(String name, Set<Finding> findings) {
        Set<Type> types = new HashSet<>();
        resolve(definition.root(), types, findings);
        for (Type type : types) {
            ambiguity(type)
                    .ifPresent(wrong -> findings.add(Finding.error("xsd.Schema", new Place(name, 0, 0, ""), wrong)));
        }
        return new MessageFile(definition, includes, types.size());
    }

    /** Works out every type and goes on after one that is wrong. */
    private static void resolve(ElementDeclaration element, Set<Type> types, Set<Finding> findings) {
        try {
            if (types.add(element.type()) && element.type() instanceof ComplexType type) {
                type.value().ifPresent(types::add);
                type.attributes().forEach(attribute -> types.add(attribute.type()));
                type.elements().forEach(child -> resolve(child, types, findings));
            }
        } catch (SchemaException e) {
            findings.add(finding(e));
        }
    }

    private static Optional<String> ambiguity(Type type) {
        return type instanceof ComplexType complex && complex.value().isEmpty()
                ? complex.model()
                        .ambiguity()
                        .map(element -> "in the type " + type.name() + " an element " + element
                                + " could be taken in two ways, which XML Schema forbids")
                : Optional.empty();
    }

    private static Finding finding(SchemaException e) {
        return Finding.error("xsd.Schema", e.place(), String.valueOf(e.getMessage()));
    }

    private static InputStream open(Path folder, String location) throws IOException {
        try {
            return Files.newInputStream(folder.resolve(location));
        } catch (InvalidPathException e) {
            throw new IOException("'" + location + "' is no file name", e);
        }
    }

    private static String named(Path folder, String document) {
        try {
            return folder.resolve(document).toString();
        } catch (InvalidPathException e) {
            return document;
        }
    }
}
