package org.tongwen.mappings.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tongwen.mappings.format.SourceFormat;
import org.tongwen.rules.pack.Breach;
import org.tongwen.rules.pack.Rulebook;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.message.BusinessMessage;

/** Holds messages that a mapping made against the rules of a scheme, and says which value of the source is to be repaired, and how. */
final class SchemeGate {

    private final SourceFormat format;
    private final List<Leaf> leaves;

    SchemeGate(SourceFormat format, List<Leaf> leaves) {
        this.format = format;
        this.leaves = leaves;
    }

    /** What breaks rules of the profile that the run's context names, at places in the source. */
    List<Finding> check(BusinessMessage message, Relocation relocation, Run run) {
        Optional<String> scheme = run.context.profile().ruling();
        if (scheme.isEmpty()) {
            return List.of();
        }
        return Rulebook.gate(scheme.get(), run.context.day()).breaches(message).stream()
                .flatMap(breach -> withoutFollowUps(breach, run).stream())
                .map(breach -> finding(breach, relocation))
                .toList();
    }

    /** An element that is missing because its value was refused: that has been said. */
    private static Optional<Breach> withoutFollowUps(Breach breach, Run run) {
        String path = Relocation.plain(breach.at().place().path());
        List<String> missing = breach.missing().stream()
                .filter(name -> !run.isLeftOut(path + "/" + name))
                .toList();
        return missing.isEmpty() && !breach.missing().isEmpty()
                ? Optional.empty()
                : Optional.of(breach.missing(missing));
    }

    private Finding finding(Breach breach, Relocation relocation) {
        Place origin = relocation.origin(breach.at().place().path());
        Finding finding = breach.findingFrom(origin.path().isEmpty() ? "" : format.fieldName(origin.path()));
        Optional<String> repair = repair(breach, origin);
        String help = finding.hint().isEmpty() || repair.isEmpty() ? "" : "; ";
        return relocation.relocate(finding.hint(finding.hint() + help + repair.orElse("")));
    }

    /** What would supply what is missing: the format knows its own fields best, else the fields do that the mapping reads. */
    private Optional<String> repair(Breach breach, Place origin) {
        if (breach.missing().isEmpty()) {
            return Optional.empty();
        }
        Optional<String> advice = format.advice(origin.path(), breach.missing());
        return advice.or(() -> {
            String path = Relocation.plain(breach.at().place().path());
            String fields = breach.missing().stream()
                    .flatMap(name -> leaves.stream()
                            .filter(leaf -> leaf.isoPath().equals(path + "/" + name))
                            .flatMap(leaf -> leaf.sources().stream())
                            .map(field -> field + " gives " + name))
                    .distinct()
                    .collect(Collectors.joining(", "));
            return Optional.of(fields).filter(known -> !known.isEmpty());
        });
    }
}
