package org.tongwen.rules.pack;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the validator itself finds, without any pack: mistakes by the definition of a message, and rules that are checked while it is read.
 *
 * @param id the id of the findings, such as {@code iso.NbOfTxs}
 * @param words what is wrong
 * @param hint what repairs a message
 */
public record ValidatorFinding(String id, String words, String hint) {

    private static final String FILE = "/packs/iso/findings.tsv";

    /** Read when first asked for. */
    private static final class All {
        private static final Map<String, ValidatorFinding> BY_ID = RulePacks.content(FILE)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalStateException(FILE + " is not there"))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .map(row -> new ValidatorFinding(row[0], row[1], row[2]))
                .collect(Collectors.toMap(ValidatorFinding::id, Function.identity(), (one, same) -> one, TreeMap::new));
    }

    /** The finding of that id. */
    public static Optional<ValidatorFinding> find(String id) {
        return Optional.ofNullable(All.BY_ID.get(id));
    }

    /** All ids. */
    public static SortedSet<String> ids() {
        return new TreeSet<>(All.BY_ID.keySet());
    }
}
