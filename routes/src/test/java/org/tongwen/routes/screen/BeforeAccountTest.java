package org.tongwen.routes.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tongwen.routes.config.HubConfig.Checks;
import org.tongwen.routes.config.HubConfig.Participant;
import org.tongwen.routes.config.HubConfig.Velocity;
import org.tongwen.routes.screen.Payers.Order;

/** For whom a payment waits until those that came before it are known: for whoever has an account, before it is looked at. */
class BeforeAccountTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final byte[] STATUS = """
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.002.001.10">
              <FIToFIPmtStsRpt>
                <GrpHdr><MsgId>S-1</MsgId><CreDtTm>2026-01-31T10:00:00+08:00</CreDtTm></GrpHdr>
              </FIToFIPmtStsRpt>
            </Document>
            """.getBytes(StandardCharsets.UTF_8);

    private final MemoryTallies tallies = new MemoryTallies();
    private int waits;

    private Judgement judge(Checks checks, byte[] message, Runnable before) {
        Participant acme = Payers.participant(checks);
        Screening screening = new Screening(Payers.config(acme, Optional.empty()), tallies, HttpClient.newHttpClient());
        return screening.judge(Payers.subject(acme, Duration.ZERO, message), before);
    }

    private int waits(Checks checks, byte[] message) {
        waits = 0;
        judge(checks, message, () -> waits++);
        return waits;
    }

    @Test
    void paymentsOfWhoeverHasAnAccountWaitOnce() {
        Velocity one = new Velocity(HOUR, Optional.of(1), Optional.empty(), Optional.empty());

        assertThat(waits(Payers.duplicates(HOUR), Payers.pacs008(Order.PLAIN, Order.PLAIN.creditor("CN2"))))
                .isEqualTo(1);
        assertThat(waits(Payers.velocity(one), Payers.pacs008(Order.PLAIN))).isEqualTo(1);
    }

    @Test
    void nothingElseWaits() {
        assertThat(waits(Checks.NONE, Payers.pacs008(Order.PLAIN))).isZero();
        assertThat(waits(Payers.amount("EUR", "1"), Payers.pacs008(Order.PLAIN)))
                .isZero();
        assertThat(waits(Payers.duplicates(HOUR), STATUS)).isZero();
    }

    @Test
    void whatIsCountedMeanwhileIsSeen() {
        Checks checks = Payers.duplicates(HOUR);
        byte[] payment = Payers.pacs008(Order.PLAIN);

        Judgement late = judge(
                checks,
                payment,
                () -> assertThat(judge(checks, payment, () -> {}).findings()).isEqualTo(List.of()));

        assertThat(late.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.id()).isEqualTo("screen.Duplicate"));
    }
}
