package org.tongwen.conformance.certificate;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tongwen.conformance.plan.Plan;
import org.tongwen.conformance.plan.Requirement;
import org.tongwen.rules.yaml.Section;
import org.tongwen.rules.yaml.Yaml;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Nearest;

/** Reads a file of waivers: a list {@code waivers} whose entries hold {@code requirement}, {@code owner}, {@code reason} and {@code until}. */
public final class Waivers {

    private static final Set<String> KEYS = Set.of("waivers");
    private static final Set<String> ENTRY_KEYS = Set.of("requirement", "owner", "reason", "until");

    private final List<String> known;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Waiver> waivers = new ArrayList<>();

    private Waivers(Plan plan) {
        this.known = plan.requirements().stream().map(Requirement::id).toList();
    }

    /**
     * Reads the waivers of a plan. A file with any mistake holds none; the findings list all mistakes by line and column.
     *
     * @param name of the file, for the findings
     */
    public static Checked<List<Waiver>> read(String name, byte[] file, Plan plan) {
        Waivers reader = new Waivers(plan);
        Section.read("conformance", name, file, KEYS, reader.findings)
                .ifPresent(top -> top.sections("waivers", ENTRY_KEYS).forEach(reader::entry));
        return reader.findings.isEmpty()
                ? Checked.of(reader.waivers, List.of())
                : Checked.none(reader.findings.stream().sorted().toList());
    }

    private void entry(Section entry) {
        Optional<Yaml.Text> requirement = entry.text("requirement").filter(this::isKnown);
        Optional<Yaml.Text> owner = entry.text("owner");
        Optional<Yaml.Text> reason = entry.text("reason");
        Optional<LocalDate> until = entry.text("until").flatMap(this::day);
        if (requirement.isPresent() && owner.isPresent() && reason.isPresent() && until.isPresent()) {
            waivers.add(new Waiver(
                    requirement.get().text(), owner.get().text(), reason.get().text(), until.get()));
        }
    }

    private boolean isKnown(Yaml.Text id) {
        if (!known.contains(id.text())) {
            findings.add(Finding.error("waiver.UnknownRequirement", id.place(), "the plan has no such requirement")
                    .value(id.text())
                    .hint(Nearest.of(id.text(), known)
                            .map(name -> "did you mean " + name + "?")
                            .orElse("")));
        } else if (waivers.stream().anyMatch(each -> each.requirement().equals(id.text()))) {
            findings.add(Finding.error("waiver.Duplicate", id.place(), "this requirement is waived above"));
        }
        return known.contains(id.text());
    }

    private Optional<LocalDate> day(Yaml.Text until) {
        try {
            return Optional.of(LocalDate.parse(until.text()));
        } catch (DateTimeParseException e) {
            findings.add(Finding.error("waiver.WrongDay", until.place(), "must be a day such as 2026-12-31")
                    .value(until.text()));
            return Optional.empty();
        }
    }
}
