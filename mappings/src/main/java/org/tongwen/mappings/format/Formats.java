package org.tongwen.mappings.format;

import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All formats by name: every {@link Format} that a {@code META-INF/services} file on the class path lists. */
public final class Formats {

    private static final Map<String, Format> FORMATS = new TreeMap<>(ServiceLoader.load(Format.class).stream()
            .map(ServiceLoader.Provider::get)
            .collect(Collectors.toMap(Format::name, format -> format)));

    private Formats() {}

    /** The format of that name. */
    public static Optional<Format> find(String name) {
        return Optional.ofNullable(FORMATS.get(name));
    }

    /** Names of all formats. */
    public static SortedSet<String> names() {
        return new TreeSet<>(FORMATS.keySet());
    }
}
