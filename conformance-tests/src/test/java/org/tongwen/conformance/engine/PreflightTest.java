package org.tongwen.conformance.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.conformance.participant.LocalParticipant;
import org.tongwen.conformance.participant.ParticipantConfig;
import org.tongwen.conformance.run.Outcome;
import org.tongwen.conformance.run.Participant;
import org.tongwen.conformance.run.RunResult;

/** Faults of configuration are found before anything counts, and never touch the score. */
class PreflightTest {

    private static final ParticipantConfig.Limits QUICK = new ParticipantConfig.Limits(
            Duration.ofMillis(500), Duration.ofMillis(300), Duration.ofMillis(50), Duration.ofMinutes(1));

    @TempDir
    private Path out;

    @Test
    void nobodyThereIsNoFailure() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        URI nobody = URI.create("http://127.0.0.1:" + free);
        RunResult run = run(new Order.Configured(new SmallBank().config(nobody)));

        assertThat(ids(run))
                .contains("preflight.Unreachable endpoints.messages", "preflight.MissingKey keys.participant");
        assertThat(run.requirements())
                .allSatisfy(each -> assertThat(each.outcome()).isEqualTo(Outcome.NOT_RUN));
        assertThat(run.incomplete()).contains("the pre-flight found what stands in the way");
        assertThat(run.conformant()).isFalse();
    }

    @Test
    void httpsThatIsNoneIsUnreachable() {
        RunResult run = run(started(new SmallBank() {
            @Override
            ParticipantConfig config(URI base) {
                URI tls = URI.create(base.toString().replace("http:", "https:"));
                return ParticipantConfig.of(
                        super.config(base).participant(),
                        "",
                        new ParticipantConfig.Endpoints(
                                Optional.of(tls),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
            }
        }));

        assertThat(ids(run)).contains("preflight.Unreachable endpoints.messages");
    }

    @Test
    void aRoleThatThePlanDoesNotKnowIsFound() {
        RunResult run = run(started(new SmallBank() {
            @Override
            ParticipantConfig config(URI base) {
                return ParticipantConfig.of(
                        new Participant(BIC, "Small Bank", List.of("creditor-agnet")),
                        "",
                        super.config(base).endpoints());
            }
        }));

        assertThat(run.preflight().findings()).anySatisfy(finding -> {
            assertThat(finding.id()).isEqualTo("preflight.UnknownRole");
            assertThat(finding.message()).contains("did you mean 'creditor-agent'?");
        });
    }

    @Test
    void dataThatAreMissingAreAWarningAndWhatNeedsThemIsNotRun() {
        RunResult run = run(started(new SmallBank() {
            @Override
            ParticipantConfig config(URI base) {
                return super.config(base).data(Map.of("god-account", "1000"));
            }
        }));

        assertThat(ids(run))
                .contains("preflight.MissingData data.good-account", "preflight.UnknownData data.god-account");
        assertThat(run.preflight().ok()).isTrue();
        assertThat(run.requirements())
                .filteredOn(each -> each.requirement().id().equals("S-ACCEPT"))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.outcome()).isEqualTo(Outcome.NOT_RUN);
                    assertThat(each.reason()).contains("the configuration gives no data.good-account");
                });
        assertThat(run.conformant()).isFalse();
    }

    @Test
    void aClockThatCannotBeSetIsFound() {
        RunResult run = run(started(new SmallBank() {
            @Override
            void clock(HttpExchange exchange) throws IOException {
                answer(exchange, 403, new byte[0]);
            }
        }));

        assertThat(ids(run)).contains("preflight.Clock clock.control");
    }

    @Test
    void aPortThatIsTakenIsFound() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ParticipantConfig own = new SmallBank().config(URI.create("http://127.0.0.1:" + taken.getLocalPort()));
            RunResult run = run(new Order.Configured(
                    own.callback(new ParticipantConfig.Callback("127.0.0.1", taken.getLocalPort(), Optional.empty()))
                            .limits(QUICK)));

            assertThat(ids(run)).contains("preflight.Callback callback");
        }
    }

    @Test
    void aRoleThatIsNotPlayedIsNotDemanded() {
        RunResult run = run(started(new SmallBank() {
            @Override
            ParticipantConfig config(URI base) {
                ParticipantConfig own = super.config(base);
                return ParticipantConfig.of(
                                new Participant(BIC, "Small Bank", List.of("debtor-agent")), "", own.endpoints())
                        .clock(own.clock().orElseThrow())
                        .data(own.data())
                        .limits(own.limits());
            }
        }));

        assertThat(run.conformant()).isTrue();
        assertThat(run.counts()).containsEntry(Outcome.NOT_APPLICABLE, 5L).containsEntry(Outcome.PASS, 4L);
    }

    private static Order.Party started(LocalParticipant bank) {
        return new Order.Started(bank);
    }

    private RunResult run(Order.Party party) {
        return Certification.run(Order.of(ConversationTest.plan(), party, LocalDate.of(2026, 11, 23), out, "test"));
    }

    private static List<String> ids(RunResult run) {
        return run.preflight().findings().stream()
                .map(each -> each.id() + " " + each.place().path())
                .toList();
    }
}
