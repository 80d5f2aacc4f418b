package org.tongwen.xsd.load;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.MessageDefinition;

/**
 * Schema files that include each other, each read once, and the messages they define. A file without target namespace belongs to every
 * message that includes it (XML Schema calls that a chameleon include), so its types are made once for all.
 */
final class Library {

    private final SchemaFile.Opener opener;
    private final boolean cut;
    private final Map<String, SchemaFile> files = new HashMap<>();
    private final TypeTable shared;
    private final Set<String> inShared = new HashSet<>();

    /** A library of files that may be written in any way. */
    Library(SchemaFile.Opener opener) {
        this(opener, false, false);
    }

    private Library(SchemaFile.Opener opener, boolean cut, boolean plain) {
        this.opener = opener;
        this.cut = cut;
        this.shared = new TypeTable(plain);
    }

    /** A library of files that need no namespace: schemas of institutions rather than of the standard. */
    static Library ofAnyXml(SchemaFile.Opener opener) {
        return new Library(opener, false, true);
    }

    /** A library of files in the layout of our catalogue, of which only what is used is parsed. */
    static Library ofOwnLayout(SchemaFile.Opener opener) {
        return new Library(opener, true, false);
    }

    /** The message that a file defines by its global element of that name. */
    synchronized MessageDefinition message(String fileName, String rootName) {
        TypeTable own = new TypeTable(shared);
        SchemaFile file = load(fileName, own, new HashSet<>());
        SchemaElement root = file.elements().get(rootName);
        if (root == null) {
            throw new SchemaException(file.schema().place(), "the file has no global element " + rootName);
        }
        ElementDeclaration declaration = new TypeReader(own, file).root(root);
        String namespace = namespace(file);
        return new MessageDefinition(namespace.isEmpty() ? rootName : id(namespace), namespace, declaration);
    }

    /** Names of the global elements of a file. */
    synchronized Set<String> roots(String fileName) {
        return file(fileName).elements().keySet();
    }

    /** Whether a file includes others. */
    synchronized boolean includes(String fileName) {
        return !file(fileName).includes().isEmpty();
    }

    private SchemaFile load(String name, TypeTable own, Set<String> visited) {
        SchemaFile file = file(name);
        if (file.targetNamespace().isPresent()) {
            own.add(file);
        } else if (inShared.add(name)) {
            shared.add(file);
        }
        visited.add(name);
        for (String location : file.includes()) {
            String included = resolved(name, location);
            if (!visited.contains(included)) {
                load(included, own, visited);
            }
        }
        return file;
    }

    /** The name of a file that another one includes. A location is a URI, so {@code %20} stands for a blank; a blank does too. */
    static String resolved(String name, String escaped) {
        String location = unescaped(escaped);
        String folder = location.startsWith("/") ? "" : name.substring(0, name.lastIndexOf('/') + 1);
        Deque<String> steps = new ArrayDeque<>();
        for (String step : (folder + location).split("/")) {
            if (step.equals("..") && !steps.isEmpty() && !steps.getLast().equals("..")) {
                steps.removeLast();
            } else if (!step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }

    /** A text whose escapes are damaged is taken as it is. */
    private static String unescaped(String location) {
        if (location.indexOf('%') < 0) {
            return location;
        }
        try {
            return URLDecoder.decode(location.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return location;
        }
    }

    private SchemaFile file(String name) {
        SchemaFile known = files.get(name);
        if (known != null) {
            return known;
        }
        SchemaFile file = SchemaFile.open(name, opener, cut);
        files.put(name, file);
        return file;
    }

    private String namespace(SchemaFile file) {
        Optional<String> namespace = file.targetNamespace();
        if (namespace.isEmpty() && !shared.isPlain()) {
            throw new SchemaException(file.schema().place(), "the schema has no targetNamespace");
        }
        return namespace.orElse("");
    }

    /** The last part of the namespace is the message identifier in every ISO 20022 namespace. */
    private static String id(String namespace) {
        return namespace.substring(namespace.lastIndexOf(':') + 1);
    }
}
