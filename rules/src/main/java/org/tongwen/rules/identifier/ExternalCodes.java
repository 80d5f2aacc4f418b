package org.tongwen.rules.identifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The code sets that ISO 20022 keeps outside its messages, in the edition that comes with the rules. */
public final class ExternalCodes {

    private static final String FILE = "/packs/iso/external-codes.tsv";

    private ExternalCodes() {}

    /** Read when first asked for. */
    private static final class Sets {
        private static final Map<String, Set<String>> BY_TYPE = read();
    }

    /**
     * Whether a code may stand in an element of that type: it is one of the type's set, or the type stands for no external
     * set. No code is one of a set that is not {@linkplain #knows known}.
     *
     * @param type the name of the element's type, such as {@code ExternalPurpose1Code}
     */
    public static boolean allows(String type, String code) {
        if (!type.startsWith("External")) {
            return true;
        }
        Set<String> codes = Sets.BY_TYPE.get(type);
        return codes != null && codes.contains(code);
    }

    /** Whether the codes of the set that a type stands for are known here. */
    public static boolean knows(String type) {
        return Sets.BY_TYPE.containsKey(type);
    }

    /** The codes of each set, by the name of its type. */
    public static Map<String, Set<String>> all() {
        return Map.copyOf(Sets.BY_TYPE);
    }

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> sets = new HashMap<>();
        try (InputStream stream = ExternalCodes.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException(FILE + " is not there");
            }
            new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .forEach(row ->
                            sets.computeIfAbsent(row[0], set -> new HashSet<>()).add(row[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sets;
    }
}
