package org.tongwen.rules.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongwen.xsd.finding.Place;

/** A piece of a YAML file with its place. Every scalar is text: {@code NO}, {@code 0123} and {@code 2026-11-21} stay as written. */
public sealed interface Yaml {

    /** Where it begins. */
    Place place();

    /**
     * A piece of text.
     *
     * @param text the text without quotes
     * @param quoted whether it stood in quotes
     */
    record Text(String text, boolean quoted, Place place) implements Yaml {}

    /** Pieces in order. */
    record Items(List<Yaml> items, Place place) implements Yaml {
        /** Copies the items. */
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A key of a map, with its own place, and what stands behind it. */
    record Entry(String key, Place keyPlace, Yaml value) {}

    /** Named pieces, in the order of the file. */
    record Fields(Map<String, Entry> entries, Place place) implements Yaml {
        /** Copies the entries. */
        public Fields {
            entries = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        /** The entry of that key. */
        public Optional<Entry> entry(String key) {
            return Optional.ofNullable(entries.get(key));
        }

        /** The text behind a key, when there is text. */
        public Optional<String> text(String key) {
            return entry(key).map(Entry::value).filter(Text.class::isInstance).map(value -> ((Text) value).text());
        }
    }
}
