package org.tongwen.mappings.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.tongwen.mappings.Authored;
import org.tongwen.mappings.Mapping;
import org.tongwen.mappings.codec.ShortIds;
import org.tongwen.mappings.plan.Context;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Fate;
import org.tongwen.mappings.plan.LedgerEntry;
import org.tongwen.mappings.plan.Reporting;
import org.tongwen.mappings.plan.Translation;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.FindingText;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.finding.VisibleText;

/** Runs one case: there, back, and there once more. */
final class SampleRun {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T02:30:00Z"), ZoneOffset.UTC);
    private static final UUID ID = UUID.fromString("5f1c2e0a-9d3b-4c77-8a21-6e4b0d9f3a52");

    /** Findings about values that do not come back as they were. */
    private static final Set<String> SAID = Set.of("mapping.UnreadIso", "mapping.UndeclaredLoss");

    private final Sample sample;
    private final Mapping mapping;
    private final Reading institution;
    private final String document;
    private final Expectations expectations;
    private final Map<Direction, Set<Place>> exercised = new EnumMap<>(Direction.class);
    private Terms terms = Terms.DEFAULT;

    private SampleRun(Sample sample, Authored mapping, String document, boolean update) {
        this.sample = sample;
        this.mapping = mapping.ready();
        this.institution = Reading.of(this.mapping.mediaType(), mapping::read);
        this.document = document;
        this.expectations = new Expectations(document, update);
    }

    /**
     * Runs the case.
     *
     * @param document what places call its folder
     * @param update whether to write what comes out instead of comparing it
     */
    static SampleResult run(Sample sample, Authored mapping, String document, boolean update) {
        long start = System.nanoTime();
        SampleRun run = new SampleRun(sample, mapping, document, update);
        try {
            run.begin();
        } catch (IOException e) {
            run.expectations.problem("sample.Unreadable", "", "a file of the sample cannot be read or written", "" + e);
        }
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        return new SampleResult(
                sample, run.expectations.problems(), run.expectations.updated(), time, run.terms, run.exercised);
    }

    private void begin() throws IOException {
        sample.strangers()
                .forEach(file -> expectations.problem(
                        "sample.UnknownFile",
                        String.valueOf(file.getFileName()),
                        "a sample knows no file of this name; is it mistyped?",
                        ""));
        Checked<Terms> read = Terms.read(sample.folder(), document + "/" + Terms.FILE);
        read.findings()
                .forEach(finding -> expectations
                        .problems()
                        .add(new SampleProblem(finding.id(), finding.place(), finding.message(), finding.hint())));
        if (read.value().isPresent()) {
            terms = read.value().get();
            if (isSound()) {
                run();
            }
        }
    }

    private boolean isSound() {
        terms.givenNames().stream()
                .filter(name -> !mapping.given().contains(name))
                .forEach(name -> expectations.problem(
                        "sample.Given", Terms.FILE, "the mapping takes no given value " + name, ""));
        Path input = input(terms.first());
        if (!Files.exists(input)) {
            String hint = terms.first() == Direction.TO_ISO
                    ? "; a case that begins with the message says start: iso in " + Terms.FILE
                    : "";
            expectations.problem(
                    "sample.Missing", String.valueOf(input.getFileName()), "the case begins with this file" + hint, "");
        }
        return Files.exists(input)
                && expectations.problems().stream()
                        .noneMatch(problem -> problem.id().equals("sample.Given"));
    }

    private void run() throws IOException {
        Context context = context(terms, sample, Reporting.LINEAGE);
        Direction there = terms.first();
        byte[] original = Files.readAllBytes(input(there));
        Translation first = translate(there, original, context);
        expectations.said(sample.said(there), said(first));
        if (first.result().isEmpty()) {
            refused(there, first);
            return;
        }
        byte[] middle = first.result().get();
        Path file = input(there.opposite());
        expectations.document(file, middle, reading(there.opposite()));
        if (terms.law() == Law.NONE) {
            expectations.needless(back(there), "nothing comes back with roundTrip: none");
            expectations.needless(sample.said(there.opposite()), "nothing is said with roundTrip: none");
            return;
        }
        // Their own form of the document counts: places in what is said refer to it.
        back(context, original, first, Files.exists(file) ? Files.readAllBytes(file) : middle);
    }

    /** Translates, and remembers which leaves had something to do. */
    private Translation translate(Direction direction, byte[] document, Context context) {
        Translation translation = mapping.translate(direction, document, context);
        exercised.computeIfAbsent(direction, key -> new HashSet<>()).addAll(translation.exercised());
        return translation;
    }

    static Context context(Terms terms, Sample sample, Reporting reporting) {
        return new Context(terms.given(), CLOCK, () -> ID, reporting, sample::original)
                .under(terms.profile())
                .keeping(ShortIds.remembering());
    }

    private void refused(Direction there, Translation first) throws IOException {
        Path expected = input(there.opposite());
        if (Files.exists(expected)) {
            expectations.problem(
                    "sample.Refused",
                    String.valueOf(expected.getFileName()),
                    "the translation is refused; delete this file if that is meant",
                    FindingText.lines(first.findings()));
        }
        expectations.needless(back(there), "nothing comes back from a refusal");
        expectations.needless(sample.said(there.opposite()), "nothing is said on the way back from a refusal");
    }

    private void back(Context context, byte[] original, Translation first, byte[] middle) throws IOException {
        Direction there = terms.first();
        Translation second = translate(there.opposite(), middle, context);
        expectations.said(sample.said(there.opposite()), said(second));
        if (second.result().isEmpty()) {
            expectations.problem(
                    "sample.Refused",
                    String.valueOf(input(there.opposite()).getFileName()),
                    "the way back is refused",
                    FindingText.lines(second.findings()));
            return;
        }
        byte[] back = second.result().get();
        if (Expectations.same(original, back, reading(there))) {
            expectations.needless(
                    back(there), "what comes back is what the case began with; --update deletes this file");
        } else if (terms.law() == Law.TWO_PASS || isDeclared(first)) {
            expectations.document(back(there), back, reading(there));
        } else {
            undeclared(input(there), original, back, reading(there));
        }
        if (terms.law() != Law.ONE_PASS) {
            onceMore(there, context, back, middle);
        }
    }

    private void undeclared(Path file, byte[] original, byte[] back, Reading reading) {
        String name = String.valueOf(file.getFileName());
        expectations.problem(
                "sample.Undeclared",
                name,
                "what comes back differs, and the mapping declares no loss",
                Difference.of(name, reading.lines(original), "what came back", reading.lines(back)));
    }

    /** Losses that the mapping declares, or that a finding names, which the case expects. */
    private static boolean isDeclared(Translation first) {
        return first.losses().stream().anyMatch(loss -> loss.fate() != Fate.UNDECLARED)
                || first.findings().stream().map(Finding::id).anyMatch(SAID::contains);
    }

    private void onceMore(Direction there, Context context, byte[] back, byte[] middle) {
        Translation again = translate(there, back, context);
        Reading reading = reading(there.opposite());
        String name = String.valueOf(input(there.opposite()).getFileName());
        String detail = again.result()
                .map(bytes -> Difference.of(name, reading.lines(middle), "what came out", reading.lines(bytes)))
                .orElseGet(() -> FindingText.lines(again.findings()));
        if (again.result().isEmpty() || !detail.isEmpty()) {
            expectations.problem(
                    "sample.Unstable",
                    name,
                    "what came back, translated once more, does not give the same; roundTrip: onePass with a reason allows that",
                    detail);
        }
    }

    private Path input(Direction direction) {
        return sample.input(direction, mapping.mediaType());
    }

    private Path back(Direction there) {
        return sample.back(there, mapping.mediaType());
    }

    /** How the documents that a direction reads are compared. */
    private Reading reading(Direction direction) {
        return direction == Direction.FROM_ISO ? Reading::xml : institution;
    }

    private static String said(Translation translation) {
        StringBuilder said = new StringBuilder(FindingText.lines(translation.findings()));
        translation.losses().forEach(loss -> said.append(line(loss)));
        return said.toString();
    }

    private static String line(LedgerEntry loss) {
        return VisibleText.of(loss.place() + ": [LOSS] " + loss.field() + ": " + loss.reason()) + "\n";
    }
}
