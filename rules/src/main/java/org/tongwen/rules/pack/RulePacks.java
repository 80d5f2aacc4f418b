package org.tongwen.rules.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;

/** The rule packs that come with Tongwen. */
public final class RulePacks {

    /** The network rules of SWIFT MT messages. */
    public static final String SWIFT_MT = "swift-mt";

    /** The rules of the standard itself, across the elements of its messages. */
    public static final String ISO = "iso";

    private static final List<String> PROFILES =
            List.of("iso", "cbpr-plus", "fednow", "sepa-sct", "sepa-sct-inst", "wallet-interop");

    private static final Map<String, RulePack> KNOWN = new ConcurrentHashMap<>();

    private RulePacks() {}

    /** Names of the packs that messages of ISO 20022 may be held to. */
    public static SortedSet<String> profiles() {
        return new TreeSet<>(PROFILES);
    }

    /** Names of those among them that are of a scheme or guideline, which holds payments that do not keep to it. */
    public static SortedSet<String> schemes() {
        SortedSet<String> names = profiles();
        names.remove(ISO);
        return names;
    }

    /** The pack of the scheme of that name. */
    public static Optional<RulePack> scheme(String name) {
        return schemes().contains(name) ? Optional.of(load(name)) : Optional.empty();
    }

    /**
     * A whole pack that comes with Tongwen.
     *
     * @throws IllegalStateException when there is none of that name or it is damaged
     */
    public static RulePack load(String name) {
        return KNOWN.computeIfAbsent(name, pack -> load(pack, messages -> true));
    }

    /**
     * Those rules of a pack that speak of a message. Only the files that have such rules are read.
     *
     * @param message its type: {@code 103}, {@code pacs.008.001.08}
     * @throws IllegalStateException when there is no such pack or it is damaged
     */
    public static RulePack load(String name, String message) {
        return load(name, messages -> messages.stream().anyMatch(begin -> Rule.covers(begin, message)))
                .of(message);
    }

    private static RulePack load(String name, Predicate<List<String>> wanted) {
        Checked<RulePack> pack =
                RulePackReader.read(file -> content("/packs/" + name + "/" + file), wanted, RuleNames.UNCHECKED);
        if (!pack.ok()) {
            throw new IllegalStateException("the pack " + name + " cannot be read: "
                    + pack.findings().stream()
                            .map(Finding::toString)
                            .findFirst()
                            .orElse(""));
        }
        return pack.value().orElseThrow();
    }

    /** A file that comes with the rules. */
    static Optional<byte[]> content(String resource) {
        try (InputStream stream = RulePacks.class.getResourceAsStream(resource)) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
