package org.tongwen.mappings.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongwen.mappings.plan.OwnershipCheck;
import org.tongwen.mappings.plan.Plan;
import org.tongwen.mappings.read.MappingFile;
import org.tongwen.mappings.read.MappingFile.Element;
import org.tongwen.mappings.read.MappingFile.Group;
import org.tongwen.mappings.read.MappingFile.Word;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.rules.pack.RulePack;
import org.tongwen.rules.pack.RulePacks;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.load.Catalogue;

/** All checks of a mapping that has been compiled. */
public final class MappingChecks {

    private static final String HEADER = "AppHdr";

    private final MappingFile file;
    private final Plan plan;
    private final SourceField schema;
    private final Report report;

    private MappingChecks(MappingFile file, Plan plan, List<Finding> before) {
        this.file = file;
        this.plan = plan;
        this.schema = plan.source();
        this.report = new Report(before, accepted(file));
    }

    /**
     * Checks a mapping.
     *
     * @param before what compiling it has found; some checks are silent after mistakes, so that nothing is said twice
     * @param asOf the day for which rules of schemes count
     * @return these findings and those of the checks
     */
    public static List<Finding> check(
            MappingFile file, Plan plan, Catalogue catalogue, LocalDate asOf, List<Finding> before) {
        MappingChecks checks = new MappingChecks(file, plan, before);
        checks.run(catalogue, asOf);
        return checks.report.findings();
    }

    /** What samples show is accepted where samples are run. */
    private static Map<String, Map<String, Word>> accepted(MappingFile file) {
        Map<String, Map<String, Word>> accepted =
                new LinkedHashMap<>(file.checking().accepted());
        accepted.remove(SampleCoverage.ID);
        return accepted;
    }

    private void run(Catalogue catalogue, LocalDate asOf) {
        Optional<MessageDefinition> header = catalogue.find(file.header().text());
        Set<String> translated =
                Set.copyOf(List.of(file.iso().text(), file.header().text()));
        FormulaCheck formulas = new FormulaCheck(file, schema, new MessageNames(catalogue, translated), report);
        List<Visitor> visitors = List.of(
                formulas,
                new ValueCheck(file, report),
                new NumberCheck(report),
                new ShapeCheck(report),
                new TemplateCheck(report),
                new SplitCheck(report),
                new CharsetCheck(file.policy().charset(), report),
                new CaseCheck(file, report),
                new RepeatCheck(report),
                new UseCheck(file, report));
        root(body(), plan.definition(), visitors, asOf);
        header.ifPresent(definition -> root(headed(), definition, visitors, asOf));
        formulas.back(file.back(), schema);
        formulas.references(file.recallBy().values(), schema);
        carried(asOf);
        schemes();
        new OwnershipCheck(file, schema, plan.isOfStandard(), plan.leaves(), formulas.reads(), report.findings())
                .check();
        visitors.forEach(Visitor::end);
        report.end();
    }

    private void root(List<Element> elements, MessageDefinition definition, List<Visitor> visitors, LocalDate asOf) {
        if (elements.isEmpty()) {
            return;
        }
        List<Visitor> all = new ArrayList<>(visitors);
        for (Word name : file.checking().schemes()) {
            RulePacks.scheme(name.text())
                    .ifPresent(pack -> all.add(SchemeCheck.of(pack, definition.id(), asOf, report)));
        }
        Spot spot = Spot.root(definition.root(), schema);
        new Walk(all).elements(elements, spot);
        new PresenceCheck(report).root(elements, spot);
    }

    /** What travels in supplementary data is written there, which a scheme may forbid. */
    private void carried(LocalDate asOf) {
        if (file.carry().isEmpty()) {
            return;
        }
        Element data = new Element("SplmtryData", List.of(), file.carry().get(0).place());
        Spot root = Spot.root(plan.definition().root(), schema);
        for (Word name : file.checking().schemes()) {
            Optional<RulePack> scheme = RulePacks.scheme(name.text());
            Optional<Spot> spot = root.only().flatMap(body -> body.into(data.name()));
            if (scheme.isPresent() && spot.isPresent()) {
                SchemeCheck.of(scheme.get(), plan.definition().id(), asOf, report)
                        .element(data, spot.get());
            }
        }
    }

    private void schemes() {
        file.checking().schemes().stream()
                .filter(name -> !RulePacks.schemes().contains(name.text()))
                .forEach(name -> report.add(MappingFinding.UNKNOWN_SCHEME
                        .at(name.place(), "there is no rule pack for the scheme " + name.text())
                        .hint("schemes: " + String.join(", ", RulePacks.schemes()))));
    }

    private List<Element> body() {
        return file.body().stream()
                .filter(element -> !element.name().equals(HEADER))
                .toList();
    }

    /** What stands inside the header. */
    private List<Element> headed() {
        return file.body().stream()
                .filter(element -> element.name().equals(HEADER))
                .flatMap(element -> element.contents().stream())
                .filter(Group.class::isInstance)
                .flatMap(content -> ((Group) content).children().stream())
                .toList();
    }
}
