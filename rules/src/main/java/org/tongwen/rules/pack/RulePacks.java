package org.tongwen.rules.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;

/** The rule packs that come with Tongwen. */
public final class RulePacks {

    /** The network rules of SWIFT MT messages. */
    public static final String SWIFT_MT = "swift-mt";

    private RulePacks() {}

    /**
     * A pack that comes with Tongwen.
     *
     * @throws IllegalStateException when there is none of that name or it is damaged
     */
    public static RulePack load(String name) {
        Checked<RulePack> pack = RulePackReader.read(file -> content("/packs/" + name + "/" + file));
        if (!pack.ok()) {
            throw new IllegalStateException("the pack " + name + " cannot be read: "
                    + pack.findings().stream()
                            .map(Finding::toString)
                            .findFirst()
                            .orElse(""));
        }
        return pack.value().orElseThrow();
    }

    private static Optional<byte[]> content(String resource) {
        try (InputStream stream = RulePacks.class.getResourceAsStream(resource)) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
