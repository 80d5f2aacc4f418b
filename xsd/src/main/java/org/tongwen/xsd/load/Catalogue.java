package org.tongwen.xsd.load;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongwen.xsd.definition.Lazy;
import org.tongwen.xsd.definition.MessageDefinition;

/**
 * All message definitions that are known, found by message identifier or by XML namespace. Definitions are read from their schema files
 * when first asked for; a catalogue never changes, so it may be shared by threads.
 */
public final class Catalogue {

    private static final String FOLDER = "/iso20022/";

    private static final Lazy<Catalogue> BUILT_IN = new Lazy<>(Catalogue::readBuiltIn);

    private record Entry(String id, String namespace, Lazy<MessageDefinition> definition) {}

    private final Map<String, Entry> byId;
    private final Map<String, Entry> byNamespace;

    private Catalogue(Collection<Entry> entries) {
        byId = new TreeMap<>(entries.stream().collect(Collectors.toMap(Entry::id, Function.identity())));
        byNamespace = entries.stream().collect(Collectors.toMap(Entry::namespace, Function.identity()));
    }

    /** The definitions that come with Tongwen: head, pacs, pain, camt, remt, admi and acmt.022 to 024, in all their versions. */
    public static Catalogue builtIn() {
        return BUILT_IN.get();
    }

    /** This catalogue with further definitions; one of the same namespace takes the place of the one known before. */
    public Catalogue with(Collection<MessageDefinition> definitions) {
        Map<String, Entry> entries = new HashMap<>(byNamespace);
        for (MessageDefinition definition : definitions) {
            entries.values().removeIf(entry -> entry.id().equals(definition.id()));
            entries.put(
                    definition.namespace(),
                    new Entry(definition.id(), definition.namespace(), new Lazy<>(() -> definition)));
        }
        return new Catalogue(entries.values());
    }

    /** Identifiers of all messages, in alphabetical order. */
    public SortedSet<String> ids() {
        return new TreeSet<>(byId.keySet());
    }

    /** The definition of a message such as {@code pacs.008.001.08}. */
    public Optional<MessageDefinition> find(String id) {
        return Optional.ofNullable(byId.get(id)).map(entry -> entry.definition().get());
    }

    /** The definition whose elements live in that XML namespace. */
    public Optional<MessageDefinition> ofNamespace(String namespace) {
        return Optional.ofNullable(byNamespace.get(namespace))
                .map(entry -> entry.definition().get());
    }

    /** Other versions of the same message, for a hint when one is not known. */
    public List<String> versionsLike(String id) {
        String[] parts = id.split("\\.");
        if (parts.length < 2) {
            return List.of();
        }
        String family = parts[0] + "." + parts[1] + ".";
        return byId.keySet().stream().filter(other -> other.startsWith(family)).toList();
    }

    private static Catalogue readBuiltIn() {
        Library library = new Library(Catalogue::openBuiltIn);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(openBuiltIn("catalogue.tsv"), StandardCharsets.UTF_8))) {
            return new Catalogue(lines.lines()
                    .map(line -> builtInEntry(line.split("\t"), library))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("the built-in catalogue cannot be read", e);
        }
    }

    private static Entry builtInEntry(String[] columns, Library library) {
        String id = columns[0];
        String namespace = columns[1];
        String file = id.substring(0, id.indexOf('.')) + "/" + id + ".xsd";
        return new Entry(id, namespace, new Lazy<>(() -> library.message(file, columns[2])));
    }

    private static InputStream openBuiltIn(String name) throws IOException {
        InputStream bytes = Catalogue.class.getResourceAsStream(FOLDER + name);
        if (bytes == null) {
            throw new FileNotFoundException(name);
        }
        return bytes;
    }
}
