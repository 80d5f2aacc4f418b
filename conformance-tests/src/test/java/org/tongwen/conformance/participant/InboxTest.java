package org.tongwen.conformance.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.Limits;
import org.tongwen.xsd.message.MessageReader;

class InboxTest {

    private static final MessageReader READER = new MessageReader(Catalogue.builtIn(), Limits.DEFAULT);

    private final Inbox inbox = new Inbox();

    @Test
    void whatNamesAnEarlierCaseBelongsToIt() {
        inbox.begin("first");
        inbox.own("IDENTIFIER-1");
        inbox.begin("second");
        inbox.own("IDENTIFIER-2");

        inbox.add(status("IDENTIFIER-1", "UNKNOWN"));
        inbox.add(status("IDENTIFIER-2", "UNKNOWN"));
        inbox.add(status("UNKNOWN", "UNKNOWN"));
        inbox.add(status("IDENTIFIER-1", "IDENTIFIER-2"));

        assertThat(inbox.rest()).hasSize(3);
        assertThat(inbox.strays())
                .singleElement()
                .satisfies(stray -> assertThat(stray.owner()).isEqualTo("first"));
    }

    @Test
    void whatTheParticipantNamedItselfStaysWithTheFirstCaseThatSawIt() {
        inbox.begin("first");
        inbox.named("THEIR-OWN-1");
        inbox.begin("second");
        inbox.named("THEIR-OWN-1");
        inbox.add(status("THEIR-OWN-1", "UNKNOWN"));

        assertThat(inbox.rest()).isEmpty();
        assertThat(inbox.strays()).hasSize(1);
    }

    @Test
    void whatIsThereIsTakenAtOnceAndInOrder() {
        inbox.begin("case");
        inbox.add(status("ONE", "A"));
        inbox.add(status("TWO", "A"));

        assertThat(inbox.take(each -> true, Duration.ofSeconds(9)))
                .hasValueSatisfying(each -> assertThat(each.texts()).contains("ONE"));
        assertThat(inbox.take(each -> each.texts().contains("ONE"), Duration.ofMillis(10)))
                .isEmpty();
        assertThat(inbox.rest()).hasSize(1);
    }

    @Test
    void aFloodIsKeptUpToItsLimits() {
        inbox.begin("case");
        Arrival one = status("ONE", "A");
        for (int i = 0; i < 2_000; i++) {
            assertThat(inbox.add(one)).isTrue();
        }

        assertThat(inbox.add(one)).isFalse();
        assertThat(inbox.isFlooded()).isTrue();
        assertThat(inbox.rest()).hasSize(2_000);
        inbox.begin("next");
        assertThat(inbox.isFlooded()).isFalse();
    }

    @Test
    void longMessagesAreAFloodSooner() {
        inbox.begin("case");
        Arrival megabyte = Arrival.of(Instant.EPOCH, new byte[1 << 20], READER, List.of());
        int kept = 0;
        while (inbox.add(megabyte)) {
            kept++;
        }

        assertThat(kept).isEqualTo(64);
    }

    @Test
    void manyFloodsAreOneOfTheWholeRun() {
        Arrival one = status("ONE", "A");
        int kept = 0;
        for (int i = 0; i < 40; i++) {
            inbox.begin("case " + i);
            while (inbox.add(one)) {
                kept++;
            }
        }

        assertThat(kept).isLessThanOrEqualTo(50_000);
        assertThat(inbox.isFlooded()).isTrue();
    }

    private static Arrival status(String message, String original) {
        String xml = """
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.002.001.10"><FIToFIPmtStsRpt>
                <GrpHdr><MsgId>%s</MsgId><CreDtTm>2026-11-22T10:00:00+08:00</CreDtTm></GrpHdr>
                <TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId></TxInfAndSts></FIToFIPmtStsRpt></Document>
                """.formatted(message, original);
        return Arrival.of(Instant.EPOCH, xml.getBytes(StandardCharsets.UTF_8), READER, List.of());
    }
}
