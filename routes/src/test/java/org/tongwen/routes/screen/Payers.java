package org.tongwen.routes.screen;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongwen.routes.config.HubConfig;
import org.tongwen.routes.config.HubConfig.Checks;
import org.tongwen.routes.config.HubConfig.Participant;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.rules.MessageValidator;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Limits;

/** Participants, configurations and payments for tests of screening. */
final class Payers {

    private static final MessageValidator VALIDATOR = new MessageValidator(Catalogue.builtIn(), Limits.DEFAULT);
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    private Payers() {}

    /** A payment as a test needs it. */
    record Order(
            String debtor, String creditor, String debtorName, String creditorName, String amount, String currency) {

        static final Order PLAIN = new Order("DE1", "CN1", "Acme Works", "Beta Trading", "100.00", "EUR");

        Order amount(String other) {
            return new Order(debtor, creditor, debtorName, creditorName, other, currency);
        }

        Order currency(String other) {
            return new Order(debtor, creditor, debtorName, creditorName, amount, other);
        }

        Order creditor(String other) {
            return new Order(debtor, other, debtorName, creditorName, amount, currency);
        }

        Order creditorName(String other) {
            return new Order(debtor, creditor, debtorName, other, amount, currency);
        }

        private String transaction() {
            return """
                    <CdtTrfTxInf>
                      <PmtId><EndToEndId>E-1</EndToEndId></PmtId>
                      <IntrBkSttlmAmt Ccy="%s">%s</IntrBkSttlmAmt>
                      <ChrgBr>SLEV</ChrgBr>
                      <Dbtr><Nm>%s</Nm></Dbtr>
                      <DbtrAcct><Id><Othr><Id>%s</Id></Othr></Id></DbtrAcct>
                      <DbtrAgt><FinInstnId><BICFI>BANKCNBJ</BICFI></FinInstnId></DbtrAgt>
                      <CdtrAgt><FinInstnId><BICFI>BANKDEFF</BICFI></FinInstnId></CdtrAgt>
                      <Cdtr><Nm>%s</Nm></Cdtr>
                      <CdtrAcct><Id><Othr><Id>%s</Id></Othr></Id></CdtrAcct>
                    </CdtTrfTxInf>
                    """.formatted(currency, amount, debtorName, debtor, creditorName, creditor);
        }
    }

    static byte[] pacs008(Order... orders) {
        String transactions =
                String.join("", List.of(orders).stream().map(Order::transaction).toList());
        return """
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08">
                  <FIToFICstmrCdtTrf>
                    <GrpHdr>
                      <MsgId>M-1</MsgId>
                      <CreDtTm>2026-01-31T10:00:00+08:00</CreDtTm>
                      <NbOfTxs>%d</NbOfTxs>
                      <SttlmInf><SttlmMtd>CLRG</SttlmMtd></SttlmInf>
                    </GrpHdr>
                    %s
                  </FIToFICstmrCdtTrf>
                </Document>
                """.formatted(orders.length, transactions).getBytes(StandardCharsets.UTF_8);
    }

    static Subject subject(Participant participant, Duration after, Order... orders) {
        return subject(participant, after, pacs008(orders));
    }

    static Subject subject(Participant participant, Duration after, byte[] xml) {
        return new Subject(MessageId.next(Clock.systemUTC()), participant, read(xml), xml, NOON.plus(after));
    }

    static BusinessMessage read(byte[] xml) {
        return VALIDATOR.validate(xml).value().orElseThrow();
    }

    static Participant participant(Checks checks) {
        return new Participant(
                "acme",
                "Acme Bank",
                false,
                HubConfig.Credentials.NONE,
                List.of(),
                List.of("*"),
                List.of("*"),
                Optional.empty(),
                Map.of(),
                false,
                HubConfig.Limits.NONE,
                checks,
                Optional.empty(),
                Optional.empty());
    }

    static HubConfig config(Participant participant, Optional<HubConfig.Screening> service) {
        Map<String, Participant> participants = new LinkedHashMap<>();
        participants.put(participant.name(), participant);
        return new HubConfig(
                "one",
                HubConfig.Listen.DEFAULT,
                new HubConfig.Store.Embedded(Path.of("unused"), Path.of("unused.json")),
                participants,
                HubConfig.DeliveryPolicy.DEFAULT,
                service,
                HubConfig.Conversations.DEFAULT,
                HubConfig.Observe.DEFAULT);
    }

    static Checks duplicates(Duration within) {
        return new Checks(Optional.of(within), Map.of(), List.of(), Optional.empty(), false);
    }

    static Checks amount(String currency, String most) {
        return new Checks(Optional.empty(), Map.of(currency, new BigDecimal(most)), List.of(), Optional.empty(), false);
    }

    static Checks velocity(HubConfig.Velocity... limits) {
        return new Checks(Optional.empty(), Map.of(), List.of(limits), Optional.empty(), false);
    }

    static Checks watched(Path list) {
        return new Checks(Optional.empty(), Map.of(), List.of(), Optional.of(list), false);
    }

    static Checks screened() {
        return new Checks(Optional.empty(), Map.of(), List.of(), Optional.empty(), true);
    }
}
