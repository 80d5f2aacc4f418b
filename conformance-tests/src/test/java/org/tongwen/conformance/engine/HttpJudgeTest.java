package org.tongwen.conformance.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.conformance.participant.ParticipantConfig;
import org.tongwen.conformance.plan.ExpectedFinding;
import org.tongwen.conformance.plan.MessageCase;
import org.tongwen.conformance.plan.Plan;
import org.tongwen.conformance.plan.Requirement;
import org.tongwen.conformance.plan.Verdict;
import org.tongwen.conformance.run.CaseResult;
import org.tongwen.conformance.run.Outcome;
import org.tongwen.conformance.run.Participant;
import org.tongwen.conformance.run.RunResult;

/** Messages put before a judge over HTTP. */
class HttpJudgeTest {

    private static final Requirement REQUIREMENT = Requirement.of("R", "refuses", "1", Requirement.Severity.MANDATORY);

    private static final ParticipantConfig.Limits QUICK = new ParticipantConfig.Limits(
            Duration.ofMillis(300), Duration.ofMillis(300), Duration.ofMillis(50), Duration.ofMinutes(1));

    @TempDir
    private Path out;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private String answer = "";
    private int status = 200;
    private boolean wait;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                if (wait && exchange.getRequestMethod().equals("POST")) {
                    Thread.sleep(2_000);
                }
                byte[] body = answer.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void theRightVerdictForTheRightReasonPasses() {
        answer =
                "{\"verdict\":\"invalid\",\"findings\":[{\"severity\":\"error\",\"id\":\"xsd.Pattern\",\"path\":\"/a\"},"
                        + "{\"severity\":\"warning\",\"id\":\"x.Y\",\"path\":\"/b\"}]}";

        CaseResult result = judged(true);

        assertThat(result.outcome()).isEqualTo(Outcome.PASS);
        assertThat(result.evidence()).hasSize(2);
    }

    @Test
    void anotherReasonCountsOnlyWhereReasonsAreCompared() {
        answer =
                "{\"verdict\":\"invalid\",\"findings\":[{\"severity\":\"error\",\"id\":\"other.Name\",\"path\":\"/a\"}]}";

        assertThat(judged(false).outcome()).isEqualTo(Outcome.PASS);
        assertThat(judged(true).reason()).isEqualTo("not found: xsd.Pattern /a; found without cause: other.Name /a");
    }

    @Test
    void theWrongVerdictFails() {
        answer = "{\"verdict\":\"valid\",\"findings\":[]}";

        assertThat(judged(false).reason()).isEqualTo("expected invalid, judged valid");
    }

    @Test
    void whatIsNoXmlMayBeRefusedAsARequest() {
        status = 400;
        answer = "{\"findings\":[{\"severity\":\"error\",\"id\":\"xsd.Pattern\",\"path\":\"/a\"}]}";

        assertThat(judged(true).outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void noVerdictIsAFailure() {
        status = 500;
        assertThat(judged(true).reason()).isEqualTo("no verdict came: HTTP 500");
        status = 200;
        answer = "<html/>";
        assertThat(judged(true).reason()).isEqualTo("no verdict came: the answer is no JSON");
        answer = "{\"verdict\":\"maybe\"}";
        assertThat(judged(true).reason()).isEqualTo("no verdict came: the answer names no verdict");
        answer = "[]";
        assertThat(judged(true).outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void aJudgeThatHangsIsNotAskedForEver() {
        wait = true;
        List<MessageCase> cases =
                IntStream.range(0, 9).mapToObj(HttpJudgeTest::tested).toList();

        RunResult run = run(Plan.of("p", "t", List.of(REQUIREMENT), cases), config(true));

        assertThat(run.incomplete()).contains("the participant answered nothing in 5 cases one after the other");
        assertThat(run.requirements().get(0).cases())
                .extracting(CaseResult::outcome)
                .containsExactlyElementsOf(Stream.concat(
                                Collections.nCopies(5, Outcome.FAIL).stream(),
                                Collections.nCopies(4, Outcome.NOT_RUN).stream())
                        .toList());
    }

    private static MessageCase tested(int number) {
        return new MessageCase(
                "bad-" + number,
                "bad",
                "R",
                Verdict.INVALID,
                List.of(ExpectedFinding.parse("xsd.Pattern /a").orElseThrow()),
                "<a/>".getBytes(StandardCharsets.UTF_8));
    }

    private CaseResult judged(boolean reasons) {
        Plan plan = Plan.of("p", "t", List.of(REQUIREMENT), List.of(tested(1)));
        return run(plan, config(reasons)).requirements().get(0).cases().get(0);
    }

    private RunResult run(Plan plan, ParticipantConfig config) {
        return Certification.run(Order.of(plan, new Order.Configured(config), LocalDate.of(2026, 11, 23), out, "test"));
    }

    private ParticipantConfig config(boolean reasons) {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return ParticipantConfig.of(
                        new Participant("JUDGE", "Judge", List.of()),
                        "",
                        new ParticipantConfig.Endpoints(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(address),
                                Optional.empty()))
                .reasons(reasons)
                .limits(wait ? QUICK : ParticipantConfig.Limits.DEFAULT);
    }
}
