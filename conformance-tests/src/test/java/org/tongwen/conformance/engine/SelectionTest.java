package org.tongwen.conformance.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.conformance.plan.Plan;
import org.tongwen.conformance.run.Outcome;
import org.tongwen.conformance.run.RunResult;
import org.tongwen.xsd.message.BusinessMessage;

class SelectionTest {

    @TempDir
    private Path out;

    private final Plan plan = ConversationTest.plan();

    @Test
    void namesAndPatternsChooseRequirementsAndCases() {
        assertThat(chosen("S-ACCEPT")).containsExactly("accepted");
        assertThat(chosen("S-*")).hasSize(6);
        assertThat(chosen("*rmed", "in-*")).containsExactly("in-time", "malformed");
        assertThat(chosen("S.ACCEPT")).isEmpty();
        assertThat(new Selection(List.of("S.ACCEPT")).takesAnyOf(plan)).isFalse();
        assertThat(Selection.ALL.takesAnyOf(plan)).isTrue();
    }

    @Test
    void aPartIsRunAloneAndIsNoWholeRun() {
        RunResult run = run(new SmallBank(), new Selection(List.of("S-FORGED")));

        assertThat(run.incomplete()).contains("only S-FORGED");
        assertThat(run.conformant()).isFalse();
        assertThat(run.requirements())
                .filteredOn(each -> each.outcome() == Outcome.PASS)
                .extracting(each -> each.requirement().id())
                .containsExactly("S-UNEXPECTED", "S-FORGED");
    }

    @Test
    void whatFailedIsRunAgainAlone() {
        SmallBank careless = new SmallBank() {
            @Override
            String status(BusinessMessage payment) {
                return super.status(payment).replace("ACCC", "ACSP");
            }
        };
        RunResult before = run(careless, Selection.ALL);

        Selection failed = Selection.failedIn(before);

        assertThat(plan.cases())
                .filteredOn(failed::takes)
                .extracting(each -> each.name())
                .containsExactly("accepted", "hundred", "in-time");
        assertThat(Selection.failedIn(run(new SmallBank(), failed)).globs())
                .as("requirements that the second run left out")
                .contains("S-PAY", "S-FORGED")
                .doesNotContain("accepted");
    }

    @Test
    void nothingIsSentTwiceForARequirementThatIsLeftOut() {
        List<String> asked = new java.util.ArrayList<>();
        run(
                new SmallBank() {
                    @Override
                    void trigger(HttpExchange exchange) throws IOException {
                        asked.add("trigger");
                        super.trigger(exchange);
                    }
                },
                new Selection(List.of("S-FORGED")));

        assertThat(asked).isEmpty();
    }

    private List<String> chosen(String... globs) {
        Selection selection = new Selection(List.of(globs));
        return plan.cases().stream()
                .filter(selection::takes)
                .map(each -> each.name())
                .toList();
    }

    private RunResult run(SmallBank bank, Selection selection) {
        return Certification.run(Order.of(plan, new Order.Started(bank), LocalDate.of(2026, 11, 23), out, "test")
                .only(selection));
    }
}
