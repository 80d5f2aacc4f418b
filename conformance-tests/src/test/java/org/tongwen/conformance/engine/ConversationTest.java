package org.tongwen.conformance.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.conformance.evidence.Chain;
import org.tongwen.conformance.evidence.EvidenceLog;
import org.tongwen.conformance.participant.LocalParticipant;
import org.tongwen.conformance.plan.Plan;
import org.tongwen.conformance.plan.PlanReader;
import org.tongwen.conformance.run.Outcome;
import org.tongwen.conformance.run.RequirementResult;
import org.tongwen.conformance.run.RunResult;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.FindingText;

/** The small plan against a small bank. */
class ConversationTest {

    static final Path SMALL = Path.of("src", "test", "resources", "small-plan");

    @TempDir
    private Path out;

    static Plan plan() {
        Checked<Plan> plan = PlanReader.read(SMALL);
        return plan.value().orElseThrow(() -> new AssertionError(FindingText.lines(plan.findings())));
    }

    static RunResult run(LocalParticipant bank, Path out) {
        return Certification.run(Order.of(plan(), new Order.Started(bank), LocalDate.of(2026, 11, 23), out, "test"));
    }

    static Map<String, Outcome> notPassed(RunResult run) {
        return run.requirements().stream()
                .filter(each -> each.outcome() != Outcome.PASS)
                .filter(each -> each.requirement().untested().isEmpty())
                .collect(Collectors.toMap(each -> each.requirement().id(), RequirementResult::outcome));
    }

    @Test
    void aBankThatKeepsToThePlanPasses() {
        List<String> lines = new ArrayList<>();
        RunResult run = Certification.run(
                Order.of(plan(), new Order.Started(new SmallBank()), LocalDate.of(2026, 11, 23), out, "test"),
                new ProgressLines(lines::add));

        assertThat(run.requirements())
                .filteredOn(each -> each.outcome() != Outcome.PASS)
                .extracting(each -> each.requirement().id() + " " + each.reason())
                .containsExactly("S-FINAL nobody tests it: No message shows it.");
        assertThat(run.conformant()).isTrue();
        assertThat(lines).hasSize(10).first().asString().startsWith("[1/10] pass    S-ACCEPT");
        assertThat(EvidenceLog.verify(out.resolve(EvidenceLog.FILE)).value()).contains(run.evidence());
        assertThat(run.evidence().count()).isGreaterThan(200);
        assertThat(run.evidence().head()).isNotEqualTo(Chain.START);
    }
}
