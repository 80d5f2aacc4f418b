package org.tongwen.mappings.plan;

import java.util.Optional;
import org.tongwen.xsd.finding.Place;

/**
 * How one value of a document ended in a translation.
 *
 * @param place where it stands in the document that was translated
 * @param field the field: a source path as mappings write it, or the name of an ISO element
 * @param fate how it ended
 * @param value the value that was there; empty where the mapping's default was written
 * @param became what translating back would give for it; empty when it would not come back at all
 * @param reason why it is not simply mapped, in the mapping author's words
 * @param target where it went: an ISO path, or a path in the institution's document; empty when nowhere
 * @param rule what the mapping says of it, such as {@code remark as text(cut 140)}; empty when it says nothing
 */
public record LedgerEntry(
        Place place,
        String field,
        Fate fate,
        String value,
        Optional<String> became,
        String reason,
        String target,
        String rule) {

    /** Whether the document has a value here that the result does not hold as it was. */
    public boolean isLoss() {
        return fate != Fate.MAPPED && !(fate == Fate.DEFAULTED && value.isEmpty());
    }

    /** The same at another place. */
    public LedgerEntry at(Place other) {
        return new LedgerEntry(other, field, fate, value, became, reason, target, rule);
    }

    /** The same with other texts for the values, such as masks. */
    public LedgerEntry with(String shown, Optional<String> shownBecame) {
        return new LedgerEntry(place, field, fate, shown, shownBecame, reason, target, rule);
    }
}
