package org.tongwen.routes.conversation;

import java.util.Map;
import java.util.Set;
import org.tongwen.routes.journal.MessageName;

/** What messages of a family, such as {@code pacs.002}, are to those that they are about. */
record Family(String name, Role role, Set<String> about) {

    /** What a message is to the one that it is about. */
    enum Role {
        /** It is about none. */
        BEGINS,
        /** It comes from whoever got the original, and goes to whoever sent it. */
        ANSWERS,
        /** It comes from whoever sent the original, and goes to whoever got it. */
        FOLLOWS,
        /** It comes from one of the two and goes to the other. */
        CONCERNS
    }

    private static final Set<String> TRANSFERS = Set.of("pacs.008", "pacs.009", "pacs.003", "pacs.010");
    private static final Set<String> MOVEMENTS =
            Set.of("pacs.008", "pacs.009", "pacs.003", "pacs.010", "pacs.004", "pacs.007");
    private static final Set<String> ORDERS = Set.of("pain.001", "pain.008", "pain.007", "pain.006");
    private static final Set<String> MANDATES = Set.of("pain.009", "pain.010", "pain.011", "pain.017", "pain.018");
    private static final Set<String> INVESTIGATIONS = Set.of(
            "camt.056", "camt.055", "camt.026", "camt.027", "camt.028", "camt.087", "camt.037", "camt.033", "camt.035");
    private static final Set<String> ANYTHING = Set.of(
            "pacs.008",
            "pacs.009",
            "pacs.003",
            "pacs.010",
            "pacs.004",
            "pacs.007",
            "pain.001",
            "pain.008",
            "camt.056",
            "camt.055",
            "camt.026",
            "camt.027",
            "camt.028",
            "camt.087",
            "camt.037",
            "camt.110");

    private static final Map<String, Family> KNOWN = Map.ofEntries(
            family("pacs.002", Role.ANSWERS, MOVEMENTS),
            family("pacs.004", Role.ANSWERS, TRANSFERS),
            family("pacs.006", Role.FOLLOWS, TRANSFERS),
            family("pacs.007", Role.FOLLOWS, TRANSFERS),
            family("pacs.028", Role.FOLLOWS, MOVEMENTS),
            family("pain.002", Role.ANSWERS, ORDERS),
            family("pain.006", Role.FOLLOWS, ORDERS),
            family("pain.007", Role.FOLLOWS, Set.of("pain.008")),
            family("pain.010", Role.CONCERNS, Set.of("pain.009")),
            family("pain.011", Role.CONCERNS, Set.of("pain.009")),
            family("pain.012", Role.ANSWERS, MANDATES),
            family("pain.014", Role.ANSWERS, Set.of("pain.013")),
            family("pain.017", Role.CONCERNS, Set.of("pain.009")),
            family("pain.018", Role.CONCERNS, Set.of("pain.009")),
            family("acmt.024", Role.ANSWERS, Set.of("acmt.023")),
            family("camt.026", Role.CONCERNS, ANYTHING),
            family("camt.027", Role.CONCERNS, ANYTHING),
            family("camt.028", Role.CONCERNS, ANYTHING),
            family("camt.029", Role.ANSWERS, INVESTIGATIONS),
            family("camt.030", Role.CONCERNS, INVESTIGATIONS),
            family("camt.031", Role.ANSWERS, INVESTIGATIONS),
            family("camt.032", Role.CONCERNS, INVESTIGATIONS),
            family("camt.033", Role.CONCERNS, ANYTHING),
            family("camt.034", Role.ANSWERS, Set.of("camt.033")),
            family("camt.035", Role.CONCERNS, ANYTHING),
            family("camt.036", Role.ANSWERS, Set.of("camt.037")),
            family("camt.037", Role.CONCERNS, ANYTHING),
            family("camt.038", Role.FOLLOWS, INVESTIGATIONS),
            family("camt.039", Role.ANSWERS, Set.of("camt.038")),
            family("camt.055", Role.FOLLOWS, ORDERS),
            family("camt.056", Role.FOLLOWS, MOVEMENTS),
            family("camt.087", Role.CONCERNS, ANYTHING),
            family("camt.108", Role.CONCERNS, Set.of("camt.107")),
            family("camt.109", Role.ANSWERS, Set.of("camt.108")),
            family("camt.110", Role.CONCERNS, ANYTHING),
            family("camt.111", Role.ANSWERS, Set.of("camt.110")));

    /** Copies the names. */
    Family {
        about = Set.copyOf(about);
    }

    private static Map.Entry<String, Family> family(String name, Role role, Set<String> about) {
        return Map.entry(name, new Family(name, role, about));
    }

    /** The family of a message by its identifier, with or without version. */
    static Family named(String message) {
        String name = MessageName.family(message).orElse(message);
        Family known = KNOWN.get(name);
        return known == null ? new Family(name, Role.BEGINS, Set.of()) : known;
    }

    /** Whether its messages ask what became of others. */
    boolean asks() {
        return name.equals("pacs.028");
    }

    /** Whether the case that such a message names is that of the message that it answers. */
    static boolean casePoints(String family) {
        Family known = KNOWN.get(family);
        return known != null && family.startsWith("camt.03");
    }
}
