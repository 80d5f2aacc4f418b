package org.tongwen.mappings.plan;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongwen.mappings.tree.Tree;
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
 * @param code the code that the trade has for this kind of loss, such as {@code T0000M} of the CBPR+ translation; empty when there is none
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
        Optional<String> code,
        String target,
        String rule) {

    private static final String HELD = "the document is held for repair";
    private static final Pattern CODED = Pattern.compile("(T\\d{4,5}[A-Z]?): (.*)", Pattern.DOTALL);

    /** An entry whose reason may begin with a code and a colon. */
    public LedgerEntry(
            Place place,
            String field,
            Fate fate,
            String value,
            Optional<String> became,
            String reason,
            String target,
            String rule) {
        this(place, field, fate, value, became, words(reason), code(reason), target, rule);
    }

    /** The code at the beginning of a reason. */
    private static Optional<String> code(String reason) {
        Matcher coded = CODED.matcher(reason);
        return coded.matches() ? Optional.of(coded.group(1)) : Optional.empty();
    }

    /** A reason without the code at its beginning. */
    static String words(String reason) {
        Matcher coded = CODED.matcher(reason);
        return coded.matches() ? coded.group(2) : reason;
    }

    /** Why, with the code behind it if there is one. */
    public String why() {
        return reason + code.map(known -> " (" + known + ")").orElse("");
    }

    /** The same with a code, unless it has one. */
    LedgerEntry coded(Optional<String> usual) {
        return code.isPresent() || usual.isEmpty()
                ? this
                : new LedgerEntry(place, field, fate, value, became, reason, usual, target, rule);
    }

    /** Whether the document has a value here that the result does not hold as it was. */
    public boolean isLoss() {
        return fate != Fate.MAPPED && fate != Fate.HELD && !(fate == Fate.DEFAULTED && value.isEmpty());
    }

    /** A value of a document that is held. */
    static LedgerEntry held(Tree leaf) {
        return new LedgerEntry(leaf.place(), leaf.path(), Fate.HELD, leaf.value(), Optional.empty(), HELD, "", "");
    }

    /** The same at another place. */
    public LedgerEntry at(Place other) {
        return new LedgerEntry(other, field, fate, value, became, reason, code, target, rule);
    }

    /** The same with other texts for the values, such as masks. */
    public LedgerEntry with(String shown, Optional<String> shownBecame) {
        return new LedgerEntry(place, field, fate, shown, shownBecame, reason, code, target, rule);
    }
}
