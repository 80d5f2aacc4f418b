package org.tongwen.xsd.sample;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tongwen.xsd.message.Message;
import org.tongwen.xsd.message.Node;

/** A message of which one thing was broken. It is written when asked for, because there are many. */
public final class Mutant {

    private final Message original;
    private final Operator operator;
    private final Node place;
    private final String breaks;
    private final Optional<String> finding;
    private final Function<Markup, Map<Node, String>> change;

    /**
     * Describes a mutant.
     *
     * @param change the elements that are written otherwise, and how
     */
    Mutant(
            Message original,
            Operator operator,
            Node place,
            String breaks,
            Optional<String> finding,
            Function<Markup, Map<Node, String>> change) {
        this.original = original;
        this.operator = operator;
        this.place = place;
        this.breaks = breaks;
        this.finding = finding;
        this.change = change;
    }

    /** In which way it is broken. */
    public Operator operator() {
        return operator;
    }

    /** ISO path, in the original, of the element at which it was broken. */
    public String path() {
        return place.path();
    }

    /** What was done, in words. */
    public String breaks() {
        return breaks;
    }

    /** The id of a finding that must be among those that are raised; empty when more than one is possible. */
    public Optional<String> finding() {
        return finding;
    }

    /** The mutant as XML in UTF-8. */
    public byte[] xml() {
        Markup plain = new Markup(original, Writing.PLAIN, Map.of());
        return new Markup(original, Writing.PLAIN, change.apply(plain))
                .document()
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return operator + " at " + path() + ": " + breaks;
    }
}
