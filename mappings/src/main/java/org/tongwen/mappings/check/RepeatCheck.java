package org.tongwen.mappings.check;

import java.util.Collections;
import java.util.Set;
import java.util.regex.Pattern;
import org.tongwen.mappings.plan.FormulaWords;
import org.tongwen.mappings.read.MappingFile;
import org.tongwen.xsd.finding.Place;

/** Looks for identifiers by which a hub knows a document again, and which the mapping makes up each time. */
record RepeatCheck(Report report) implements Visitor {

    private static final Pattern IDENTIFIERS = Pattern.compile(".*/(GrpHdr/MsgId|UETR)");
    private static final Set<String> MAKING_UP = Set.of("uuid", "now");

    @Override
    public void formula(MappingFile.Formula formula, Spot spot) {
        look(formula.text(), formula.place(), spot);
    }

    @Override
    public void pair(MappingFile.Pair pair, Spot spot) {
        if (pair.otherwise().startsWith("=")) {
            look(pair.otherwise().substring(1), pair.place(), spot);
        }
    }

    private void look(String formula, Place place, Spot spot) {
        boolean isMadeUp = !Collections.disjoint(FormulaWords.of(formula).functions(), MAKING_UP);
        if (isMadeUp && IDENTIFIERS.matcher(spot.isoPath()).matches()) {
            report.add(
                    MappingFinding.MADE_UP_IDENTIFIER
                            .at(
                                    place,
                                    spot.element().name()
                                            + " is another one each time, so a hub does not know a document that comes again")
                            .hint(
                                    "take a reference of the document that stays the same, or accept it where senders always say an"
                                            + " Idempotency-Key"),
                    spot.isoPath());
        }
    }
}
