package org.tongwen.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongwen.mappings.Mapping;
import org.tongwen.mappings.plan.BulkTranslation;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Fate;
import org.tongwen.mappings.plan.LedgerEntry;
import org.tongwen.mappings.plan.Translation;
import org.tongwen.mappings.plan.TranslationJson;
import org.tongwen.mappings.report.LedgerPage;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.JsonReport;

/**
 * What there is to tell about one translation.
 *
 * @param mapping name of the mapping
 * @param digest digest of the mapping and its files; empty when no such mapping could be loaded
 * @param direction which way it went
 * @param translation what came of it, with findings and losses at places in the named document
 * @param isWritten whether the result stands in its file already, and not in the translation
 */
record TranslationReport(
        String mapping, String digest, Direction direction, Translation translation, boolean isWritten) {

    private static final byte[] ELSEWHERE = {};

    /** No result without an error is a fault of ours. */
    TranslationReport {
        if (!translation.ok() && !Finding.anyError(translation.findings())) {
            throw new IllegalStateException(mapping + " gave neither a result nor an error");
        }
    }

    static TranslationReport of(Mapping mapping, Direction direction, String document, Translation translation) {
        return of(mapping, direction, document, translation, false);
    }

    /** Of a long document, whose result went from file to file. */
    static TranslationReport of(Mapping mapping, Direction direction, String document, BulkTranslation bulk) {
        Translation told = new Translation(
                Optional.of(ELSEWHERE).filter(result -> bulk.ok()), bulk.mediaType(), bulk.findings(), bulk.ledger());
        return of(mapping, direction, document, told, true);
    }

    private static TranslationReport of(
            Mapping mapping, Direction direction, String document, Translation translation, boolean isWritten) {
        List<LedgerEntry> ledger = translation.ledger().stream()
                .map(entry -> entry.at(entry.place().orIn(document)))
                .toList();
        Translation placed = new Translation(
                        translation.result(),
                        translation.mediaType(),
                        FindingPrinter.in(document, translation.findings()),
                        ledger)
                .by(translation.by());
        return new TranslationReport(mapping.name(), mapping.digest(), direction, placed, isWritten);
    }

    /** No translation was tried. */
    static TranslationReport refused(String mapping, Direction direction, List<Finding> findings) {
        return new TranslationReport(mapping, "", direction, Translation.refused(findings), false);
    }

    boolean ok() {
        return translation.ok();
    }

    /**
     * One note for each field that was lost as the mapping declares, at its first place; nothing when there is no result to miss it. What
     * the mapping does not declare is among the findings already.
     */
    List<Finding> lossNotes() {
        if (!ok()) {
            return List.of();
        }
        Map<String, List<LedgerEntry>> byField = new LinkedHashMap<>();
        translation.losses().stream()
                .filter(loss -> loss.fate() != Fate.UNDECLARED)
                .forEach(loss -> byField.computeIfAbsent(kind(loss), kind -> new ArrayList<>())
                        .add(loss));
        return byField.entrySet().stream()
                .map(entry -> note(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** For {@code --report}. */
    byte[] json() {
        return JsonReport.object(json -> {
            TranslationJson.origin(mapping, digest, direction, json);
            json.writeBooleanField("ok", ok());
            TranslationJson.outcome(translation, json);
        });
    }

    /** For {@code --report} with a file name that ends in {@code .html}. */
    byte[] page(String document) {
        return LedgerPage.of(mapping, digest, direction, document, translation);
    }

    private static String kind(LedgerEntry loss) {
        return loss.field() + (loss.became().isPresent() ? " is carried changed: " : " is not carried: ") + loss.why();
    }

    private static Finding note(String kind, List<LedgerEntry> losses) {
        String times = losses.size() == 1 ? "" : " (" + losses.size() + " times)";
        return Finding.note("app.Loss", losses.get(0).place(), kind + times);
    }
}
