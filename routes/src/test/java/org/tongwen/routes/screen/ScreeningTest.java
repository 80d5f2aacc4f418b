package org.tongwen.routes.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.routes.config.HubConfig.Checks;
import org.tongwen.routes.config.HubConfig.Participant;
import org.tongwen.routes.config.HubConfig.Velocity;
import org.tongwen.routes.screen.Payers.Order;
import org.tongwen.xsd.finding.Finding;

class ScreeningTest {

    private static final Runnable NOBODY = () -> {};

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Order ORDER = Order.PLAIN;

    private final MemoryTallies tallies = new MemoryTallies();

    @TempDir
    private Path folder;

    private Screening screening(Participant participant) {
        return new Screening(Payers.config(participant, Optional.empty()), tallies, HttpClient.newHttpClient());
    }

    private static List<String> ids(Judgement judgement) {
        return judgement.findings().stream().map(Finding::id).toList();
    }

    @Test
    void withoutChecksEverythingIsClearAndNothingIsCounted() {
        Participant acme = Payers.participant(Checks.NONE);

        assertThat(screening(acme).judge(Payers.subject(acme, Duration.ZERO, ORDER), NOBODY))
                .isInstanceOf(Judgement.Clear.class);
        assertThat(tallies.count("acme")).isZero();
    }

    @Test
    void theSamePaymentWithinTheTimeIsADuplicateAndAfterItIsNot() {
        Participant acme = Payers.participant(Payers.duplicates(HOUR));
        Screening screening = screening(acme);
        Subject first = Payers.subject(acme, Duration.ZERO, ORDER);

        assertThat(ids(screening.judge(first, NOBODY))).isEmpty();
        assertThat(screening
                        .judge(Payers.subject(acme, Duration.ofMinutes(59), ORDER.amount("100.0")), NOBODY)
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.id()).isEqualTo("screen.Duplicate");
                    assertThat(finding.hint()).contains("it is a payment of the message " + first.id());
                });
        assertThat(ids(screening.judge(Payers.subject(acme, HOUR, ORDER), NOBODY)))
                .isEmpty();
    }

    @Test
    void paymentsThatDifferInAccountAmountOrCurrencyAreNoDuplicates() {
        Participant acme = Payers.participant(Payers.duplicates(HOUR));
        Screening screening = screening(acme);
        screening.judge(Payers.subject(acme, Duration.ZERO, ORDER), NOBODY);

        for (Order other : List.of(ORDER.creditor("CN2"), ORDER.amount("100.01"), ORDER.currency("USD"))) {
            assertThat(ids(screening.judge(Payers.subject(acme, Duration.ZERO, other), NOBODY)))
                    .isEmpty();
        }
    }

    @Test
    void theSamePaymentTwiceInOneMessageIsADuplicate() {
        Participant acme = Payers.participant(Payers.duplicates(HOUR));

        Judgement judgement =
                screening(acme).judge(Payers.subject(acme, Duration.ZERO, ORDER, ORDER.amount("1"), ORDER), NOBODY);

        assertThat(judgement.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("screen.Duplicate");
            assertThat(finding.place().path()).isEqualTo("/Document/FIToFICstmrCdtTrf/CdtTrfTxInf[3]");
        });
    }

    @Test
    void whatIsHeldOrTakenBackDoesNotCountForLikeness() {
        Participant acme = Payers.participant(Payers.duplicates(HOUR));
        Screening screening = screening(acme);

        Judgement first = screening.judge(Payers.subject(acme, Duration.ZERO, ORDER), NOBODY);
        ((Judgement.Clear) first).counted().takeBack();

        assertThat(ids(screening.judge(Payers.subject(acme, Duration.ofMinutes(1), ORDER), NOBODY)))
                .isEmpty();
    }

    @Test
    void amountsAboveTheLimitOfTheirCurrencyAreHits() {
        Participant acme = Payers.participant(Payers.amount("EUR", "100"));
        Screening screening = screening(acme);

        assertThat(ids(screening.judge(Payers.subject(acme, Duration.ZERO, ORDER), NOBODY)))
                .isEmpty();
        assertThat(ids(screening.judge(Payers.subject(acme, Duration.ZERO, ORDER.amount("100.01")), NOBODY)))
                .containsExactly("screen.Limit");
        assertThat(ids(screening.judge(
                        Payers.subject(acme, Duration.ZERO, ORDER.amount("900").currency("USD")), NOBODY)))
                .isEmpty();
    }

    @Test
    void morePaymentsWithinTheTimeThanAllowedAreHits() {
        Participant acme = Payers.participant(
                Payers.velocity(new Velocity(HOUR, Optional.of(2), Optional.empty(), Optional.empty())));
        Screening screening = screening(acme);

        assertThat(ids(screening.judge(Payers.subject(acme, Duration.ZERO, ORDER), NOBODY)))
                .isEmpty();
        assertThat(ids(screening.judge(Payers.subject(acme, Duration.ofMinutes(30), ORDER), NOBODY)))
                .isEmpty();
        assertThat(ids(screening.judge(Payers.subject(acme, Duration.ofMinutes(59), ORDER), NOBODY)))
                .containsExactly("screen.Velocity");
        // The first is an hour old, the third was never released.
        assertThat(ids(screening.judge(Payers.subject(acme, HOUR, ORDER), NOBODY)))
                .isEmpty();
        assertThat(ids(screening.judge(Payers.subject(acme, HOUR, ORDER), NOBODY)))
                .containsExactly("screen.Velocity");
    }

    @Test
    void moreMoneyWithinTheTimeThanAllowedIsAHitInItsCurrencyOnly() {
        Participant acme = Payers.participant(Payers.velocity(
                new Velocity(HOUR, Optional.empty(), Optional.of("EUR"), Optional.of(new BigDecimal("250")))));
        Screening screening = screening(acme);

        assertThat(ids(screening.judge(Payers.subject(acme, Duration.ZERO, ORDER, ORDER.currency("USD")), NOBODY)))
                .isEmpty();
        assertThat(ids(screening.judge(Payers.subject(acme, Duration.ZERO, ORDER.amount("150.01")), NOBODY)))
                .containsExactly("screen.Velocity");
        assertThat(ids(screening.judge(
                        Payers.subject(acme, Duration.ZERO, ORDER.amount("5000").currency("USD")), NOBODY)))
                .isEmpty();
        assertThat(ids(screening.judge(Payers.subject(acme, Duration.ZERO, ORDER.amount("150")), NOBODY)))
                .isEmpty();
    }

    @Test
    void whatAnOperatorReleasesCountsThoughItWasTooMuch() {
        Participant acme = Payers.participant(Payers.velocity(
                new Velocity(HOUR, Optional.empty(), Optional.of("EUR"), Optional.of(new BigDecimal("250")))));
        Screening screening = screening(acme);

        screening.count(Payers.subject(acme, Duration.ZERO, ORDER.amount("1000")));

        assertThat(ids(screening.judge(Payers.subject(acme, Duration.ofMinutes(1), ORDER.amount("1")), NOBODY)))
                .containsExactly("screen.Velocity");
        assertThat(ids(screening.judge(Payers.subject(acme, HOUR, ORDER.amount("1")), NOBODY)))
                .isEmpty();
    }

    @Test
    void aMessageThatIsReleasedTwiceCountsOnce() {
        Participant acme = Payers.participant(
                Payers.velocity(new Velocity(HOUR, Optional.of(2), Optional.empty(), Optional.empty())));
        Screening screening = screening(acme);
        Subject subject = Payers.subject(acme, Duration.ZERO, ORDER);
        screening.count(subject);
        screening.count(subject);

        assertThat(ids(screening.judge(Payers.subject(acme, Duration.ofMinutes(1), ORDER), NOBODY)))
                .isEmpty();
        assertThat(ids(screening.judge(Payers.subject(acme, Duration.ofMinutes(1), ORDER), NOBODY)))
                .containsExactly("screen.Velocity");
    }

    @Test
    void aHubThatStartsAgainKnowsWhatWasReleasedBefore() {
        Participant acme = Payers.participant(
                Payers.velocity(new Velocity(HOUR, Optional.of(1), Optional.empty(), Optional.empty())));
        screening(acme).judge(Payers.subject(acme, Duration.ZERO, ORDER), NOBODY);

        assertThat(ids(screening(acme).judge(Payers.subject(acme, Duration.ofMinutes(1), ORDER), NOBODY)))
                .containsExactly("screen.Velocity");
    }

    @Test
    void ofManyAtOnceOnTwoHubsJustAsManyPassAsMay() throws Exception {
        Participant acme = Payers.participant(
                Payers.velocity(new Velocity(HOUR, Optional.of(10), Optional.empty(), Optional.empty())));
        List<Screening> hubs = List.of(screening(acme), screening(acme));
        ExecutorService threads = Executors.newFixedThreadPool(16);
        List<Future<Judgement>> judged = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Subject subject = Payers.subject(acme, Duration.ofSeconds(i), ORDER);
            Screening hub = hubs.get(i % 2);
            judged.add(threads.submit(() -> hub.judge(subject, NOBODY)));
        }
        int clear = 0;
        for (Future<Judgement> each : judged) {
            clear += each.get() instanceof Judgement.Clear ? 1 : 0;
        }
        threads.shutdownNow();

        assertThat(clear).isEqualTo(10);
    }

    @Test
    void whatAnotherCheckStopsIsNotCounted() {
        Checks both =
                new Checks(Optional.of(HOUR), Payers.amount("EUR", "50").amounts(), List.of(), Optional.empty(), false);
        Participant acme = Payers.participant(both);

        screening(acme).judge(Payers.subject(acme, Duration.ZERO, ORDER), NOBODY);

        assertThat(tallies.count("acme")).isZero();
    }

    @Test
    void aNameOfTheMessageOnTheListIsAHitAndTheFindingSaysWhere() throws IOException {
        Path list = Files.writeString(folder.resolve("list.txt"), "Petrov Ivan\n");
        Participant acme = Payers.participant(Payers.watched(list));

        Judgement judgement =
                screening(acme).judge(Payers.subject(acme, Duration.ZERO, ORDER.creditorName("Иван Петров")), NOBODY);

        assertThat(judgement).isInstanceOf(Judgement.Hit.class);
        assertThat(judgement.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("screen.WatchList");
            assertThat(finding.place().path()).isEqualTo("/Document/FIToFICstmrCdtTrf/CdtTrfTxInf[1]/Cdtr/Nm");
            assertThat(finding.message()).endsWith("line 1, 100 of 100");
            assertThat(finding.value()).contains("Иван Петров");
        });
    }

    @Test
    void aListThatChangesIsReadAgain() throws IOException {
        Path list = Files.writeString(folder.resolve("list.txt"), "Nobody Known\n");
        Participant acme = Payers.participant(Payers.watched(list));
        Screening screening = screening(acme);
        Subject subject = Payers.subject(acme, Duration.ZERO, ORDER.creditorName("Ivan Petrov"));
        assertThat(ids(screening.judge(subject, NOBODY))).isEmpty();

        Files.writeString(list, "Nobody Known\nIvan Petrov\n");

        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(ids(screening.judge(subject, NOBODY))).containsExactly("screen.WatchList"));
    }

    @Test
    void aListThatGoesAwayStaysInForce() throws Exception {
        Path list = Files.writeString(folder.resolve("list.txt"), "Ivan Petrov\n");
        Participant acme = Payers.participant(Payers.watched(list));
        Screening screening = screening(acme);
        Subject subject = Payers.subject(acme, Duration.ZERO, ORDER.creditorName("Ivan Petrov"));

        Files.delete(list);
        screening.judge(subject, NOBODY);
        Awaitility.await()
                .during(Duration.ofMillis(2_500))
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(
                        () -> assertThat(ids(screening.judge(subject, NOBODY))).containsExactly("screen.WatchList"));
    }

    @Test
    void withoutItsListAMessageIsHeld() {
        Participant acme = Payers.participant(Payers.watched(folder.resolve("none.txt")));

        Judgement judgement = screening(acme).judge(Payers.subject(acme, Duration.ZERO, ORDER), NOBODY);

        assertThat(judgement).isInstanceOf(Judgement.Unavailable.class);
        assertThat(ids(judgement)).containsExactly("hub.ScreeningUnavailable");
    }

    @Test
    void statusesAreNoPayments() {
        Participant acme = Payers.participant(
                Payers.velocity(new Velocity(HOUR, Optional.of(0), Optional.empty(), Optional.empty())));
        byte[] status = """
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.002.001.10"><FIToFIPmtStsRpt><GrpHdr>
                <MsgId>S-1</MsgId><CreDtTm>2026-01-31T10:00:00Z</CreDtTm></GrpHdr></FIToFIPmtStsRpt></Document>
                """.getBytes(java.nio.charset.StandardCharsets.UTF_8);

        assertThat(screening(acme).judge(Payers.subject(acme, Duration.ZERO, status), NOBODY))
                .isInstanceOf(Judgement.Clear.class);
    }
}
