package org.tongwen.mappings.codec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A code table ready for use. Codes that are not two-way stand in one of the maps only.
 *
 * @param toIso the institution's code to the ISO code
 * @param fromIso the ISO code to the institution's code
 * @param otherwise the ISO code of all codes of the institution that the table does not know, if it has one
 */
public record Table(Map<String, String> toIso, Map<String, String> fromIso, Optional<String> otherwise) {

    /** Copies the maps and keeps their order. */
    public Table {
        toIso = Collections.unmodifiableMap(new LinkedHashMap<>(toIso));
        fromIso = Collections.unmodifiableMap(new LinkedHashMap<>(fromIso));
    }

    /** A table whose rows are all two-way. */
    public static Table of(Map<String, String> toIso) {
        Map<String, String> fromIso = new LinkedHashMap<>();
        toIso.forEach((source, iso) -> fromIso.put(iso, source));
        return new Table(toIso, fromIso, Optional.empty());
    }

    /** Whether every code comes back as itself. */
    boolean isOneToOne() {
        return otherwise.isEmpty()
                && toIso.size() == fromIso.size()
                && toIso.entrySet().stream().allMatch(row -> row.getKey().equals(fromIso.get(row.getValue())));
    }
}
