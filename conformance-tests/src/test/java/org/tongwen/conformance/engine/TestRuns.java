package org.tongwen.conformance.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.tongwen.conformance.evidence.EvidenceLog;
import org.tongwen.conformance.participant.ParticipantConfig;
import org.tongwen.conformance.plan.Plan;
import org.tongwen.conformance.play.Judge;
import org.tongwen.conformance.run.Participant;
import org.tongwen.conformance.run.RequirementResult;
import org.tongwen.conformance.run.RunResult;

/** Runs plans of messages against judges of this process. */
final class TestRuns {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private TestRuns() {}

    static RunResult run(Plan plan, Judge judge, Selection selection) {
        try {
            Path out = Files.createTempDirectory("tongwen-run");
            ParticipantConfig nobody = ParticipantConfig.of(
                    new Participant("TESTDEFFXXX", "Test", List.of()), "", ParticipantConfig.Endpoints.NONE);
            Order order = Order.of(plan, new Order.Configured(nobody), DAY, out, "test");
            RunResult result = Certification.run(order.judging(judge).only(selection));
            Files.delete(out.resolve(EvidenceLog.FILE));
            Files.delete(out);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<RequirementResult> run(Plan plan, Judge judge) {
        return run(plan, judge, Selection.ALL).requirements();
    }
}
