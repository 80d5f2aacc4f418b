package org.tongwen.conformance.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.conformance.engine.Certification;
import org.tongwen.conformance.engine.Order;
import org.tongwen.conformance.engine.Selection;
import org.tongwen.conformance.participant.LocalParticipant;
import org.tongwen.conformance.participant.ParticipantConfig;
import org.tongwen.conformance.plan.Case;
import org.tongwen.conformance.plan.Plan;
import org.tongwen.conformance.plan.Plans;
import org.tongwen.conformance.run.Outcome;
import org.tongwen.conformance.run.Participant;
import org.tongwen.conformance.run.RequirementResult;
import org.tongwen.conformance.run.RunResult;

/** The suite is tested, not trusted: it passes the reference participant and fails every broken one where it is broken. */
class BrokenParticipantsTest {

    private static final Path PAGE = Path.of("../docs/broken-participants.md");
    private static final boolean UPDATES = Boolean.getBoolean("tongwen.update");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    /** Most of a run is waiting for what does not come, so several go at once. */
    private static final int AT_ONCE = 4;

    /** Each variant is tried on one in so many of the cases that are none of its own. */
    private static final int PART = 20;

    private static final ParticipantConfig.Limits LIMITS = new ParticipantConfig.Limits(
            Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofMillis(50), Duration.ofMinutes(10));

    private static final Plan PLAN =
            Plans.find("wallet-interop").orElseThrow().value().orElseThrow();

    static {
        // The JDK's server otherwise holds back the end of every answer for 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    @TempDir
    private Path folder;

    @Test
    void theReferenceParticipantPasses() {
        RunResult result = run(Optional.empty(), Selection.ALL);
        assertThat(result.requirements())
                .filteredOn(RequirementResult::blocks)
                .extracting(each -> each.requirement().id() + " " + each.outcome() + " " + each.reason())
                .isEmpty();
        assertThat(result.conformant()).isTrue();
    }

    @TestFactory
    Stream<DynamicTest> whoPlaysOneRoleCanPass() {
        return PLAN.roles().stream()
                .map(role -> dynamicTest(role, () -> {
                    LocalParticipant whole = new LocalReference(Optional.empty(), LIMITS);
                    Order order = Order.of(
                            PLAN,
                            new Order.Started(suite -> only(role, whole.start(suite))),
                            DAY,
                            folder.resolve(role),
                            "test");
                    assertThat(Certification.run(order).conformant()).isTrue();
                }));
    }

    private static LocalParticipant.Running only(String role, LocalParticipant.Running running) {
        ParticipantConfig whole = running.config();
        Participant one = new Participant(whole.participant().id(), role, List.of(role));
        ParticipantConfig config = ParticipantConfig.of(one, whole.plan(), whole.endpoints())
                .clock(whole.clock().orElseThrow())
                .data(whole.data())
                .limits(whole.limits());
        return new LocalParticipant.Running(config, running.theirs(), running.stop());
    }

    @Test
    void everyVariantFailsWhereItIsBrokenAndNowhereElseThanThePageSays() throws Exception {
        Map<Defect, SortedSet<String>> failures = failures();
        if (UPDATES) {
            Files.writeString(PAGE, new KillTable(failures).page(PLAN));
        }
        KillTable page = page();
        assertThat(failures)
                .allSatisfy((defect, failed) -> assertThat(failed)
                        .as(defect.variant())
                        .contains(defect.requirement())
                        .isSubsetOf(page.failures().getOrDefault(defect, new TreeSet<>())));
    }

    @Test
    void thePageTellsOfAllVariantsAndRequirements() throws IOException {
        KillTable page = page();
        assertThat(page.failures()).containsOnlyKeys(Defect.values());
        assertThat(text()).isEqualTo(page.page(PLAN));
    }

    @Test
    void everyRequirementHasAVariantThatOnlyItCatches() throws IOException {
        KillTable page = page();
        assertThat(KillTable.tested(PLAN))
                .filteredOn(each -> each.noVariant().isEmpty())
                .filteredOn(each -> page.onlyCaughtBy(each.id()).isEmpty())
                .isEmpty();
    }

    @Test
    void everyClauseOfTheProfileHasARequirement() throws IOException {
        String profile = Files.readString(Path.of("../docs/wallet-interop.md"));
        List<String> clauses = profile.lines()
                .filter(line -> line.startsWith("- **WI "))
                .map(line -> line.substring(4, line.indexOf("**", 4)))
                .toList();
        assertThat(new TreeSet<>(
                        PLAN.requirements().stream().map(each -> each.clause()).toList()))
                .isEqualTo(new TreeSet<>(clauses));
    }

    /** Where each variant fails: in the whole plan when the page is written, otherwise in its own cases and a part of the others. */
    private Map<Defect, SortedSet<String>> failures() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            Map<Defect, Future<SortedSet<String>>> runs = new LinkedHashMap<>();
            for (Defect defect : Defect.values()) {
                runs.put(defect, threads.submit(() -> failures(defect)));
            }
            Map<Defect, SortedSet<String>> failures = new LinkedHashMap<>();
            for (Map.Entry<Defect, Future<SortedSet<String>>> each : runs.entrySet()) {
                failures.put(each.getKey(), each.getValue().get());
            }
            return failures;
        } finally {
            threads.shutdownNow();
        }
    }

    private SortedSet<String> failures(Defect defect) {
        RunResult result = run(Optional.of(defect), UPDATES ? Selection.ALL : part(defect));
        SortedSet<String> failed = new TreeSet<>();
        result.requirements().stream()
                .filter(each -> each.outcome() == Outcome.FAIL)
                .forEach(each -> failed.add(each.requirement().id()));
        return failed;
    }

    private static Selection part(Defect defect) {
        List<String> names = new ArrayList<>(List.of(defect.requirement()));
        List<Case> cases = PLAN.cases();
        for (int i = defect.ordinal() % PART; i < cases.size(); i += PART) {
            names.add(cases.get(i).name());
        }
        return new Selection(names);
    }

    private RunResult run(Optional<Defect> defect, Selection selection) {
        Path out = folder.resolve(defect.map(Defect::variant).orElse("reference"));
        Order order = Order.of(PLAN, new Order.Started(new LocalReference(defect, LIMITS)), DAY, out, "test");
        return Certification.run(order.only(selection));
    }

    private static KillTable page() throws IOException {
        return KillTable.read(text());
    }

    private static String text() throws IOException {
        return Files.exists(PAGE) ? Files.readString(PAGE, StandardCharsets.UTF_8) : "";
    }
}
