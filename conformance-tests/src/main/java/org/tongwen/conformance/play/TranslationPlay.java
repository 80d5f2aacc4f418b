package org.tongwen.conformance.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.tongwen.conformance.plan.TranslationCase;
import org.tongwen.conformance.plan.Verdict;
import org.tongwen.conformance.run.CaseResult;
import org.tongwen.conformance.run.Outcome;
import org.tongwen.conformance.run.StepResult;
import org.tongwen.xsd.finding.FindingText;

/** Puts a document before the participant's translator, and looks at what comes of it. */
public final class TranslationPlay {

    private static final int MOST_DIFFERENCES = 10;

    private final TranslationCase tested;
    private final Stage stage;
    private final List<StepResult> steps = new ArrayList<>();
    private final List<Integer> evidence = new ArrayList<>();

    private TranslationPlay(TranslationCase tested, Stage stage) {
        this.tested = tested;
        this.stage = stage;
    }

    /** Always gives a result. */
    public static CaseResult play(TranslationCase tested, Stage stage) {
        if (stage.config().endpoints().translate().isEmpty()) {
            return CaseResult.of(
                    tested.name(),
                    tested.title(),
                    Outcome.NOT_RUN,
                    "the configuration names no address endpoints.translate");
        }
        try {
            return new TranslationPlay(tested, stage).play();
        } catch (RuntimeException | StackOverflowError e) {
            return CaseResult.of(tested.name(), tested.title(), Outcome.ERROR, "the suite broke: " + e);
        }
    }

    private CaseResult play() {
        HttpTranslator.Translated came = translate(tested.toIso(), tested.document());
        if (tested.result() instanceof TranslationCase.Refused refused) {
            refused(refused, came);
        } else if (came instanceof HttpTranslator.Done done) {
            translated(done);
        } else {
            add(came, StepResult.fail("translate", "a translation", words(came)));
        }
        Outcome outcome =
                Outcome.gravest(steps.stream().map(StepResult::outcome).toList());
        String reason = steps.stream()
                .filter(step -> step.outcome() != Outcome.PASS)
                .map(step -> step.what() + ": expected " + step.expected() + ", but " + step.actual())
                .reduce((one, other) -> one + "\n" + other)
                .orElse("");
        return new CaseResult(tested.name(), tested.title(), outcome, reason, steps, evidence);
    }

    private HttpTranslator.Translated translate(boolean toIso, byte[] document) {
        HttpTranslator translator = new HttpTranslator(
                stage.client(),
                stage.config().endpoints().translate().orElseThrow(),
                stage.config().mappings());
        HttpTranslator.Translated came = translator.translate(tested.mapping(), toIso, tested.given(), document);
        evidence.addAll(came.reply().evidence());
        return came;
    }

    private void refused(TranslationCase.Refused expected, HttpTranslator.Translated came) {
        String words = "a refusal" + expected.finding().map(id -> " with " + id).orElse("");
        boolean good = came instanceof HttpTranslator.Refused refused
                && expected.finding().map(refused.findings()::contains).orElse(true);
        add(
                came,
                good
                        ? StepResult.pass("translate", words, words(came))
                        : StepResult.fail("translate", words, words(came)));
    }

    private void translated(HttpTranslator.Done done) {
        losses(done);
        byte[] iso = tested.toIso() ? done.result() : tested.document();
        if (tested.toIso()) {
            valid(done, iso);
        }
        if (tested.result() instanceof TranslationCase.Exactly exactly) {
            String difference = Canonical.difference(
                    fixed(Canonical.values(exactly.document())),
                    fixed(Canonical.values(done.result())),
                    MOST_DIFFERENCES);
            same(done, "compare the result", "what the plan says must come", difference);
        } else {
            back(done);
        }
    }

    private void losses(HttpTranslator.Done done) {
        String expected = tested.losses().isEmpty() ? "no loss" : String.join(", ", new TreeSet<>(tested.losses()));
        String actual = done.losses().isEmpty() ? "no loss" : String.join(", ", new TreeSet<>(done.losses()));
        add(
                done,
                expected.equals(actual)
                        ? StepResult.pass("declared losses", expected, actual)
                        : StepResult.fail("declared losses", expected, Scene.shortened(actual)));
    }

    private void valid(HttpTranslator.Done done, byte[] iso) {
        Judgement judgement = stage.judge().judge(iso);
        String findings = FindingText.lines(judgement.findings()).strip();
        add(
                done,
                judgement.verdict() == Verdict.VALID
                        ? StepResult.pass("judge the result", "a valid message", "it is so")
                        : StepResult.fail("judge the result", "a valid message", Scene.shortened(findings)));
    }

    /** Back again the document must say the same, but for what was declared lost. */
    private void back(HttpTranslator.Done there) {
        HttpTranslator.Translated back = translate(!tested.toIso(), there.result());
        if (!(back instanceof HttpTranslator.Done returned)) {
            add(back, StepResult.fail("translate back", "a translation", words(back)));
            return;
        }
        Map<String, String> before = fixed(Canonical.without(there.losses(), Canonical.values(tested.document())));
        Map<String, String> after = fixed(Canonical.without(there.losses(), Canonical.values(returned.result())));
        same(
                returned,
                "translate back",
                "the document again, but for the declared losses",
                Canonical.difference(before, after, MOST_DIFFERENCES));
    }

    /** Without what the translator may choose. */
    private Map<String, String> fixed(Map<String, String> values) {
        return Canonical.without(tested.free(), values);
    }

    private void same(HttpTranslator.Translated came, String what, String expected, String difference) {
        add(
                came,
                difference.isEmpty()
                        ? StepResult.pass(what, expected, "it is so")
                        : StepResult.fail(what, expected, Scene.shortened(difference)));
    }

    private void add(HttpTranslator.Translated came, StepResult result) {
        steps.add(new StepResult(
                result.what(),
                result.expected(),
                result.actual(),
                result.outcome(),
                Optional.of(came.request().curl())));
    }

    private static String words(HttpTranslator.Translated came) {
        if (came instanceof HttpTranslator.Refused refused) {
            return "it was refused: " + String.join(", ", refused.findings());
        }
        return came instanceof HttpTranslator.Nothing nothing ? nothing.words() : "it was translated";
    }
}
