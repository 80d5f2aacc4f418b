package org.tongwen.rules.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongwen.rules.MessageValidator;
import org.tongwen.rules.pack.Rule;
import org.tongwen.rules.pack.RuleLibrary;
import org.tongwen.rules.pack.RuleOutcome;
import org.tongwen.rules.pack.RulePack;
import org.tongwen.rules.pack.RuleRelease;
import org.tongwen.rules.pack.RuleSample;
import org.tongwen.rules.pack.RuleVerdict;
import org.tongwen.rules.pack.Then;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.finding.Severity;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Limits;

/**
 * Proves the rules of a pack by their samples: a rule passes its good samples and fails its bad ones, on a day on which it holds, and
 * nothing stands against the pack's sound messages.
 */
public final class PackCheck {

    private static final LocalDate ANY_DAY = LocalDate.of(2026, 12, 1);

    private final RuleLibrary library;
    private final RulePack pack;
    private final PackSamples samples;
    private final MessageValidator validator;

    /** A check of a pack of a library. */
    public PackCheck(RuleLibrary library, RulePack pack, Catalogue definitions) {
        this.library = library;
        this.pack = pack;
        this.samples = new PackSamples(library, pack, definitions);
        this.validator = new MessageValidator(definitions, Limits.DEFAULT);
    }

    /** All that is wrong, at places in the pack. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (RuleRelease release : pack.releases()) {
            for (Rule rule : release.rules()) {
                rule.samples().forEach(sample -> proof(rule, sample).ifPresent(findings::add));
            }
        }
        pack.bases().keySet().stream().sorted().forEach(base -> findings.addAll(ofBase(base)));
        missing().forEach(findings::add);
        return findings.stream().distinct().toList();
    }

    /** Rules without a bad sample: nobody knows whether they find anything. */
    private Stream<Finding> missing() {
        return pack.rules().stream()
                .filter(rule -> !(rule.then() instanceof Then.NotRun))
                .filter(rule -> rule.samples().stream().allMatch(RuleSample::good))
                .map(rule -> Finding.warning(
                        "rules.NoSample",
                        head(),
                        rule.name() + " has no bad sample, so nothing shows that it finds anything"));
    }

    private Place head() {
        return library.place(pack, Place.NOWHERE.in("pack.yaml"));
    }

    /** Why a sample does not prove its rule; empty when it does. */
    public Optional<Finding> proof(Rule rule, RuleSample sample) {
        Place place = library.place(pack, sample.place());
        SampleMessage message;
        try {
            message = samples.message(rule, sample);
        } catch (IllegalArgumentException e) {
            return Optional.of(finding("rules.SampleForm", place, rule, sample, String.valueOf(e.getMessage())));
        }
        Checked<BusinessMessage> read = validator.validate(message.xml());
        // What a built-in rule finds is what the validator finds.
        boolean mayBeInvalid = rule.then() instanceof Then.BuiltIn && !sample.good();
        Optional<Finding> invalid = read.findings().stream()
                .filter(finding -> finding.id().startsWith("xsd."))
                .findFirst();
        if (invalid.isPresent() && !mayBeInvalid) {
            String what = "is not valid by its schema: " + invalid.get().message() + ", at "
                    + invalid.get().place().path();
            return Optional.of(finding("rules.SampleInvalid", place, rule, sample, what));
        }
        if (read.value().isEmpty()) {
            return Optional.empty();
        }
        RuleOutcome wanted = sample.good() ? RuleOutcome.PASS : RuleOutcome.FAIL;
        Optional<RuleVerdict> verdict = verdict(rule, read.value().get(), read.findings());
        return verdict.filter(one -> one.outcome() == wanted).isPresent()
                ? Optional.empty()
                : Optional.of(finding("rules.SampleFails", place, rule, sample, "comes out as " + said(verdict)));
    }

    private static String said(Optional<RuleVerdict> verdict) {
        return verdict.map(one -> one.outcome().name() + (one.reason().isEmpty() ? "" : " (" + one.reason() + ")"))
                .orElse("nothing: the rule is not for this message");
    }

    private Optional<RuleVerdict> verdict(Rule rule, BusinessMessage message, List<Finding> validation) {
        return library.alone(pack.name(), day(rule)).judge(message, validation).verdicts().stream()
                .filter(one -> one.rule().id().equals(rule.id()))
                .findFirst();
    }

    /** A day on which a rule of a release holds. */
    private static LocalDate day(Rule rule) {
        return rule.from().or(rule::until).orElse(ANY_DAY);
    }

    private static Finding finding(String id, Place place, Rule rule, RuleSample sample, String what) {
        String kind = sample.good() ? "good" : "bad";
        return Finding.error(id, place, "The " + kind + " sample of " + rule.name() + " " + what);
    }

    /** What stands against a sound message of the pack, by the rules that hold last. */
    private List<Finding> ofBase(String name) {
        Map<String, SampleMessage> all;
        try {
            all = samples.bases();
        } catch (IllegalArgumentException e) {
            return List.of(Finding.error("rules.SampleForm", head(), "A base cannot be made: " + e.getMessage()));
        }
        SampleMessage base = Optional.ofNullable(all.get(name)).orElseThrow();
        Checked<BusinessMessage> read = validator.validate(base.xml());
        RuleRelease last = pack.releases().get(pack.releases().size() - 1);
        LocalDate day = last.until().or(last::from).orElse(ANY_DAY);
        Stream<Finding> ofRules = read.value().stream()
                .flatMap(message ->
                        library.rulebook(pack.name(), day).judge(message, read.findings()).findings().stream());
        return Stream.concat(read.findings().stream(), ofRules)
                .filter(finding -> finding.severity() != Severity.NOTE)
                .map(finding -> new Finding(
                        finding.severity(),
                        "rules.BaseFails",
                        head(),
                        "The sound message " + name + " is not: " + finding.id() + ", " + finding.message() + ", at "
                                + finding.place().path(),
                        Optional.empty(),
                        ""))
                .toList();
    }
}
