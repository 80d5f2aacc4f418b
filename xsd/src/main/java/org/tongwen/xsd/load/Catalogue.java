package org.tongwen.xsd.load;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tongwen.xsd.definition.Lazy;
import org.tongwen.xsd.definition.MessageDefinition;

/**
 * All message definitions that are known, found by message identifier or by XML namespace. Definitions are read from their schema files
 * when first asked for; a catalogue never changes, so it may be shared by threads.
 */
public final class Catalogue {

    private static final String FOLDER = "/iso20022/";

    /** Read when first used. */
    private static final class BuiltIn {
        static final Catalogue CATALOGUE = readBuiltIn();
    }

    private record Entry(String id, String namespace, Supplier<MessageDefinition> definition) {}

    /** A definition of the built-in catalogue, to be read from its file. */
    private record Unread(Library library, String id, String root) implements Supplier<MessageDefinition> {
        @Override
        public MessageDefinition get() {
            return library.message(id.substring(0, id.indexOf('.')) + "/" + id + ".xsd", root);
        }
    }

    private final Map<String, Entry> byId = new HashMap<>();
    private final Map<String, Entry> byNamespace = new HashMap<>();

    private Catalogue(Collection<Entry> entries) {
        for (Entry entry : entries) {
            byId.put(entry.id(), entry);
            byNamespace.put(entry.namespace(), entry);
        }
    }

    /** The definitions that come with Tongwen: head, pacs, pain, camt, remt, admi and acmt.022 to 024, in all their versions. */
    public static Catalogue builtIn() {
        return BuiltIn.CATALOGUE;
    }

    /** This catalogue with further definitions; one of the same namespace takes the place of the one known before. */
    public Catalogue with(Collection<MessageDefinition> definitions) {
        Map<String, Entry> entries = new HashMap<>(byNamespace);
        for (MessageDefinition definition : definitions) {
            entries.values().removeIf(entry -> entry.id().equals(definition.id()));
            entries.put(definition.namespace(), new Entry(definition.id(), definition.namespace(), () -> definition));
        }
        return new Catalogue(entries.values());
    }

    /** Identifiers of all messages, in alphabetical order. */
    public SortedSet<String> ids() {
        return new TreeSet<>(byId.keySet());
    }

    /** The definition of a message such as {@code pacs.008.001.08}. */
    public Optional<MessageDefinition> find(String id) {
        return definition(byId.get(id));
    }

    /** The definition whose elements live in that XML namespace. */
    public Optional<MessageDefinition> ofNamespace(String namespace) {
        return definition(byNamespace.get(namespace));
    }

    private static Optional<MessageDefinition> definition(@Nullable Entry entry) {
        return entry == null ? Optional.empty() : Optional.of(entry.definition().get());
    }

    /** Other versions of the same message, for a hint when one is not known. */
    public List<String> versionsLike(String id) {
        String[] parts = id.split("\\.");
        if (parts.length < 2) {
            return List.of();
        }
        String family = parts[0] + "." + parts[1] + ".";
        return ids().stream().filter(other -> other.startsWith(family)).toList();
    }

    private static Catalogue readBuiltIn() {
        Library library = Library.ofOwnLayout(new Resources());
        List<Entry> entries = new ArrayList<>();
        try (InputStream lines = new Resources().open("catalogue.tsv")) {
            for (String line : new String(lines.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                entries.add(builtInEntry(line, library));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the built-in catalogue cannot be read", e);
        }
        return new Catalogue(entries);
    }

    private static Entry builtInEntry(String line, Library library) {
        int tab = line.indexOf('\t');
        int second = line.indexOf('\t', tab + 1);
        String id = line.substring(0, tab);
        Unread definition = new Unread(library, id, line.substring(second + 1));
        return new Entry(id, line.substring(tab + 1, second), new Lazy<>(definition));
    }

    private static final class Resources implements SchemaFile.Opener {
        @Override
        public InputStream open(String name) throws IOException {
            InputStream bytes = Catalogue.class.getResourceAsStream(FOLDER + name);
            if (bytes == null) {
                throw new FileNotFoundException(name);
            }
            return bytes;
        }
    }
}
