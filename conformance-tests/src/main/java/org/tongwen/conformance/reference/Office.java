package org.tongwen.conformance.reference;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.MessageWriter;

/** Where messages leave the participant: it numbers, heads and signs them. */
final class Office {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx");
    private static final DateTimeFormatter COMPACT = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS");

    private final Setup setup;
    private final ParticipantClock clock;
    private final Faults faults;
    private final Outbox outbox;
    private final Optional<KeyPair> keys;
    private final AtomicLong count = new AtomicLong();

    Office(Setup setup, ParticipantClock clock, Outbox outbox, Optional<KeyPair> keys) {
        this.setup = setup;
        this.clock = clock;
        this.faults = new Faults(setup.defect());
        this.outbox = outbox;
        this.keys = keys;
    }

    /** BIC of the participant. */
    String bic() {
        return setup.bic();
    }

    /** The partner whom the participant's own customers' payments go to. */
    String usualPartner() {
        return setup.partners().get(0);
    }

    /** Whom a message for a partner is addressed to. */
    String receiver(String partner) {
        return faults.has(Defect.ANSWERS_USUAL_PARTNER) ? usualPartner() : partner;
    }

    /** Whether the participant deals with that institution. */
    boolean isPartner(String bic) {
        return setup.partners().contains(bic);
    }

    String now() {
        return TIME.format(clock.now());
    }

    String today() {
        return clock.now().toLocalDate().toString();
    }

    /** The time so far from now. */
    String in(Duration distance) {
        return TIME.format(clock.now().plus(distance));
    }

    /** An identifier that no other message or transaction of this participant has. */
    String newId() {
        return timeId() + count.incrementAndGet();
    }

    private String timeId() {
        return "RF" + COMPACT.format(clock.now());
    }

    /** A document with an identifier and the time. */
    Draft document(String definition) {
        boolean isByClock = faults.has(Defect.NUMBERS_BY_CLOCK) && definition.startsWith("pacs.002");
        Draft draft = Draft.document(definition);
        return draft.set(idPath(definition), isByClock ? timeId() : newId()).set(group(definition) + "/CreDtTm", now());
    }

    /** Heads and signs a document, as it leaves for a partner. */
    byte[] seal(String partner, Draft document) {
        String id = document.text(idPath(document.id())).orElseThrow();
        Draft header = Draft.header()
                .agent("Fr/FIId", bic())
                .agent("To/FIId", receiver(partner))
                .set("BizMsgIdr", faults.has(Defect.HEADS_WITH_OTHER_ID) ? id + "X" : id)
                .set("MsgDefIdr", document.id())
                .set("BizSvc", "tongwen.wallet.01")
                .set("CreDt", now());
        byte[] xml = MessageWriter.xml(new BusinessMessage(Optional.of(header.message()), document.message()));
        return sign(escaped(xml));
    }

    private byte[] escaped(byte[] xml) {
        return faults.has(Defect.WRITES_BARE_AMPERSANDS)
                ? new String(xml, StandardCharsets.UTF_8).replace("&amp;", "&").getBytes(StandardCharsets.UTF_8)
                : xml;
    }

    private byte[] sign(byte[] xml) {
        boolean isBroken = faults.has(Defect.WRITES_BARE_AMPERSANDS) && !isXml(xml);
        if (keys.isEmpty() || faults.has(Defect.SIGNS_NOTHING) || isBroken) {
            return xml;
        }
        byte[] signed = Seal.sign(xml, keys.get().getPrivate());
        return faults.has(Defect.SIGNS_BEFORE_ENCODING) ? inOtherSigns(signed) : signed;
    }

    private static boolean isXml(byte[] xml) {
        return !new String(xml, StandardCharsets.UTF_8).contains("& ");
    }

    /** What becomes of a signed message that is written in an encoding that has not all its signs. */
    private static byte[] inOtherSigns(byte[] signed) {
        String text = new String(signed, StandardCharsets.UTF_8);
        return new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Sends a document to a partner and returns what was sent. */
    byte[] send(String partner, Draft document) {
        byte[] message = seal(partner, document);
        sendAgain(message);
        return message;
    }

    /** Sends a message once more, as it was. */
    void sendAgain(byte[] message) {
        outbox.send(message);
        if (faults.has(Defect.REPEATS_ITSELF)) {
            outbox.send(message);
        }
    }

    private static String idPath(String definition) {
        return group(definition) + (definition.startsWith("camt") ? "/Id" : "/MsgId");
    }

    private static String group(String definition) {
        return definition.startsWith("p") ? "GrpHdr" : "Assgnmt";
    }
}
