package org.tongwen.routes.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongwen.routes.conversation.Samples.PAID;
import static org.tongwen.routes.conversation.Samples.SECOND;
import static org.tongwen.routes.conversation.Samples.UETR;
import static org.tongwen.routes.conversation.Samples.payment;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tongwen.routes.journal.Content;
import org.tongwen.routes.journal.Dispatch;
import org.tongwen.routes.journal.Entry;
import org.tongwen.routes.journal.Event;
import org.tongwen.routes.journal.MemoryJournal;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.routes.journal.Opening;
import org.tongwen.xsd.finding.Finding;

/** Which messages others may be about, and by which names. */
class NamesOfOriginalsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String OTHER_MESSAGE = "SH-OTHER";

    private final MemoryJournal journal = new MemoryJournal();
    private final TestHubSide hub = new TestHubSide(journal, Clock.fixed(NOW, ZoneOffset.UTC));

    private String status(String uetr, String message) {
        return hub.status("RJCT")
                .replaceFirst(UETR, uetr.isEmpty() ? "" : "<OrgnlUETR>" + uetr + "</OrgnlUETR>")
                .replaceFirst("<OrgnlInstrId>.*?</OrgnlInstrId>", "")
                .replace("<OrgnlMsgId>SH261120-0017<", "<OrgnlMsgId>" + message + "<");
    }

    private String answered(String xml) {
        return hub.correlate("nordland", xml).outcome().word();
    }

    @Test
    void aUetrOfSomebodyElsesPaymentIsNotPassedOver() {
        hub.send("jinhe", "nordland", payment());
        Correlated other =
                hub.send("lakeside", "yushan", payment().replace(PAID, SECOND).replace("SH261120-0017", OTHER_MESSAGE));

        Correlated status = hub.correlate("nordland", status(SECOND, "NOTPROVIDED"));

        assertThat(status.outcome()).isEqualTo(new Outcome.Foreign(other.id()));
        assertThat(status.findings()).extracting(Finding::id).containsExactly("hub.OrphanStatus");
    }

    @Test
    void aUetrThatIsNotThatOfThePaymentIsNotPassedOver() {
        hub.send("jinhe", "nordland", payment());

        assertThat(answered(status(SECOND, "SH261120-0017"))).isEqualTo("ambiguous");
        assertThat(answered(status(PAID, "SH261120-0017"))).isEqualTo("answer");
    }

    @Test
    void aUetrIsMissingOnEitherSide() {
        hub.send("jinhe", "nordland", payment().replaceFirst("<UETR>.*?</UETR>", ""));

        assertThat(answered(status(SECOND, "SH261120-0017"))).isEqualTo("answer");
        assertThat(answered(status("", "SH261120-0017"))).isEqualTo("answer");
    }

    @Test
    void aMessageIdentifierThatIsNotThatOfThePaymentIsNotPassedOver() {
        hub.send("jinhe", "nordland", payment());

        assertThat(answered(status("", OTHER_MESSAGE))).isEqualTo("ambiguous");
        assertThat(answered(status(PAID, OTHER_MESSAGE))).isEqualTo("ambiguous");
        assertThat(answered(status("", "NOTPROVIDED"))).isEqualTo("answer");
    }

    /** As after a translation into a form that has one reference. */
    @Test
    void whateverThePaymentIsCalledMayStandInPlaceOfItsMessageIdentifier() {
        hub.send("jinhe", "nordland", payment().replace("<InstrId>SH261120-0017<", "<InstrId>FIELD-20<"));

        assertThat(answered(status(PAID, "FIELD-20"))).isEqualTo("answer");
    }

    @Test
    void aRecallOfAnotherUetrIsHeld() {
        hub.send("jinhe", "nordland", payment());

        assertThat(hub.correlate("jinhe", Iso.xml("camt.056.001.08").replace(PAID, SECOND))
                        .outcome())
                .isEqualTo(new Outcome.Ambiguous());
        assertThat(recalled()).isPresent();
    }

    @Test
    void anAnswerToAPaymentOfOneTransactionReadsNoContent() {
        hub.send("jinhe", "nordland", payment());
        int before = journal.reads();

        answered(hub.status("ACSC"));

        // By UETR, the story, by end-to-end, instruction and message identifier.
        assertThat(journal.reads() - before).isEqualTo(5);
    }

    private static String byTransaction(String status) {
        return status.replaceFirst("<OrgnlGrpInf>.*?</OrgnlGrpInf>", "");
    }

    private static String second() {
        return payment()
                .replace(PAID, SECOND)
                .replace("INV-2026-0815", "INV-2")
                .replace("SH261120-0017", OTHER_MESSAGE);
    }

    @Test
    void theNamesOfTwoPaymentsInOneStatusAreAmbiguous() {
        hub.send("jinhe", "nordland", payment());
        hub.send("jinhe", "nordland", second());
        String endToEnd = byTransaction(hub.status("ACSC")).replace("INV-2026-0815", "INV-2");

        assertThat(answered(endToEnd)).isEqualTo("ambiguous");
        assertThat(answered(endToEnd.replaceAll(UETR, ""))).isEqualTo("ambiguous");
        assertThat(answered(endToEnd.replaceFirst("<OrgnlInstrId>.*?</OrgnlInstrId>", "")))
                .isEqualTo("ambiguous");
        assertThat(answered(endToEnd.replace("SH261120-0017", OTHER_MESSAGE))).isEqualTo("ambiguous");
    }

    @Test
    void aFurtherNameThatLeadsToNothingOfTheSendersIsHarmless() {
        Correlated paid = hub.send("jinhe", "nordland", payment());
        hub.send("lakeside", "yushan", second());
        String status = byTransaction(hub.status("ACSC"));

        assertThat(hub.correlate("nordland", status.replace("INV-2026-0815", "INV-2"))
                        .outcome()
                        .original()
                        .map(Outcome.Original::id))
                .contains(paid.id());
        assertThat(answered(status.replace("INV-2026-0815", "INV-3"))).isEqualTo("answer");
    }

    @Test
    void aNameThatSeveralPaymentsHaveDoesNotReadTheOthers() {
        for (int i = 0; i < 9; i++) {
            hub.send("jinhe", "nordland", payment().replace(PAID, SECOND.replace("22222222", "3333333" + i)));
        }
        hub.send("jinhe", "nordland", payment());
        int before = journal.reads();

        assertThat(answered(byTransaction(hub.status("ACSC")))).isEqualTo("answer");

        assertThat(journal.reads() - before).isEqualTo(4);
    }

    @Test
    void aNameThatTooManyPaymentsHaveTellsNothingAlone() {
        Correlated first = hub.send("jinhe", "nordland", payment());
        for (int i = 0; i < 500; i++) {
            hub.send("lakeside", "meridian", second().replace("INV-2", "INV-2026-0815"));
        }
        String status = hub.status("ACSC").replaceAll(UETR, "");
        String alone = byTransaction(status).replaceFirst("<OrgnlInstrId>.*?</OrgnlInstrId>", "");

        assertThat(answered(alone)).isEqualTo("ambiguous");
        assertThat(hub.correlate("nordland", status).outcome().original().map(Outcome.Original::id))
                .contains(first.id());
        assertThat(new JournalOriginals(journal, "nordland").find("pacs.008", "INV-2026-0815"))
                .isEmpty();
    }

    private Correlated notGone(Event... events) {
        Correlated first = hub.correlate("jinhe", payment());
        Opening opening = new Opening(NOW, "jinhe", "http", "", "pacs.008.001.08", first.id(), Optional.empty());
        Entry.Draft draft = Entry.opening(first.id(), opening)
                .content(Content.ISO, payment().getBytes(StandardCharsets.UTF_8));
        List.of(events).forEach(event -> draft.step(hub.step(event)));
        first.names().forEach(draft::reference);
        journal.write(draft.entry());
        return first;
    }

    private Optional<MessageId> recalled() {
        Correlated recall = hub.correlate("jinhe", Iso.xml("camt.056.001.08"));
        return recall.outcome().original().map(Outcome.Original::id);
    }

    @Test
    void whatNeverWentOnIsNotFollowed() {
        notGone(Event.HELD, Event.REFUSED);
        notGone(Event.HELD);
        // A translation.
        notGone(Event.RELEASED);

        assertThat(hub.correlate("jinhe", Iso.xml("camt.056.001.08")).outcome()).isEqualTo(new Outcome.Unknown());
        assertThat(new JournalOriginals(journal, "jinhe").find("pacs.008", "INV-2026-0815"))
                .isEmpty();
    }

    @Test
    void whatNeverWentOnMakesNothingAmbiguous() {
        notGone(Event.HELD, Event.REFUSED);
        notGone(Event.RELEASED);
        Correlated paid = hub.send("jinhe", "nordland", payment());

        assertThat(recalled()).contains(paid.id());
        assertThat(new JournalOriginals(journal, "jinhe").find("pacs.008", "INV-2026-0815"))
                .isPresent();
    }

    /** A payment that had a wrong UETR until an operator repaired it. */
    private void repaired(String wrong, String right) {
        Correlated held = hub.correlate("jinhe", wrong);
        Opening opening = new Opening(NOW, "jinhe", "http", "", "pacs.008.001.08", held.id(), Optional.empty());
        Entry.Draft draft = Entry.opening(held.id(), opening)
                .step(hub.step(Event.HELD))
                .content(Content.ISO, wrong.getBytes(StandardCharsets.UTF_8));
        held.names().forEach(draft::reference);
        journal.write(draft.entry());
        Entry.Draft repaired = Entry.about(held.id())
                .step(hub.step(Event.REPAIRED))
                .step(hub.step(Event.RELEASED))
                .content(Content.ISO, right.getBytes(StandardCharsets.UTF_8))
                .dispatch(new Dispatch("nordland", Content.ISO, "application/xml", "pacs.008.001.08"));
        References.of(Iso.read(right)).names().forEach(repaired::reference);
        journal.write(repaired.entry());
    }

    private static String byUetrAlone(String status) {
        return status.replaceFirst("<OrgnlGrpInf>.*?</OrgnlGrpInf>", "")
                .replaceFirst("<OrgnlInstrId>.*?</OrgnlInstrId>", "")
                .replaceFirst("<OrgnlEndToEndId>.*?</OrgnlEndToEndId>", "");
    }

    @Test
    void aNameThatWasRepairedAwayNamesTheMessageNoMore() {
        String wrong = payment().replace("SH261120-0017", OTHER_MESSAGE).replace("INV-2026-0815", "INV-2");
        repaired(wrong, wrong.replace(PAID, SECOND));
        assertThat(answered(byUetrAlone(hub.status("ACSC")))).isEqualTo("orphan");
        assertThat(new JournalOriginals(journal, "nordland").find("pacs.008", PAID))
                .isEmpty();

        Correlated right = hub.send("jinhe", "nordland", payment());

        Correlated status = hub.correlate("nordland", byUetrAlone(hub.status("ACSC")));
        assertThat(status.outcome().original().map(Outcome.Original::id)).contains(right.id());
        assertThat(answered(byUetrAlone(hub.status("ACSC").replace(PAID, SECOND))))
                .isEqualTo("answer");
    }
}
