package org.tongwen.rules.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tongwen.rules.MessageValidator;
import org.tongwen.rules.pack.Rule;
import org.tongwen.rules.pack.RuleLibrary;
import org.tongwen.rules.pack.RuleOutcome;
import org.tongwen.rules.pack.RulePack;
import org.tongwen.rules.pack.RuleSample;
import org.tongwen.rules.pack.RuleVerdict;
import org.tongwen.rules.pack.Rulebook;
import org.tongwen.rules.pack.Then;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Limits;
import org.tongwen.xsd.message.MessageReader;

/**
 * How many faulty messages the rules of a pack find. Faults are made in the pack's sound messages, and in the good samples of its rules at
 * the places that these speak of; the rules' own bad samples count too.
 */
public final class KillRate {

    /**
     * What one rule finds.
     *
     * @param rule which one
     * @param kills how many faulty messages it finds
     * @param first how many of them no rule before it finds
     * @param operators the kinds of faults that it finds
     */
    public record Row(Rule rule, int kills, int first, SortedSet<String> operators) {

        private Row add(String operator, boolean isFirst) {
            SortedSet<String> all = new TreeSet<>(operators);
            all.add(operator);
            return new Row(rule, kills + 1, first + (isFirst ? 1 : 0), all);
        }
    }

    /**
     * What the rules of a pack find, with those of the packs that it extends, which come first.
     *
     * @param mutants how many faulty messages were tried
     * @param killed how many of them some rule finds
     * @param rows one for each rule
     */
    public record Table(int mutants, int killed, List<Row> rows) {
        /** Copies the rows. */
        public Table {
            rows = List.copyOf(rows);
        }
    }

    private final RulePack pack;
    private final Rulebook book;
    private final PackSamples samples;
    private final MessageValidator validator = new MessageValidator(Catalogue.builtIn(), Limits.DEFAULT);
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private int killed;

    private KillRate(RuleLibrary library, RulePack pack, LocalDate day) {
        this.pack = pack;
        this.book = library.rulebook(pack.name(), day);
        this.samples = new PackSamples(library, pack, Catalogue.builtIn());
        book.editions()
                .forEach(edition ->
                        edition.rules().forEach(rule -> rows.put(rule.id(), new Row(rule, 0, 0, new TreeSet<>()))));
    }

    /** Tries all faults on the rules of a library's pack that hold on a day. */
    public static Table of(RuleLibrary library, RulePack pack, LocalDate day) {
        KillRate rate = new KillRate(library, pack, day);
        List<Mutant> mutants = rate.mutants();
        mutants.forEach(rate::judge);
        return new Table(mutants.size(), rate.killed, List.copyOf(rate.rows.values()));
    }

    private List<Mutant> mutants() {
        List<Mutant> mutants = new ArrayList<>();
        samples.bases().values().forEach(base -> mutants.addAll(Mutations.of(base)));
        for (Row row : rows.values()) {
            if (row.rule().pack().equals(pack.name())) {
                row.rule().samples().forEach(sample -> mutants.addAll(of(row.rule(), sample)));
            }
        }
        return mutants;
    }

    private List<Mutant> of(Rule rule, RuleSample sample) {
        SampleMessage message = samples.message(rule, sample);
        if (!sample.good()) {
            return List.of(new Mutant(Mutant.SAMPLE, sample.text(), message.xml()));
        }
        Set<String> places = sample.text()
                .lines()
                .map(line -> line.replaceFirst("[=@].*", "")
                        .replaceFirst("^[-+~]", "")
                        .strip())
                .filter(path -> path.contains("/"))
                .collect(Collectors.toSet());
        return Mutations.at(path -> places.stream().anyMatch(place -> place.startsWith(path)), message);
    }

    private void judge(Mutant mutant) {
        Checked<BusinessMessage> read = validator.validate(mutant.xml());
        List<Rule> found = read.value().isEmpty() || MessageReader.brokeOff(read.findings())
                ? ofUnreadable(read.findings())
                : book.judge(read.value().get(), read.findings()).verdicts().stream()
                        .filter(verdict -> verdict.outcome() == RuleOutcome.FAIL)
                        .map(RuleVerdict::rule)
                        .toList();
        killed += found.isEmpty() ? 0 : 1;
        for (int i = 0; i < found.size(); i++) {
            boolean first = i == 0;
            rows.computeIfPresent(found.get(i).id(), (id, row) -> row.add(mutant.operator(), first));
        }
    }

    /** Of a message that cannot be read only the rules on bytes and envelope say anything. */
    private List<Rule> ofUnreadable(List<Finding> findings) {
        return rows.values().stream()
                .map(Row::rule)
                .filter(rule -> rule.question().anywhere().isEmpty())
                .filter(rule -> rule.then() instanceof Then.BuiltIn builtIn
                        && findings.stream()
                                .anyMatch(finding -> builtIn.ids().stream()
                                        .anyMatch(id -> finding.id().startsWith(id))))
                .toList();
    }
}
