package org.tongwen.conformance.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.conformance.participant.LocalParticipant;
import org.tongwen.conformance.participant.ParticipantConfig;
import org.tongwen.conformance.plan.Plan;
import org.tongwen.conformance.plan.PlanReader;
import org.tongwen.conformance.run.CaseResult;
import org.tongwen.conformance.run.Outcome;
import org.tongwen.conformance.run.RunResult;
import org.tongwen.xsd.message.BusinessMessage;

/** One case, with steps that each test writes, against a bank that does one thing otherwise. */
class StepTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GOOD = """
              - send: pay
                template: pay
              - expect: status
                message: pacs.002.001.10
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> files = Files.walk(ConversationTest.SMALL)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy =
                        folder.resolve(ConversationTest.SMALL.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    /** A bank whose clock the suite sets, and that does what is due when it is set. */
    private static class ClockBank extends SmallBank {

        private final List<Runnable> due = new ArrayList<>();
        private Instant start = Instant.EPOCH;
        Duration delay = Duration.ZERO;

        @Override
        void pay(HttpExchange exchange, BusinessMessage payment) throws IOException {
            byte[] status = sign(status(payment));
            due.add(() -> call(status));
            answer(exchange, 202, new byte[0]);
        }

        @Override
        void clock(HttpExchange exchange) throws IOException {
            String now = JSON.readTree(exchange.getRequestBody().readAllBytes())
                    .path("now")
                    .asText();
            Instant set = OffsetDateTime.parse(now).toInstant();
            start = due.isEmpty() ? set : start;
            if (!due.isEmpty() && !set.isBefore(start.plus(delay))) {
                due.remove(0).run();
            }
            answer(exchange, 204, new byte[0]);
        }
    }

    /** A bank whose clock nobody can set. */
    private static class RealTimeBank extends SmallBank {

        @Override
        ParticipantConfig config(URI base) {
            ParticipantConfig own = super.config(base);
            return ParticipantConfig.of(own.participant(), "", own.endpoints())
                    .data(own.data())
                    .limits(own.limits());
        }
    }

    private static ClockBank answeringAfter(Duration delay) {
        ClockBank bank = new ClockBank();
        bank.delay = delay;
        return bank;
    }

    @Test
    void anAnswerAtTheLastMillisecondIsInTimeAndOneLaterIsNot() throws IOException {
        String steps = """
                  - send: pay
                    template: pay
                  - clock: %s
                  - expect: status
                    message: pacs.002.001.10
                    within: 10 s
                """;
        assertThat(played(answeringAfter(Duration.ofMillis(9_999)), steps.formatted("9999 ms"))
                        .outcome())
                .isEqualTo(Outcome.PASS);
        CaseResult late = played(answeringAfter(Duration.ofMillis(10_001)), steps.formatted("10.001 s"));
        assertThat(late.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(late.reason()).isEqualTo("time of status: expected within 10 s of pay, but 0.001 s too late");
    }

    @Test
    void nobodyWaitsForTenSecondsToGoBy() throws IOException {
        long begin = System.nanoTime();
        CaseResult nothing = played(answeringAfter(Duration.ofDays(9)), """
                  - send: pay
                    template: pay
                  - expect-nothing: 2 d
                """);

        assertThat(nothing.outcome()).isEqualTo(Outcome.PASS);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void whatIsToComeButDoesNotIsWaitedForToTheEndOfItsTime() throws IOException {
        assertThat(played(answeringAfter(Duration.ofSeconds(5)), GOOD).outcome())
                .isEqualTo(Outcome.PASS);
    }

    @Test
    void withoutAClockToSetTimeReallyGoesBy() throws IOException {
        long begin = System.nanoTime();

        assertThat(played(new RealTimeBank(), GOOD + "  - expect-nothing: 300 ms\n")
                        .outcome())
                .isEqualTo(Outcome.PASS);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(300));
        CaseResult tooLong = played(new RealTimeBank(), GOOD + "  - expect-nothing: 31 s\n");
        assertThat(tooLong.outcome()).isEqualTo(Outcome.NOT_RUN);
        assertThat(tooLong.reason()).contains("nobody waits for 31 s");
    }

    @Test
    void aSetupThatFailsIsNoFailureOfTheRequirement() throws IOException {
        SmallBank refusing = new SmallBank() {
            @Override
            void pay(HttpExchange exchange, BusinessMessage payment) throws IOException {
                answer(exchange, 403, new byte[0]);
            }
        };
        CaseResult result = played(refusing, GOOD.replace("template: pay", "template: pay\n    setup: yes"));

        assertThat(result.outcome()).isEqualTo(Outcome.NOT_RUN);
        assertThat(result.reason()).startsWith("could not come so far: send pay");
    }

    @Test
    void whatIsAboutAnswersIsNotTriedWhenNoneComes() throws IOException {
        String steps = GOOD + "    if-nothing-comes: not-run\n  - expect-nothing: 5 s\n";
        SmallBank silent = new SmallBank() {
            @Override
            void pay(HttpExchange exchange, BusinessMessage payment) throws IOException {
                answer(exchange, 202, new byte[0]);
            }
        };
        CaseResult result = played(silent, steps);

        assertThat(played(new SmallBank(), steps)).satisfies(good -> {
            assertThat(good.outcome()).isEqualTo(Outcome.PASS);
            assertThat(good.evidence()).hasSizeGreaterThan(1).doesNotHaveDuplicates();
        });
        assertThat(result.outcome()).isEqualTo(Outcome.NOT_RUN);
        assertThat(result.reason())
                .isEqualTo("nothing came that could be judged: expect status, in answer to pay: expected"
                        + " pacs.002.001.10 within 10 s, but it did not come");
        assertThat(result.steps()).extracting(step -> step.what()).last().isEqualTo("not reached: expect nothing");
    }

    @Test
    void somethingElseThanTheAnswerThatIsJudgedIsAFailure() throws IOException {
        SmallBank babbling = new SmallBank() {
            @Override
            void pay(HttpExchange exchange, BusinessMessage payment) throws IOException {
                call("hello".getBytes(StandardCharsets.UTF_8));
                answer(exchange, 202, new byte[0]);
            }
        };

        assertThat(played(babbling, GOOD + "    if-nothing-comes: not-run\n").outcome())
                .isEqualTo(Outcome.FAIL);
    }

    @Test
    void aMessageThatNobodyCalledForBreaksTheRequirementThatSpeaksOfIt() throws IOException {
        SmallBank chatty = new SmallBank() {
            @Override
            void pay(HttpExchange exchange, BusinessMessage payment) throws IOException {
                call(sign(status(payment)));
                super.pay(exchange, payment);
            }
        };
        RunResult run = run(chatty, GOOD);

        assertThat(ConversationTest.notPassed(run)).containsEntry("S-UNEXPECTED", Outcome.FAIL);
        assertThat(only(run).outcome()).isEqualTo(Outcome.PASS);
    }

    /** It says everything twice, in the very same message. */
    private static class RepeatingBank extends SmallBank {

        private final Map<String, String> said = new ConcurrentHashMap<>();

        @Override
        void pay(HttpExchange exchange, BusinessMessage payment) throws IOException {
            call(sign(status(payment)));
            super.pay(exchange, payment);
        }

        @Override
        String status(BusinessMessage payment) {
            return said.computeIfAbsent(text(payment, "FIToFICstmrCdtTrf/GrpHdr/MsgId"), key -> super.status(payment));
        }
    }

    @Test
    void whatIsSaidTwiceIsOneMessageTooManyAndNotTheSignOfAnythingElse() throws IOException {
        RunResult run = run(new RepeatingBank(), GOOD + "  - expect-nothing: 5 s\n");

        assertThat(only(run).outcome()).isEqualTo(Outcome.PASS);
        assertThat(ConversationTest.notPassed(run)).containsEntry("S-UNEXPECTED", Outcome.FAIL);
    }

    @Test
    void whatIsSaidTwiceIsNotTheAnswerThatIsWaitedForNext() throws IOException {
        CaseResult result = played(new RepeatingBank(), GOOD + """
                  - expect: final
                    message: pacs.002.001.10
                    to: pay
                """);

        assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(result.reason()).contains("expect final").contains("it did not come");
    }

    @Test
    void theSameAnswerServesAQuestionThatIsAskedAgain() throws IOException {
        CaseResult result = played(new RepeatingBank(), GOOD + """
                  - send: again
                    again: pay
                  - expect: status-2
                    message: pacs.002.001.10
                    to: pay
                """);

        assertThat(result.outcome()).as(result.reason()).isEqualTo(Outcome.PASS);
    }

    @Test
    void whatCouldNotBeReachedOrFollowsFromTheFaultIsNoFaultOfItsOwn() throws IOException {
        CaseResult result = played(new SmallBank(), GOOD + """
                    check:
                      - TxInfAndSts.TxSts = 'RJCT'
                      - TxInfAndSts.StsRsnInf.Rsn.Cd = 'AC04'
                  - observe: books
                    uetr: ${pay.CdtTrfTxInf.PmtId.UETR}
                    check:
                      - count(booking) = 0
                """);

        assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(result.reason()).contains("TxSts = ACCC").doesNotContain("Rsn");
        assertThat(result.steps().stream().filter(step -> step.outcome() == Outcome.NOT_RUN))
                .extracting(step -> step.what() + " " + step.actual())
                .containsExactly(
                        "check status TxInfAndSts.StsRsnInf.Rsn.Cd is not there; that may follow from what is wrong above",
                        "not reached: observe books ");
    }

    @Test
    void aMessageThatIsNotValidBreaksTheRequirementThatSpeaksOfIt() throws IOException {
        SmallBank careless = new SmallBank() {
            @Override
            String status(BusinessMessage payment) {
                return super.status(payment).replace("<TxSts>ACCC", "<TxSts>TOOLONG");
            }
        };
        RunResult run = run(careless, GOOD);

        assertThat(ConversationTest.notPassed(run)).containsEntry("S-DEFINITION", Outcome.FAIL);
        assertThat(only(run).outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void anAnswerWithAWrongReferenceIsFoundByTheCheckOnIt() throws IOException {
        SmallBank confused = new SmallBank() {
            @Override
            String status(BusinessMessage payment) {
                return super.status(payment)
                        .replaceAll("<OrgnlUETR>.*?<", "<OrgnlUETR>00000000-0000-4000-8000-000000000000<")
                        .replaceAll("<OrgnlMsgId>.*?<", "<OrgnlMsgId>ANOTHER<");
            }
        };
        CaseResult result = played(confused, GOOD + """
                    check:
                      - TxInfAndSts.OrgnlUETR = /pay.CdtTrfTxInf.PmtId.UETR
                """);

        assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(result.reason()).contains("TxInfAndSts.OrgnlUETR = 00000000-0000-4000-8000-000000000000");
    }

    @Test
    void aParticipantThatIsToldToComeAgainDoes() throws IOException {
        List<Integer> statuses = new ArrayList<>();
        ClockBank persistent = new ClockBank() {
            @Override
            void call(byte[] message) {
                super.call(message);
                statuses.add(1);
                super.call(message);
            }
        };
        persistent.delay = Duration.ofSeconds(1);
        CaseResult result = played(persistent, """
                  - respond: close
                  - send: pay
                    template: pay
                  - clock: 2 s
                  - expect: status
                    message: pacs.002.001.10
                    times: 2
                """);

        assertThat(result.outcome()).isEqualTo(Outcome.PASS);
        assertThat(statuses).hasSize(1);
    }

    @Test
    void aMessageLikeAnotherIsSignedAnew() throws IOException {
        List<String> uetrs = new ArrayList<>();
        SmallBank bank = new SmallBank() {
            @Override
            void pay(HttpExchange exchange, BusinessMessage payment) throws IOException {
                uetrs.add(text(payment, "FIToFICstmrCdtTrf/CdtTrfTxInf/PmtId/UETR") + " "
                        + text(payment, "FIToFICstmrCdtTrf/CdtTrfTxInf/IntrBkSttlmAmt"));
                super.pay(exchange, payment);
            }
        };
        CaseResult result = played(bank, GOOD + """
                  - send: other
                    like: pay
                    set:
                      CdtTrfTxInf/IntrBkSttlmAmt: "9.99"
                  - expect: second
                    message: pacs.002.001.10
                """);

        assertThat(result.outcome()).isEqualTo(Outcome.PASS);
        assertThat(uetrs).hasSize(2);
        assertThat(uetrs.get(0).substring(0, 36)).isEqualTo(uetrs.get(1).substring(0, 36));
        assertThat(uetrs.get(1)).endsWith(" 9.99");
    }

    @Test
    void aPlanThatWouldSendWhatIsNotValidIsAtFaultItself() throws IOException {
        CaseResult result =
                played(new SmallBank(), GOOD.replace("template: pay", "template: pay\n    remove: [GrpHdr/NbOfTxs]"));

        assertThat(result.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(result.reason()).contains("the plan would send a message that is not valid", "xsd.MissingElement");
    }

    @Test
    void whatIsReferredToButNeverCameIsAFailure() throws IOException {
        CaseResult result = played(new SmallBank(), GOOD + """
                  - send: next
                    template: pay
                    set:
                      CdtTrfTxInf/PmtId/InstrId: ${status.TxInfAndSts.OrgnlInstrId}
                """);

        assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(result.reason()).contains("there is nothing at /status.TxInfAndSts.OrgnlInstrId");
    }

    @Test
    void acceptedWithABodyIsNotWhatTheProtocolSays() throws IOException {
        SmallBank odd = new SmallBank() {
            @Override
            void pay(HttpExchange exchange, BusinessMessage payment) throws IOException {
                answer(exchange, 202, "later".getBytes(StandardCharsets.UTF_8));
            }
        };

        assertThat(played(odd, GOOD).reason()).contains("HTTP 202 with a body, which it must not have");
    }

    @Test
    void eachStepCanBeDoneAgainByHand() throws IOException {
        CaseResult result = played(new SmallBank(), GOOD);

        assertThat(result.steps().get(0).reproduce())
                .hasValueSatisfying(command -> assertThat(command).startsWith("curl -i -X POST "));
        assertThat(result.evidence()).hasSizeGreaterThanOrEqualTo(2);
    }

    private CaseResult played(LocalParticipant bank, String steps) throws IOException {
        return only(run(bank, steps));
    }

    private static CaseResult only(RunResult run) {
        return run.requirements().stream()
                .filter(each -> each.requirement().id().equals("S-TIME"))
                .flatMap(each -> each.cases().stream())
                .findFirst()
                .orElseThrow(() -> new AssertionError(run.preflight().findings()));
    }

    private RunResult run(LocalParticipant bank, String steps) throws IOException {
        Files.writeString(
                folder.resolve("cases/in-time.yaml"),
                "requirement: S-TIME\ntitle: Written for a test\nsteps:\n" + steps);
        Optional<Plan> plan = PlanReader.read(folder).value();
        assertThat(PlanReader.read(folder).findings()).isEmpty();
        Path out = folder.resolve("out");
        return Certification.run(
                Order.of(plan.orElseThrow(), new Order.Started(bank), LocalDate.of(2026, 11, 23), out, "test")
                        .only(new Selection(List.of("in-time"))));
    }
}
