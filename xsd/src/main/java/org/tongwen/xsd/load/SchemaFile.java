package org.tongwen.xsd.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongwen.xsd.finding.Place;

/**
 * One schema file, parsed but not yet understood.
 *
 * @param name by which others include it
 * @param schema its outermost element
 * @param prefixes namespaces by prefix
 * @param types its global types by name
 */
record SchemaFile(String name, SchemaElement schema, Map<String, String> prefixes, Map<String, TypeSource> types) {

    static final String XML_SCHEMA = "http://www.w3.org/2001/XMLSchema";

    /** The file's global elements, by name. */
    Map<String, SchemaElement> elements() {
        Map<String, SchemaElement> elements = new LinkedHashMap<>();
        for (SchemaElement element : schema.children("element")) {
            putOnce(element, elements);
        }
        return elements;
    }

    /** Locations of the files it includes, as written. */
    List<String> includes() {
        List<String> locations = new ArrayList<>();
        for (SchemaElement include : schema.children("include")) {
            locations.add(include.required("schemaLocation").strip());
        }
        return locations;
    }

    static void putOnce(SchemaElement element, Map<String, ? super SchemaElement> components) {
        if (components.put(element.required("name"), element) != null) {
            throw new SchemaException(element.place(), element.required("name") + " is defined twice in this file");
        }
    }

    Optional<String> targetNamespace() {
        return schema.attribute("targetNamespace");
    }

    /** Whether the qualified name means something of XML Schema itself, such as {@code xs:string}. */
    boolean isBuiltIn(String qualifiedName) {
        return XML_SCHEMA.equals(prefixes.get(prefix(qualifiedName)));
    }

    /** Whether the prefix of a qualified name stands for another namespace than the file's own. */
    boolean isForeign(String qualifiedName) {
        String namespace = prefixes.getOrDefault(prefix(qualifiedName), "");
        return !namespace.isEmpty() && !namespace.equals(targetNamespace().orElse(""));
    }

    private static String prefix(String qualifiedName) {
        int colon = qualifiedName.indexOf(':');
        return colon < 0 ? "" : qualifiedName.substring(0, colon);
    }

    static String local(String qualifiedName) {
        return qualifiedName.substring(qualifiedName.indexOf(':') + 1);
    }

    /**
     * Reads the schema file behind an opener.
     *
     * @param cut whether it has the layout of our catalogue, so that its types can be read later
     * @throws SchemaException when it cannot be read
     */
    static SchemaFile open(String name, Opener opener, boolean cut) {
        try (InputStream bytes = opener.open(name)) {
            return cut ? SchemaCut.file(name, bytes.readAllBytes()) : SchemaParser.parse(name, bytes);
        } catch (IOException e) {
            throw unreadable(name, e);
        } catch (UncheckedIOException e) {
            throw unreadable(name, e.getCause());
        }
    }

    private static SchemaException unreadable(String name, @Nullable IOException e) {
        String reason = e == null ? "" : ": " + e.getMessage();
        return new SchemaException(new Place(name, 0, 0, ""), "the file cannot be read" + reason);
    }

    /** Finds a schema file by its name. */
    interface Opener {
        InputStream open(String name) throws IOException;
    }
}
