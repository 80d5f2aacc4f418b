package org.tongwen.conformance.reference;

import java.util.List;
import java.util.Optional;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Severity;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Limits;
import org.tongwen.xsd.message.MessageReader;

/** Decides whether a message is taken at all: readable, valid, between parties that know each other, and signed. */
final class Gate {

    /** The largest message, in bytes. */
    static final int MOST = 1_000_000;

    private static final int TAKEN = 202;
    private static final int UNREADABLE = 400;
    private static final int UNSIGNED = 401;
    private static final int FORBIDDEN = 403;

    /**
     * What the gate says.
     *
     * @param status of the HTTP answer
     * @param received the message, if it is taken
     * @param why in words, for the sender of a message that is not taken
     */
    record Verdict(int status, Optional<Received> received, String why) {

        static Verdict refused(int status, String why) {
            return new Verdict(status, Optional.empty(), why);
        }
    }

    private final Setup setup;
    private final Faults faults;
    private final MessageReader reader = new MessageReader(Catalogue.builtIn(), Limits.DEFAULT.maxBytes(MOST));

    Gate(Setup setup) {
        this.setup = setup;
        this.faults = new Faults(setup.defect());
    }

    /** Whether messages may come under that media type. */
    boolean isReadable(String type) {
        String plain = faults.has(Defect.MINDS_CHARSETS) ? type : type.split(";", -1)[0].strip();
        return plain.equalsIgnoreCase("application/xml");
    }

    Verdict judge(byte[] bytes) {
        Checked<BusinessMessage> read = reader.read(bytes);
        List<Finding> errors = read.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        if (!errors.isEmpty() && !isOverlooked(errors)) {
            return Verdict.refused(UNREADABLE, errors.get(0).message());
        }
        Optional<Received> received = read.value().map(Received::new);
        if (received.isEmpty() || received.get().message().header().isEmpty()) {
            return errors.isEmpty()
                    ? Verdict.refused(UNREADABLE, "there is no header")
                    : new Verdict(TAKEN, Optional.empty(), "");
        }
        return judge(received.get(), bytes);
    }

    private Verdict judge(Received received, byte[] bytes) {
        if (received.uetr().filter(String::isEmpty).isPresent() && !faults.has(Defect.NEEDS_NO_UETR)) {
            return Verdict.refused(UNREADABLE, "without a UETR nobody could answer");
        }
        if (!received.header("MsgDefIdr").equals(received.id()) && !faults.has(Defect.IGNORES_DEFINITION_IN_HEADER)) {
            return Verdict.refused(UNREADABLE, "the header announces another message");
        }
        if (!setup.partners().contains(received.from()) && !faults.has(Defect.DEALS_WITH_STRANGERS)) {
            return Verdict.refused(FORBIDDEN, "the sender is not known here");
        }
        if (!setup.bic().equals(received.to()) && !faults.has(Defect.TAKES_MAIL_OF_OTHERS)) {
            return Verdict.refused(FORBIDDEN, "the message is for somebody else");
        }
        return setup.partnerKeys().isEmpty() || isSigned(bytes, received.from())
                ? new Verdict(TAKEN, Optional.of(taken(received, bytes)), "")
                : Verdict.refused(UNSIGNED, "the message is not signed by its sender");
    }

    /** What is carried out of a message that was let in: the message, or what a participant takes for it. */
    private Received taken(Received received, byte[] bytes) {
        return faults.has(Defect.READS_THE_FIRST_DOCUMENT)
                ? reader.read(Seal.firstDocument(bytes))
                        .value()
                        .map(Received::new)
                        .orElse(received)
                : received;
    }

    private boolean isSigned(byte[] bytes, String sender) {
        return switch (verdict(bytes, sender)) {
            case GOOD -> true;
            case MISSING -> faults.has(Defect.NEEDS_NO_SIGNATURE);
            case OTHER_KEY -> faults.has(Defect.TRUSTS_ANY_KEY) || isTrusted(bytes);
            case OTHER_CONTENT -> faults.has(Defect.SKIPS_DIGESTS);
            case OTHER_PLACE -> faults.has(Defect.FOLLOWS_ANY_REFERENCE);
            case PART -> faults.has(Defect.TAKES_ANY_TRANSFORM);
            case CROWDED -> faults.has(Defect.READS_THE_FIRST_DOCUMENT);
        };
    }

    /** A sender that is not known has no key; who deals with it all the same takes its word for it. */
    private Seal.Verdict verdict(byte[] bytes, String sender) {
        return Optional.ofNullable(setup.partnerKeys().get(sender))
                .map(key -> Seal.check(bytes, key))
                .orElse(Seal.Verdict.GOOD);
    }

    /** Whether a participant trusts a key that is not the sender's: that of any partner, or any that it never saw. */
    private boolean isTrusted(byte[] bytes) {
        boolean isOfPartner = isOfPartner(bytes);
        return faults.has(Defect.TRUSTS_ANY_PARTNER) && isOfPartner
                || faults.has(Defect.TRUSTS_NEW_KEYS) && !isOfPartner;
    }

    private boolean isOfPartner(byte[] bytes) {
        return setup.partnerKeys().values().stream().anyMatch(key -> Seal.check(bytes, key) == Seal.Verdict.GOOD);
    }

    private boolean isOverlooked(List<Finding> errors) {
        boolean isDoctype = errors.stream().anyMatch(error -> error.id().equals("xsd.DoctypeForbidden"));
        boolean isBroken = MessageReader.brokeOff(errors);
        if (isDoctype) {
            return faults.has(Defect.READS_DOCTYPES);
        }
        return faults.has(isBroken ? Defect.TAKES_GARBAGE : Defect.TAKES_INVALID_MESSAGES);
    }
}
