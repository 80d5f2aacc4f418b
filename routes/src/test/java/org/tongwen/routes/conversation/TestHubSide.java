package org.tongwen.routes.conversation;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.tongwen.routes.journal.Content;
import org.tongwen.routes.journal.Dispatch;
import org.tongwen.routes.journal.Entry;
import org.tongwen.routes.journal.Event;
import org.tongwen.routes.journal.Journal;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.routes.journal.Opening;
import org.tongwen.routes.journal.Step;

/** What a hub does with messages as far as conversations are concerned, without screening and delivery. */
final class TestHubSide {

    private static final String UETR = "<OrgnlUETR>[^<]*</OrgnlUETR>";
    private static final String PAID = "5f1c2e0a-9d3b-4c77-8a21-6e4b0d9f3a52";

    private final Journal journal;
    private Clock clock;

    TestHubSide(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    void clock(Clock other) {
        clock = other;
    }

    Correlation correlation() {
        return new Correlation(journal, Iso.CATALOGUE, Duration.ofHours(24), clock);
    }

    Correlated correlate(String participant, String xml) {
        return correlation().correlate(participant, MessageId.next(clock), Iso.read(xml));
    }

    /** The process ends before the original learns of the answer. */
    Correlated sendAndEnd(String from, String to, String xml) {
        Correlated correlated = correlate(from, xml);
        write(correlated, from, to, xml);
        return correlated;
    }

    /** What the hub does with a message: correlates it, writes it, and then what its original learns. */
    Correlated send(String from, String to, String xml) {
        Correlated correlated = correlate(from, xml);
        write(correlated, from, to, xml);
        correlated.aboutOriginal(clock.instant()).ifPresent(journal::write);
        return correlated;
    }

    private void write(Correlated correlated, String from, String to, String xml) {
        String message = Iso.read(xml).document().definition().id();
        Opening opening =
                new Opening(clock.instant(), from, "http", "", message, correlated.conversation(), Optional.empty());
        Entry.Draft draft = Entry.opening(correlated.id(), opening)
                .step(correlated.step(clock.instant()))
                .content(Content.ISO, xml.getBytes(StandardCharsets.UTF_8));
        correlated.names().forEach(draft::reference);
        switch (correlated.outcome().way()) {
            case ON ->
                draft.step(step(Event.RELEASED))
                        .dispatch(new Dispatch(to, Content.ISO, "application/xml", message))
                        .step(step(Event.DELIVERED));
            case HELD -> draft.step(step(Event.HELD));
            case KEPT -> draft.step(step(Event.RELEASED));
        }
        journal.write(draft.entry());
    }

    Step step(Event event) {
        return new Step(clock.instant(), event, Step.HUB, "{}".getBytes(StandardCharsets.UTF_8));
    }

    /** A status of the payment, for each under another message identifier. */
    String status(String code) {
        return Iso.xml(
                "pacs.002.001.10",
                UETR,
                "<OrgnlUETR>" + PAID + "</OrgnlUETR>",
                "NY261119-4410",
                "SH261120-0017",
                "NY261119-4410",
                "SH261120-0017",
                "ORDER-5521",
                "INV-2026-0815",
                "<TxSts>RJCT</TxSts>\\s*<StsRsnInf>.*?</StsRsnInf>",
                "<TxSts>" + code + "</TxSts>");
    }
}
