package org.tongwen.mappings.check;

import java.util.List;
import org.tongwen.mappings.codec.Codecs;
import org.tongwen.mappings.plan.Formula;
import org.tongwen.mappings.read.MappingFile;
import org.tongwen.xsd.finding.Place;

/**
 * Compares the constants and defaults of a mapping with the set of characters that its policy demands: what is outside would be refused in
 * every message.
 *
 * @param set the name of the set; {@code any} for all characters
 */
record CharsetCheck(String set, Report report) implements Visitor {

    private static final String ANY = "any";

    @Override
    public void formula(MappingFile.Formula formula, Spot spot) {
        constant("the constant", formula.text(), formula.place());
    }

    @Override
    public void pair(MappingFile.Pair pair, Spot spot) {
        if (pair.codec().isEmpty()) {
            constant("the default", pair.otherwise(), pair.place());
        }
    }

    private void constant(String what, String text, Place place) {
        if (set.equals(ANY) || !(Formula.simple(text, List.of()).orElse(null) instanceof Formula.Literal literal)) {
            return;
        }
        Codecs.uncarried(literal.value(), set)
                .ifPresent(character -> report.add(MappingFinding.PATTERN_NEVER
                        .at(place, what + " has the character " + character + ", which is not in the set " + set)
                        .value(literal.value())));
    }
}
