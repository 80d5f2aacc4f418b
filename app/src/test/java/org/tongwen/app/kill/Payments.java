package org.tongwen.app.kill;

import java.util.List;
import java.util.Optional;
import org.tongwen.app.kill.Outgoing.Fate;
import org.tongwen.app.kill.Participants.Participant;

/** The messages of a kill test, each by its number: MT103s of the payer's bank, and the status reports with which the other bank answers some. */
final class Payments {

    private static final String KNOWN = "BBBBESMMXXXX";
    private static final String UNKNOWN = "CCCCFRPPXXXX";

    private final Participant payer;
    private final Participant payee;

    Payments(Participant payer, Participant payee) {
        this.payer = payer;
        this.payee = payee;
    }

    /** A payment: one in twenty is for a bank that the hub does not know, one in fifty breaks a rule of the network. Every other has a key. */
    Outgoing payment(int number) {
        Fate fate = fate(number);
        String uetr = uetr(number);
        String text = """
                {1:F01AAAAGB2LAXXX0000000000}{2:I103%sN}{3:{121:%s}}{4:
                :20:REF%d
                :23B:%s
                :32A:261204EUR%d,25
                :33B:EUR%d,25
                :50F:/00123456
                1/Example Trading Ltd
                2/1 Demo Road
                3/GB/Leeds
                :59F:/99887766
                1/Ejemplo SL
                3/ES/Madrid
                :70:/ROC/E2E-%d
                :71A:SHA
                -}""".formatted(
                        fate == Fate.HELD ? UNKNOWN : KNOWN,
                        uetr,
                        number,
                        fate == Fate.REFUSED ? "NONE" : "CRED",
                        number,
                        number,
                        number);
        List<String> marks = List.of(
                "<UETR>" + uetr + "</UETR>",
                "<EndToEndId>E2E-" + number + "</EndToEndId>",
                "<IntrBkSttlmAmt Ccy=\"EUR\">" + number + ".25</IntrBkSttlmAmt>");
        return new Outgoing(payer, uetr, text, key(number), fate, marks, answer(number));
    }

    /** What its receiver says of a payment: that it is done. One payment in four is answered so. */
    Optional<Outgoing> status(int number) {
        Optional<String> name = answer(number);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        String text = """
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.002.001.10"><FIToFIPmtStsRpt>
                <GrpHdr><MsgId>%s</MsgId><CreDtTm>2026-12-04T10:00:00+00:00</CreDtTm></GrpHdr>
                <TxInfAndSts><OrgnlGrpInf><OrgnlMsgId>REF%d</OrgnlMsgId><OrgnlMsgNmId>pacs.008.001.08</OrgnlMsgNmId></OrgnlGrpInf>
                <OrgnlEndToEndId>E2E-%d</OrgnlEndToEndId><OrgnlUETR>%s</OrgnlUETR>
                <TxSts>ACSC</TxSts></TxInfAndSts></FIToFIPmtStsRpt></Document>
                """.formatted(name.get(), number, number, uetr(number));
        List<String> marks =
                List.of("<MsgId>" + name.get() + "</MsgId>", "<OrgnlUETR>" + uetr(number) + "</OrgnlUETR>");
        return Optional.of(
                new Outgoing(payee, name.get(), text, key(number / 4), Fate.DELIVERED, marks, Optional.empty()));
    }

    private static Optional<String> answer(int number) {
        return fate(number) == Fate.DELIVERED && number % 4 == 0 ? Optional.of("STATUS-" + number) : Optional.empty();
    }

    private static Fate fate(int number) {
        if (number % 20 == 7) {
            return Fate.HELD;
        }
        return number % 50 == 13 ? Fate.REFUSED : Fate.DELIVERED;
    }

    private static Optional<String> key(int number) {
        return number % 2 == 0 ? Optional.of("key-" + number) : Optional.empty();
    }

    static String uetr(int number) {
        return String.format("%08x-0000-4000-8000-%012x", number, 0x4b11L * number);
    }
}
