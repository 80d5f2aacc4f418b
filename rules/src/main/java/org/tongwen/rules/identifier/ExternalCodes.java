package org.tongwen.rules.identifier;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The code sets that ISO 20022 keeps outside its messages, in the edition that comes with the rules. */
public final class ExternalCodes {

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
        return TableFile.rows("external-codes.tsv")
                .collect(Collectors.groupingBy(row -> row[0], Collectors.mapping(row -> row[1], Collectors.toSet())));
    }
}
