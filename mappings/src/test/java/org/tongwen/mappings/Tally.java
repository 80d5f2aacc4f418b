package org.tongwen.mappings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tongwen.mappings.plan.Fate;
import org.tongwen.mappings.plan.LedgerEntry;
import org.tongwen.mappings.plan.Translation;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.finding.Severity;

/** What came of random messages: how many were translated, refused and why, and what nothing explains. */
final class Tally {

    private static final int SHOWN = 5;

    private final Map<String, Integer> refused = new TreeMap<>();
    private final Map<String, Integer> refusedBack = new TreeMap<>();
    private final Map<String, Integer> undeclared = new TreeMap<>();
    private final List<String> unexplained = new ArrayList<>();
    private int sound;
    private int translated;
    private int broken;

    /** A message that breaks a rule of the network. */
    void broken() {
        broken++;
    }

    /** A sound message that the mapping refuses. */
    void refused(Translation translation) {
        sound++;
        errors(translation).forEach(id -> refused.merge(id, 1, Integer::sum));
    }

    /** The way back of a message that was translated, or the way to ISO again. */
    void refusedBack(Translation translation) {
        errors(translation).forEach(id -> refusedBack.merge(id, 1, Integer::sum));
    }

    /** A message that was translated. */
    void sound() {
        sound++;
    }

    /** A message that came back. */
    void translated() {
        translated++;
    }

    void differs(String document, List<String> differences) {
        if (!differences.isEmpty()) {
            note(document, differences.toString());
        }
    }

    /** Counts what is lost without a word in the mapping; of each a finding must tell. */
    void undeclared(String document, Translation translation) {
        List<Place> told = translation.findings().stream().map(Finding::place).toList();
        for (LedgerEntry entry : translation.ledger()) {
            if (entry.fate() == Fate.UNDECLARED) {
                undeclared.merge(entry.field() + ": " + entry.reason(), 1, Integer::sum);
                if (!told.contains(entry.place())) {
                    note(document, "no finding tells: " + entry);
                }
            }
        }
    }

    private void note(String document, String what) {
        if (unexplained.size() < SHOWN) {
            unexplained.add(what + "\n" + document + "\n");
        }
    }

    private static List<String> errors(Translation translation) {
        return translation.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(finding -> finding.id() + " " + finding.place().path().replaceAll("\\[\\d+]", ""))
                .distinct()
                .toList();
    }

    int soundMessages() {
        return sound;
    }

    int translatedMessages() {
        return translated;
    }

    /** What no ledger tells, with the document that shows it. */
    List<String> unexplained() {
        return unexplained;
    }

    @Override
    public String toString() {
        return translated + " of " + sound + " sound messages came back; refused: " + refused
                + "; refused on the way back: " + refusedBack + "; lost with a warning: " + undeclared
                + "; broke a rule of the network: " + broken;
    }
}
