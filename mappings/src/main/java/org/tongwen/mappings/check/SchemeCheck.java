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
import org.tongwen.rules.scheme.ElementRule;
import org.tongwen.rules.scheme.Scheme;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/**
 * Compares what a mapping writes with what a scheme forbids and demands.
 *
 * @param scheme the scheme
 * @param message the message that is written
 * @param asOf the day that counts; what holds later only is a warning
 */
record SchemeCheck(Scheme scheme, String message, LocalDate asOf, Report report) implements Visitor {

    @Override
    public void element(Element element, Spot spot) {
        for (ElementRule rule : scheme.rules()) {
            // What depends on the value shows when messages are made.
            if (rule.isFor(message) && rule.unless().isEmpty() && rule.forbids(spot.isoPath())) {
                say(rule, element.place(), spot, element.name() + " may not be written");
            }
            if (rule.isFor(message) && rule.demandsOf(spot.isoPath())) {
                element.contents().forEach(content -> demand(rule, content, spot));
            }
        }
    }

    private void demand(ElementRule rule, Content content, Spot spot) {
        if (!(content instanceof Group group) || group.shape() instanceof Stylesheet) {
            return;
        }
        if (group.choice().isPresent()) {
            group.choice().get().cases().values().forEach(one -> demand(rule, one, spot));
            return;
        }
        Set<String> written = group.shape() instanceof Split split
                ? Set.copyOf(split.names())
                : group.children().stream().map(Element::name).collect(Collectors.toSet());
        List<String> missing =
                rule.demand().stream().filter(name -> !written.contains(name)).toList();
        if (!missing.isEmpty()) {
            say(rule, group.place(), spot, spot.element().name() + " needs " + String.join(" and ", missing));
        }
    }

    private void say(ElementRule rule, Place place, Spot spot, String what) {
        boolean now = rule.isInForce(asOf);
        String when = now ? "" : " from " + rule.from().map(LocalDate::toString).orElse("") + " on";
        String sentence = what + when + ": " + rule.words() + " (" + scheme.name() + " " + rule.id() + ")";
        Finding finding = now && rule.certain()
                ? MappingFinding.SCHEME_FORBIDS.at(place, sentence)
                : MappingFinding.SCHEME_FORBIDS.warning(place, sentence);
        report.add(rule.certain() ? finding : finding.hint("the rule's source is not certain"), spot.isoPath());
    }
}
