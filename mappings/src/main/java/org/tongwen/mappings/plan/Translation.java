package org.tongwen.mappings.plan;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.message.BusinessMessage;

/**
 * What came of one translation.
 *
 * @param result the translated document; empty when a finding is an error
 * @param mediaType what the result is, such as {@code application/xml}, with the charset where it may be another than UTF-8
 * @param findings all that there is to say, at places in the document that was given
 * @param ledger how the document's values ended, in the order of the document, as far as the context asks to know: all of them, or
 *     those that the result does not hold as they were
 * @param exercised the places in the mapping file of the leaves that wrote or read something, when the context asks for lineage
 * @param by the mapping that a dispatch picked; empty when the mapping itself was asked
 * @param message the ISO message as a tree: the one that was made, or the one that was translated. It is there as soon as there is one, also
 *     when errors stand against it; then it may be looked at, but is not the translation's result
 */
public record Translation(
        Optional<byte[]> result,
        String mediaType,
        List<Finding> findings,
        List<LedgerEntry> ledger,
        Set<Place> exercised,
        String by,
        Optional<BusinessMessage> message) {

    private static final String CHARSET = "charset=";

    /** Copies the lists. A result beside an error does not count. */
    public Translation {
        result = Finding.anyError(findings) ? Optional.empty() : result;
        findings = List.copyOf(findings);
        ledger = List.copyOf(ledger);
        exercised = Set.copyOf(exercised);
    }

    /** A translation that does not say which leaves were used, and does not show the message. */
    public Translation(Optional<byte[]> result, String mediaType, List<Finding> findings, List<LedgerEntry> ledger) {
        this(result, mediaType, findings, ledger, Set.of(), "", Optional.empty());
    }

    /** The same, made by a mapping that a dispatch picked. */
    public Translation by(String mapping) {
        return new Translation(result, mediaType, findings, ledger, exercised, mapping, message);
    }

    /** The same, which shows the ISO message. */
    Translation of(BusinessMessage seen) {
        return new Translation(result, mediaType, findings, ledger, exercised, by, Optional.of(seen));
    }

    /** No result, for these reasons. */
    public static Translation refused(List<Finding> findings) {
        return new Translation(Optional.empty(), "", findings, List.of());
    }

    /** What the result does not carry, or carries in another form. */
    public List<LedgerEntry> losses() {
        return ledger.stream().filter(LedgerEntry::isLoss).toList();
    }

    /** The media type with its charset in any case; bytes that are no text have none. */
    public String contentType() {
        boolean said = mediaType.isEmpty() || mediaType.contains(CHARSET) || isBinary();
        return said ? mediaType : mediaType + "; " + CHARSET + "utf-8";
    }

    /** The result as text; empty when there is none, or when it is no text. */
    public Optional<String> text() {
        int charset = mediaType.indexOf(CHARSET);
        Charset said =
                charset < 0 ? StandardCharsets.UTF_8 : Charset.forName(mediaType.substring(charset + CHARSET.length()));
        return isBinary() ? Optional.empty() : result.map(bytes -> new String(bytes, said));
    }

    private boolean isBinary() {
        return mediaType.equals("application/octet-stream");
    }

    /** How it ended. */
    public Outcome outcome() {
        Outcome outcome = Outcome.of(findings);
        return outcome == Outcome.DONE && !ok() ? Outcome.REFUSED : outcome;
    }

    /** Whether there is a result. */
    public boolean ok() {
        return result.isPresent();
    }
}
