package org.tongwen.mappings.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongwen.mappings.read.MappingFile.Content;
import org.tongwen.mappings.read.MappingFile.Element;
import org.tongwen.mappings.read.MappingFile.Group;
import org.tongwen.mappings.read.MappingFile.Split;
import org.tongwen.mappings.read.MappingFile.Stylesheet;
import org.tongwen.rules.pack.Rule;
import org.tongwen.rules.pack.RulePack;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/**
 * Compares what a mapping writes with what a scheme forbids and demands. Rules that depend on values show when messages are made.
 *
 * @param rules those rules of the scheme that speak of the message, also those that hold later only
 * @param asOf the day that counts; what holds later only is a warning
 */
record SchemeCheck(List<Rule> rules, LocalDate asOf, Report report) implements Visitor {

    /** The check for a message that is written. */
    static SchemeCheck of(RulePack scheme, String message, LocalDate asOf, Report report) {
        return new SchemeCheck(
                scheme.since(asOf).stream().filter(rule -> rule.isFor(message)).toList(), asOf, report);
    }

    @Override
    public void element(Element element, Spot spot) {
        for (Rule rule : rules) {
            if (rule.forbids(spot.isoPath())) {
                say(rule, element.place(), spot, element.name() + " may not be written");
            }
            List<String> demanded = rule.demandsOf(spot.isoPath());
            if (!demanded.isEmpty()) {
                element.contents().forEach(content -> demand(rule, demanded, content, spot));
            }
        }
    }

    private void demand(Rule rule, List<String> demanded, Content content, Spot spot) {
        if (!(content instanceof Group group) || group.shape() instanceof Stylesheet) {
            return;
        }
        if (group.choice().isPresent()) {
            group.choice().get().cases().values().forEach(one -> demand(rule, demanded, one, spot));
            return;
        }
        Set<String> written = group.shape() instanceof Split split
                ? Set.copyOf(split.names())
                : group.children().stream().map(Element::name).collect(Collectors.toSet());
        List<String> missing =
                demanded.stream().filter(name -> !written.contains(name)).toList();
        if (!missing.isEmpty()) {
            say(rule, group.place(), spot, spot.element().name() + " needs " + String.join(" and ", missing));
        }
    }

    private void say(Rule rule, Place place, Spot spot, String what) {
        boolean now = rule.isInForce(asOf);
        String when = now ? "" : " from " + rule.from().map(LocalDate::toString).orElse("") + " on";
        String sentence = what + when + ": " + rule.words() + " (" + rule.pack() + " " + rule.name() + ")";
        Finding finding = now && rule.isCertain()
                ? MappingFinding.SCHEME_FORBIDS.at(place, sentence)
                : MappingFinding.SCHEME_FORBIDS.warning(place, sentence);
        report.add(rule.isCertain() ? finding : finding.hint("the rule's source is not certain"), spot.isoPath());
    }
}
