package org.tongwen.rules.pack;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongwen.rules.condition.Path;
import org.tongwen.rules.condition.Subject;
import org.tongwen.xsd.finding.Finding;

/**
 * A rule that a message breaks.
 *
 * @param rule which one
 * @param at where
 * @param missing names of the elements that a group lacks of which the rule demands them; none for other rules
 * @param detail what more is to be said; empty when the rule's words say it
 */
public record Breach(Rule rule, Subject at, List<String> missing, String detail) {

    private static final Path ABOVE =
            new Path(false, List.of(new Path.Step(Subject.AROUND, Optional.empty())), Optional.empty());

    /** Copies the names. */
    public Breach {
        missing = List.copyOf(missing);
    }

    /** The same with only some of the elements that are missing. */
    public Breach missing(List<String> some) {
        return new Breach(rule, at, some, detail);
    }

    /** What to say of a message that somebody sent. */
    public Finding finding() {
        return finding("", rule.advice().hint());
    }

    /** What to say of a message that was made of an ISO message: what that one lacks. */
    public Finding findingOfMade() {
        String iso = rule.advice().iso();
        return finding("", iso.isEmpty() ? rule.advice().hint() : iso);
    }

    /**
     * What to say of an ISO message that was made of another document.
     *
     * @param origin what the value came from, in the words of that document; empty when it is not known
     */
    public Finding findingFrom(String origin) {
        return finding(origin, rule.advice().hint());
    }

    private Finding finding(String origin, String hint) {
        String doubt = rule.isCertain() || rule.reference().isEmpty() ? "" : "the rule's source is not certain";
        String help = Stream.of(
                        hint,
                        codes("network error ", rule.advice().codes()),
                        codes("translation code ", rule.advice().translation()),
                        doubt)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
        return new Finding(rule.severity(), rule.id(), at.place(), sentence(origin), value(), help);
    }

    private Optional<String> value() {
        return isOfElements() ? Optional.empty() : Optional.of(at.text()).filter(text -> !text.isEmpty());
    }

    private boolean isOfElements() {
        return rule.then() instanceof Then.Forbidden || rule.then() instanceof Then.Demanded;
    }

    private static String codes(String what, List<String> codes) {
        return codes.isEmpty() ? "" : what + String.join(", ", codes);
    }

    /** The party or agent that the element belongs to: the nearest element around it, or itself, that is one. */
    private Optional<Subject> party() {
        Optional<Subject> found = Optional.of(at);
        while (found.isPresent() && !ElementWords.isParty(found.get().name())) {
            found = ABOVE.first(found.get());
        }
        return found;
    }

    /**
     * The breach in one sentence, such as {@code the address of the debtor (Dbtr) lacks town (TwnNm) and country (Ctry)}.
     *
     * @param origin what the value came from, in the words of its document; empty when it is not known
     */
    private String sentence(String origin) {
        String more = detail.isEmpty() ? "" : "; " + detail;
        if (!isOfElements()) {
            String from = origin.isEmpty() || rule.reference().isEmpty() ? "" : origin + ": ";
            return from + rule.words() + more + rule.reference();
        }
        String from = origin.isEmpty() ? "" : ", from " + origin + ",";
        String what = missing.isEmpty() ? " may not be there" : " lacks " + ElementWords.and(missing);
        return subject() + from + what + ": " + rule.words() + more + rule.reference();
    }

    private String subject() {
        Optional<String> whose = party().map(Subject::name);
        String own = ElementWords.of(at.name());
        return whose.isEmpty() || whose.get().equals(at.name()) ? own : own + " of " + ElementWords.of(whose.get());
    }
}
