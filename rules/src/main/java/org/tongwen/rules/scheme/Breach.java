package org.tongwen.rules.scheme;

import java.util.List;
import java.util.Optional;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.message.Node;

/**
 * A rule of a scheme that a message breaks.
 *
 * @param scheme whose rule it is
 * @param rule the rule
 * @param node the element that may not be there, or that lacks others
 * @param missing names of the elements that it lacks; none when it is the element itself that may not be there
 */
public record Breach(Scheme scheme, ElementRule rule, Node node, List<String> missing) {

    /** Copies the names. */
    public Breach {
        missing = List.copyOf(missing);
    }

    /** The same with only some of the elements that are missing. */
    public Breach missing(List<String> some) {
        return new Breach(scheme, rule, node, some);
    }

    /** The party or agent that the element belongs to: the nearest element around it, or itself, that is one. */
    public Optional<Node> party() {
        Optional<Node> at = Optional.of(node);
        while (at.isPresent() && !ElementWords.isParty(at.get().name())) {
            at = at.get().parent();
        }
        return at;
    }

    /**
     * The breach in one sentence, such as {@code the address of the debtor (Dbtr) lacks town (TwnNm) and country (Ctry)}.
     *
     * @param origin what the value came from, in the words of its document; empty when it is not known
     */
    public String sentence(String origin) {
        String from = origin.isEmpty() ? "" : ", from " + origin + ",";
        String what = missing.isEmpty() ? " may not be there" : " lacks " + ElementWords.and(missing);
        return subject() + from + what + ": " + rule.words() + " (" + scheme.name() + " " + rule.id() + ")";
    }

    private String subject() {
        Optional<String> whose = party().map(Node::name);
        String own = ElementWords.of(node.name());
        return whose.isEmpty() || whose.get().equals(node.name()) ? own : own + " of " + ElementWords.of(whose.get());
    }

    /** What is to be said of it, at the element's own place: an error when the rule is beyond doubt, else a warning. */
    public Finding finding(String origin) {
        String id = SchemeRules.PREFIX + rule.id();
        return rule.certain()
                ? Finding.error(id, node.place(), sentence(origin))
                : Finding.warning(id, node.place(), sentence(origin)).hint("the rule's source is not certain");
    }
}
