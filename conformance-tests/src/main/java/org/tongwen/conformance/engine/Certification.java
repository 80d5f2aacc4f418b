package org.tongwen.conformance.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.tongwen.conformance.evidence.Chain;
import org.tongwen.conformance.evidence.EvidenceLog;
import org.tongwen.conformance.plan.Plan;
import org.tongwen.conformance.run.Outcome;
import org.tongwen.conformance.run.Preflight;
import org.tongwen.conformance.run.RequirementResult;
import org.tongwen.conformance.run.RunResult;

/** Runs a plan against a participant, from the first look at its configuration to the last result. A run always ends, and says how. */
public final class Certification {

    /** The file for the public key of what the suite sends, when the suite made its own. */
    public static final String SUITE_KEY = "suite-key.pem";

    private final Order order;
    private final Instant started = Clock.systemUTC().instant();

    private Certification(Order order) {
        this.order = order;
    }

    /**
     * Runs a plan. The evidence and the suite's public key are left in the order's folder.
     *
     * @param listeners follow the run
     * @throws UncheckedIOException when the folder cannot be written to
     */
    public static RunResult run(Order order, TestExecutionListener... listeners) {
        try {
            Files.createDirectories(order.out());
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + order.out() + " cannot be made", e);
        }
        Path file = order.out().resolve(EvidenceLog.FILE);
        return new Certification(order).run(EvidenceLog.create(file, Clock.systemUTC()), listeners);
    }

    /**
     * Runs a plan, and goes on with the evidence that the order's folder holds: new exchanges are added to its chain.
     *
     * @param end where that chain ends
     * @throws UncheckedIOException when there is no evidence, or it cannot be written to
     */
    public static RunResult goOn(Order order, Chain end, TestExecutionListener... listeners) {
        Path file = order.out().resolve(EvidenceLog.FILE);
        return new Certification(order).run(EvidenceLog.goOn(file, end, Clock.systemUTC()), listeners);
    }

    private RunResult run(EvidenceLog evidence, TestExecutionListener... listeners) {
        try (Opening opening = new Opening(order, evidence)) {
            Preflight preflight = opening.preflight();
            return preflight.ok()
                    ? played(opening, preflight, evidence, listeners)
                    : result(
                            opening,
                            preflight,
                            evidence,
                            List.of(),
                            Optional.of("the pre-flight found what stands in the way"));
        }
    }

    private RunResult played(
            Opening opening, Preflight preflight, EvidenceLog evidence, TestExecutionListener... listeners) {
        Plan plan = order.plan();
        Results results = new Results(plan, opening.config().roles(), order.selection());
        Duration limit = order.limit().orElse(opening.config().limits().run());
        Optional<String> stopped;
        try (CaseRunner runner = new CaseRunner(opening.stage(), order.tested(), limit)) {
            launch(new PlanEngine(plan, order.selection(), runner, results), listeners);
            stopped = runner.stopped();
        }
        results.strays(opening.stage().inbox().strays());
        Optional<String> part = order.selection().isAll()
                ? Optional.empty()
                : Optional.of(order.selection().words());
        return result(opening, preflight, evidence, results.all(), stopped.or(() -> part));
    }

    private static void launch(PlanEngine engine, TestExecutionListener... listeners) {
        LauncherConfig alone = LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .addTestEngines(engine)
                .build();
        LauncherDiscoveryRequest all = LauncherDiscoveryRequestBuilder.request()
                .enableImplicitConfigurationParameters(false)
                .build();
        LauncherFactory.create(alone).execute(all, listeners);
    }

    private RunResult result(
            Opening opening,
            Preflight preflight,
            EvidenceLog evidence,
            List<RequirementResult> played,
            Optional<String> incomplete) {
        // Whatever comes from now on is no evidence any more.
        opening.close();
        Plan plan = order.plan();
        List<RequirementResult> results = played.isEmpty()
                ? plan.requirements().stream()
                        .map(each -> RequirementResult.without(each, Outcome.NOT_RUN, incomplete.orElse("")))
                        .toList()
                : played;
        return new RunResult(
                new RunResult.PlanStamp(plan.id(), plan.title(), plan.version(), plan.profile(), plan.digest()),
                order.judge().packs(),
                opening.config().participant(),
                order.asOf(),
                started,
                Clock.systemUTC().instant(),
                order.engine(),
                results,
                preflight,
                evidence.chain(),
                incomplete);
    }
}
