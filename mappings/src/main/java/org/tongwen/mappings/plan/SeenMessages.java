package org.tongwen.mappings.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmEmptySequence;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import org.jspecify.annotations.Nullable;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.finding.Severity;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Limits;
import org.tongwen.xsd.message.MessageReader;

/**
 * The ISO messages that the formulas of one translation look at: stored originals, and the message that is translated back. Each is read
 * when a formula first asks for it.
 */
final class SeenMessages {

    private final Catalogue catalogue;
    private final Stored stored;
    private final Map<String, Optional<byte[]>> found = new HashMap<>();
    private final Map<String, Optional<XdmNode>> recalled = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private @Nullable BusinessMessage translated;
    private @Nullable XdmNode iso;

    /** Finds the stored message of a name that this translation is about. */
    @FunctionalInterface
    interface Stored {
        Optional<byte[]> find(String message);
    }

    SeenMessages(Catalogue catalogue, Stored stored) {
        this.catalogue = catalogue;
        this.stored = stored;
    }

    /** Looked for once: whoever keeps messages may have far to go. */
    private Optional<byte[]> find(String message) {
        Optional<byte[]> known = found.get(message);
        if (known == null) {
            known = stored.find(message);
            found.put(message, known);
        }
        return known;
    }

    /** Lets formulas see the message that is translated back. */
    void translating(BusinessMessage message) {
        translated = message;
        iso = null;
    }

    /** What stands against originals that formulas asked for. */
    List<Finding> findings() {
        return findings;
    }

    /** The message that is translated back; nothing on the way to ISO. */
    XdmValue iso() throws SaxonApiException {
        XdmNode known = iso;
        BusinessMessage message = translated;
        if (known == null && message != null) {
            known = IsoDocument.of(message);
            iso = known;
        }
        return known == null ? XdmEmptySequence.getInstance() : known;
    }

    /** Whether all originals of these names are at hand; it is not said when they are not. */
    boolean areAtHand(FormulaMessages messages) {
        return messages.recalled().stream().allMatch(name -> find(name).isPresent());
    }

    /** A stored original; empty when it is not at hand or cannot be used, which is then a finding. */
    Optional<XdmNode> recalled(String message) throws SaxonApiException {
        Optional<XdmNode> known = recalled.get(message);
        if (known == null) {
            Optional<BusinessMessage> read = read(message);
            known = read.isEmpty() ? Optional.empty() : Optional.of(IsoDocument.of(read.get()));
            recalled.put(message, known);
        }
        return known;
    }

    private Optional<BusinessMessage> read(String message) {
        Optional<byte[]> xml = find(message);
        if (xml.isEmpty()) {
            return wrong(
                    message,
                    "the mapping needs the stored " + message + " that this message refers to, and it is not at hand");
        }
        Checked<BusinessMessage> read = new MessageReader(catalogue, Limits.DEFAULT).read(xml.get());
        if (!read.ok() || read.value().isEmpty()) {
            // Without values: what stands in the original may be nobody's business here.
            String first = read.findings().stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .findFirst()
                    .map(finding -> finding.id() + " at " + finding.place())
                    .orElse("it is empty");
            return wrong(message, "the stored " + message + " is not valid: " + first);
        }
        String id = read.value().get().document().definition().id();
        return isVersion(id, message)
                ? read.value()
                : wrong(message, "the stored message that is to be a " + message + " is a " + id);
    }

    /** Whether a message is the named one, of any version when the name has none. */
    static boolean isVersion(String id, String name) {
        return id.equals(name) || id.startsWith(name + ".");
    }

    private Optional<BusinessMessage> wrong(String message, String sentence) {
        findings.add(Finding.error("mapping.Recall", Place.NOWHERE, sentence)
                .hint("on the command line: --recall " + message + "=FILE"));
        return Optional.empty();
    }
}
