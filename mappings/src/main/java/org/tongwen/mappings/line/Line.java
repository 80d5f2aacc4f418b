package org.tongwen.mappings.line;

import java.util.List;
import org.tongwen.xsd.finding.Place;

/**
 * One rule of a mapping's body.
 *
 * @param kind what kind of rule
 * @param isoPath names from the root to the element, divided by slashes: {@code Document/FIToFICstmrCdtTrf/GrpHdr/MsgId}
 * @param text what the file says: a leaf, the path behind {@code each}, what a choice goes by, another word with its value; the element's
 *     name for a group
 * @param base the path of the object that paths start from here; empty for the whole document
 * @param conditions the cases of choices around it, outermost first, such as {@code payer.type = P}
 * @param note the nearest note around it; empty when there is none
 * @param place where it stands
 */
public record Line(
        Kind kind, String isoPath, String text, String base, List<String> conditions, String note, Place place) {

    /** Kinds of lines. */
    public enum Kind {
        /** An element with more inside. */
        GROUP,
        /** A value. */
        LEAF,
        /** The list that an element is repeated for. */
        EACH,
        /** What decides between cases. */
        CHOICE,
        /** Any other word of the language, such as {@code split}. */
        WORD
    }

    /** Copies the conditions. */
    public Line {
        conditions = List.copyOf(conditions);
    }

    /** The element's name. */
    public String element() {
        return isoPath.substring(isoPath.lastIndexOf('/') + 1);
    }
}
