package org.tongwen.conformance.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.conformance.evidence.Body;
import org.tongwen.conformance.evidence.EvidenceLog;
import org.tongwen.conformance.evidence.Exchange;
import org.tongwen.conformance.participant.LocalParticipant;
import org.tongwen.conformance.participant.ParticipantConfig;
import org.tongwen.conformance.run.CaseResult;
import org.tongwen.conformance.run.Outcome;
import org.tongwen.conformance.run.RunResult;
import org.tongwen.xsd.message.BusinessMessage;

/** Whatever a participant does: the run ends, says what happened, and has the evidence. */
@Timeout(60)
class HostileTest {

    private static final Selection ACCEPT = new Selection(List.of("S-ACCEPT"));

    @TempDir
    private Path out;

    /** A bank for which the suite waits not long. */
    private static class Bank extends SmallBank {

        @Override
        ParticipantConfig config(URI base) {
            return super.config(base)
                    .limits(new ParticipantConfig.Limits(
                            Duration.ofMillis(1_500),
                            Duration.ofMillis(300),
                            Duration.ofMillis(60),
                            Duration.ofSeconds(30)));
        }
    }

    @Test
    void whoHangsFailsAndIsNotAskedForEver() {
        RunResult run = run(
                new Bank() {
                    @Override
                    void message(HttpExchange exchange) {
                        sleep(60_000);
                    }

                    @Override
                    void trigger(HttpExchange exchange) {
                        sleep(60_000);
                    }
                },
                Selection.ALL);

        CaseResult failed = only(run, "S-ACCEPT");
        assertThat(failed.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(failed.reason()).contains("no whole answer within 1500 ms");
        assertThat(failed.evidence()).hasSize(2);
        assertThat(run.incomplete()).contains("the participant answered nothing in 5 cases one after the other");
        assertThat(run.conformant()).isFalse();
    }

    @Test
    void whoRefusesEverythingAnswersAllTheSameAndIsTriedInEveryCase() {
        RunResult run = run(
                new Bank() {
                    @Override
                    void message(HttpExchange exchange) throws IOException {
                        answer(exchange, 500, new byte[0]);
                    }

                    @Override
                    void trigger(HttpExchange exchange) throws IOException {
                        answer(exchange, 500, new byte[0]);
                    }
                },
                Selection.ALL);

        assertThat(run.incomplete()).isEmpty();
        assertThat(run.requirements())
                .filteredOn(each -> !each.cases().isEmpty())
                .hasSize(6)
                .allSatisfy(each -> assertThat(each.outcome()).isEqualTo(Outcome.FAIL));
    }

    @Test
    void whoAnswersGarbageFails() {
        byte[] garbage = new byte[3_000];
        new Random(1).nextBytes(garbage);
        CaseResult failed = onlyAccept(new Bank() {
            @Override
            void pay(HttpExchange exchange, BusinessMessage payment) throws IOException {
                answer(exchange, 200, garbage);
            }
        });

        assertThat(failed.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(failed.reason()).contains("something that is no message (3000 bytes)");
    }

    @Test
    void garbageBreaksTheRequirementThatMessagesAreValidToo() {
        RunResult run = run(
                new Bank() {
                    @Override
                    void pay(HttpExchange exchange, BusinessMessage payment) throws IOException {
                        answer(exchange, 200, "<a><b></a>".getBytes(StandardCharsets.UTF_8));
                    }
                },
                ACCEPT);

        assertThat(only(run, "S-DEFINITION").reason()).contains("xsd.NotWellFormed");
    }

    @Test
    void aDocumentTypeWithAnEntityIsReadNoFurther() {
        String bomb = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><a>&b;</a>";
        RunResult run = run(
                new Bank() {
                    @Override
                    void pay(HttpExchange exchange, BusinessMessage payment) throws IOException {
                        answer(exchange, 200, bomb.getBytes(StandardCharsets.UTF_8));
                    }
                },
                ACCEPT);

        assertThat(only(run, "S-ACCEPT").outcome()).isEqualTo(Outcome.FAIL);
        assertThat(only(run, "S-DEFINITION").reason()).contains("xsd.DoctypeForbidden");
    }

    @Test
    void deepNestingIsNoFaultOfTheSuite() {
        String deep = "<a>".repeat(200_000) + "</a>".repeat(200_000);
        CaseResult failed = onlyAccept(new Bank() {
            @Override
            void pay(HttpExchange exchange, BusinessMessage payment) throws IOException {
                answer(exchange, 200, deep.getBytes(StandardCharsets.UTF_8));
            }
        });

        assertThat(failed.outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void whoAnswersAHundredMegabytesFailsAndIsNotReadToTheEnd() {
        CaseResult failed = onlyAccept(new Bank() {
            @Override
            void pay(HttpExchange exchange, BusinessMessage payment) throws IOException {
                exchange.sendResponseHeaders(200, 100L << 20);
                byte[] piece = new byte[1 << 20];
                for (int i = 0; i < 100; i++) {
                    exchange.getResponseBody().write(piece);
                }
            }
        });

        assertThat(failed.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(failed.reason()).contains("an answer longer than 4194304 bytes");
        List<Exchange> evidence = evidence();
        assertThat(evidence)
                .allSatisfy(each -> assertThat(each.body().kept()).hasSizeLessThanOrEqualTo(Body.MOST_KEPT));
        assertThat(evidence).anySatisfy(each -> assertThat(each.body().length()).isGreaterThan(4 << 20));
    }

    @Test
    void whoClosesInTheMiddleOfAnAnswerFails() {
        CaseResult failed = onlyAccept(new Bank() {
            @Override
            void pay(HttpExchange exchange, BusinessMessage payment) throws IOException {
                byte[] status = sign(status(payment));
                exchange.sendResponseHeaders(200, status.length);
                exchange.getResponseBody().write(status, 0, status.length / 2);
                exchange.getResponseBody().flush();
            }
        });

        assertThat(failed.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(failed.reason()).contains("no answer that HTTP allows");
    }

    @Test
    void whoDripsHisAnswerFails() {
        CaseResult failed = onlyAccept(new Bank() {
            @Override
            void pay(HttpExchange exchange, BusinessMessage payment) throws IOException {
                exchange.sendResponseHeaders(200, 0);
                for (int i = 0; i < 100; i++) {
                    exchange.getResponseBody().write(' ');
                    exchange.getResponseBody().flush();
                    sleep(50);
                }
            }
        });

        assertThat(failed.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(failed.reason()).contains("no whole answer within 1500 ms");
    }

    @Test
    void whoDoesNotSpeakHttpFailsBeforeAnythingCounts() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> talk(server));
            thread.setDaemon(true);
            thread.start();
            URI base = URI.create("http://127.0.0.1:" + server.getLocalPort());
            SmallBank bank = new Bank();

            RunResult run = Certification.run(Order.of(
                    ConversationTest.plan(),
                    new Order.Configured(bank.config(base)),
                    LocalDate.of(2026, 11, 23),
                    out,
                    "test"));

            assertThat(run.preflight().findings()).anySatisfy(finding -> {
                assertThat(finding.id()).isEqualTo("preflight.Unreachable");
                assertThat(finding.message()).contains("no answer that HTTP allows");
            });
            assertThat(run.requirements())
                    .allSatisfy(each -> assertThat(each.outcome()).isEqualTo(Outcome.NOT_RUN));
        }
    }

    private static void talk(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                OutputStream answer = socket.getOutputStream();
                answer.write("SSH-2.0-nothing\r\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // The next one, or the end.
            }
        }
    }

    @Test
    void whoFloodsFailsAndTheRestIsNotKept() {
        AtomicInteger sent = new AtomicInteger();
        Bank flooding = new Bank() {
            @Override
            void pay(HttpExchange exchange, BusinessMessage payment) throws IOException {
                byte[] status = sign(status(payment));
                for (int i = 0; i < 4; i++) {
                    threads().execute(() -> {
                        while (!Thread.currentThread().isInterrupted() && sent.incrementAndGet() < 20_000) {
                            call(status);
                        }
                    });
                }
                super.pay(exchange, payment);
            }
        };

        RunResult run = run(flooding, ACCEPT);

        assertThat(only(run, "S-ACCEPT").outcome()).isEqualTo(Outcome.FAIL);
        assertThat(only(run, "S-ACCEPT").reason()).contains("expect nothing");
        assertThat(evidence()).hasSizeLessThan(6_000);
    }

    @Test
    void aCallBackOfAHundredMegabytesIsCutOff() {
        SmallBank calling = new SmallBank() {
            @Override
            ParticipantConfig config(URI base) {
                Duration time = Duration.ofSeconds(5);
                return super.config(base)
                        .limits(new ParticipantConfig.Limits(time, time, Duration.ofMillis(60), time.multipliedBy(6)));
            }

            @Override
            void pay(HttpExchange exchange, BusinessMessage payment) throws IOException {
                answer(exchange, 202, new byte[0]);
                call(new byte[100 << 20]);
            }
        };

        CaseResult failed = onlyAccept(calling);

        assertThat(failed.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(failed.reason()).contains("something that is no message");
    }

    @Test
    void aCallBackThatNeverEndsHoldsNobodyUp() {
        List<Socket> open = new ArrayList<>();
        Bank calling = new Bank() {
            @Override
            void pay(HttpExchange exchange, BusinessMessage payment) throws IOException {
                for (int i = 0; i < 20; i++) {
                    Socket socket = new Socket(callback().getHost(), callback().getPort());
                    socket.getOutputStream()
                            .write("POST /messages HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n<a>"
                                    .getBytes(StandardCharsets.US_ASCII));
                    open.add(socket);
                }
                super.pay(exchange, payment);
            }
        };

        CaseResult passed = onlyAccept(calling);
        open.forEach(HostileTest::close);

        assertThat(passed.outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void aMessageTooManyThatComesLaterIsHeldAgainstItsOwnCase() {
        List<byte[]> late = new ArrayList<>();
        Bank repeating = new Bank() {
            @Override
            void pay(HttpExchange exchange, BusinessMessage payment) throws IOException {
                super.pay(exchange, payment);
                late.add(sign(status(payment)));
            }

            @Override
            void trigger(HttpExchange exchange) throws IOException {
                late.forEach(this::call);
                super.trigger(exchange);
            }
        };

        RunResult run = run(repeating, new Selection(List.of("S-ACCEPT", "S-PAY")));

        assertThat(only(run, "S-UNEXPECTED").reason()).contains("after the case was over, pacs.002.001.10 came");
    }

    @Test
    void theTimeOfTheRunEndsIt() {
        Bank slow = new Bank() {
            @Override
            void pay(HttpExchange exchange, BusinessMessage payment) throws IOException {
                sleep(400);
                super.pay(exchange, payment);
            }
        };
        RunResult run = Certification.run(
                Order.of(ConversationTest.plan(), new Order.Started(slow), LocalDate.of(2026, 11, 23), out, "test")
                        .within(Duration.ofMillis(300)));

        assertThat(run.incomplete()).contains("the time of the run was over");
        assertThat(only(run, "S-ACCEPT").outcome()).isEqualTo(Outcome.NOT_RUN);
        assertThat(run.conformant()).isFalse();
    }

    private RunResult run(LocalParticipant bank, Selection selection) {
        RunResult run = Certification.run(
                Order.of(ConversationTest.plan(), new Order.Started(bank), LocalDate.of(2026, 11, 23), out, "test")
                        .only(selection));
        assertThat(EvidenceLog.verify(out.resolve(EvidenceLog.FILE)).value()).contains(run.evidence());
        return run;
    }

    private CaseResult onlyAccept(LocalParticipant bank) {
        return only(run(bank, ACCEPT), "S-ACCEPT");
    }

    /** The worst case of a requirement. */
    private static CaseResult only(RunResult run, String requirement) {
        return run.requirements().stream()
                .filter(each -> each.requirement().id().equals(requirement))
                .flatMap(each -> each.cases().stream())
                .min(java.util.Comparator.comparing(CaseResult::outcome))
                .orElseThrow();
    }

    private List<Exchange> evidence() {
        List<Exchange> evidence = new ArrayList<>();
        EvidenceLog.read(out.resolve(EvidenceLog.FILE), evidence::add);
        return evidence;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
