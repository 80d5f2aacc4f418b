package org.tongwen.mappings.plan;

import java.util.List;
import java.util.Optional;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.finding.Place;

/**
 * A leaf of a mapping, resolved: one row of the analyst's sheet.
 *
 * @param isoPath names from the root's child to the element, divided by slashes
 * @param element the ISO element
 * @param sources the source fields that it carries, as paths from the whole document; none for a constant or formula
 * @param owned how many of them, the first ones, only this leaf may fill on the way back
 * @param field what the source schema says of the first of them
 * @param text the leaf as the mapping writes it
 * @param cases the cases of choices that it stands in, outermost first, as {@code choice#case}
 * @param place where it stands in the mapping file
 */
public record Leaf(
        String isoPath,
        ElementDeclaration element,
        List<String> sources,
        int owned,
        Optional<SourceField> field,
        String text,
        List<String> cases,
        Place place) {

    /** Copies the lists. */
    public Leaf {
        sources = List.copyOf(sources);
        cases = List.copyOf(cases);
    }

    /** Whether this leaf and another stand in different cases of one choice, so that only one of them is ever used. */
    public boolean excludes(Leaf other) {
        for (int i = 0; i < Math.min(cases.size(), other.cases.size()); i++) {
            if (!cases.get(i).equals(other.cases.get(i))) {
                return choice(cases.get(i)).equals(choice(other.cases.get(i)));
            }
        }
        return false;
    }

    private static String choice(String caseName) {
        return caseName.substring(0, caseName.indexOf('#'));
    }
}
