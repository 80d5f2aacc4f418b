package org.tongwen.mappings.sheet;

import java.util.List;
import org.tongwen.mappings.line.Line;
import org.tongwen.xsd.finding.Place;

/**
 * A row of the sheet: one rule of the mapping.
 *
 * @param kind what kind of rule
 * @param source the source fields, as paths from the whole document; empty for a formula
 * @param rule what happens to them: the codec, the default, the formula, the template; empty when the value stays as it is
 * @param isoPath names from the root to the element
 * @param type the element's type in a few words; empty when the element is not known
 * @param demand whether the message must hold the element; empty when the element is not known
 * @param cases the conditions under which the rule is used
 * @param note what the author says about it
 * @param place where it stands in the file
 */
public record Row(
        Line.Kind kind,
        List<String> source,
        String rule,
        String isoPath,
        String type,
        String demand,
        List<String> cases,
        String note,
        Place place) {

    /** Copies the lists. */
    public Row {
        source = List.copyOf(source);
        cases = List.copyOf(cases);
    }

    /** The columns of the table, in their order. */
    public static final List<String> COLUMNS =
            List.of("source", "codec or formula", "ISO path", "type", "M/O", "cases", "note");

    /** The cells under {@link #COLUMNS}. */
    public List<String> cells() {
        return List.of(String.join(", ", source), rule, isoPath, type, demand, String.join("; ", cases), note);
    }
}
