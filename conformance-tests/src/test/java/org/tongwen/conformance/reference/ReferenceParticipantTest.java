package org.tongwen.conformance.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReferenceParticipantTest {

    private static final String UETR = "8a562c67-ca16-48ba-b074-65581be6f001";

    @Test
    void aPaymentIsSettledBookedAndReported() throws Exception {
        try (Counterparty suite = new Counterparty(Optional.empty())) {
            setClock(suite, "2026-12-04T10:00:01.000+08:00");
            assertThat(suite.send(payment("M1", "DE82999000000000000001"))).isEqualTo(202);
            Received report = suite.next();
            assertThat(report.id()).isEqualTo("pacs.002.001.10");
            assertThat(report.text("TxInfAndSts/TxSts")).isEqualTo("ACSC");
            assertThat(report.text("TxInfAndSts/OrgnlGrpInf/OrgnlMsgId")).isEqualTo("M1");
            assertThat(bookings(suite)).contains("\"amount\":\"25.00\"").contains("credit");
        }
    }

    @Test
    void aPaymentToAClosedAccountIsRejectedAndNotBooked() throws Exception {
        try (Counterparty suite = new Counterparty(Optional.empty())) {
            setClock(suite, "2026-12-04T10:00:01.000+08:00");
            suite.send(payment("M1", "DE28999000000000000003"));
            assertThat(suite.next().text("TxInfAndSts/StsRsnInf/Rsn/Cd")).isEqualTo("AC04");
            assertThat(bookings(suite)).isEqualTo("[]");
        }
    }

    @Test
    void aPendingPaymentIsSettledAfterAMinuteOfItsClock() throws Exception {
        try (Counterparty suite = new Counterparty(Optional.empty())) {
            setClock(suite, "2026-12-04T10:00:01.000+08:00");
            suite.send(payment("M1", "DE87999000000000000008"));
            assertThat(suite.next().text("TxInfAndSts/TxSts")).isEqualTo("PDNG");
            setClock(suite, "2026-12-04T10:01:01.000+08:00");
            assertThat(suite.next().text("TxInfAndSts/TxSts")).isEqualTo("ACSC");
        }
    }

    @Test
    void aPaymentThatWasChangedAfterSigningIsRefused() throws Exception {
        try (Counterparty suite = new Counterparty(Optional.empty())) {
            String message = new String(suite.sealed(payment("M1", "DE82999000000000000001")), StandardCharsets.UTF_8);
            byte[] changed = message.replace(">25.00<", ">26.00<").getBytes(StandardCharsets.UTF_8);
            assertThat(suite.send(changed)).isEqualTo(401);
        }
    }

    @Test
    void everyDefectHasANameOfItsOwn() {
        assertThat(Stream.of(Defect.values()).map(Defect::variant)).doesNotHaveDuplicates();
        assertThat(Defect.ofVariant("takes-garbage")).contains(Defect.TAKES_GARBAGE);
    }

    @Test
    void aVariantIsWrongInWhatItIsNamedFor() throws Exception {
        try (Counterparty suite = new Counterparty(Optional.of(Defect.CREDITS_CLOSED_ACCOUNTS))) {
            setClock(suite, "2026-12-04T10:00:01.000+08:00");
            suite.send(payment("M1", "DE28999000000000000003"));
            assertThat(suite.next().text("TxInfAndSts/TxSts")).isEqualTo("ACSC");
        }
    }

    private static Draft payment(String id, String account) {
        return Draft.document("pacs.008.001.08")
                .set("GrpHdr/MsgId", id)
                .set("GrpHdr/CreDtTm", "2026-12-04T10:00:00.000+08:00")
                .set("GrpHdr/NbOfTxs", "1")
                .set("GrpHdr/SttlmInf/SttlmMtd", "CLRG")
                .set("CdtTrfTxInf/PmtId/EndToEndId", "E1")
                .set("CdtTrfTxInf/PmtId/UETR", UETR)
                .amount("CdtTrfTxInf/IntrBkSttlmAmt", Money.of("25.00", "EUR"))
                .set("CdtTrfTxInf/ChrgBr", "SLEV")
                .set("CdtTrfTxInf/Dbtr/Nm", "Jo Wolf")
                .agent("CdtTrfTxInf/DbtrAgt", Counterparty.BIC)
                .agent("CdtTrfTxInf/CdtrAgt", Counterparty.OWN_BIC)
                .set("CdtTrfTxInf/Cdtr/Nm", "Mei Lin")
                .set("CdtTrfTxInf/CdtrAcct/Id/IBAN", account);
    }

    private static void setClock(Counterparty suite, String now) throws Exception {
        byte[] body = ("{\"now\":\"" + now + "\"}").getBytes(StandardCharsets.UTF_8);
        assertThat(suite.call("PUT", "/clock", body).statusCode()).isEqualTo(204);
    }

    private static String bookings(Counterparty suite) throws Exception {
        return suite.call("GET", "/bookings?uetr=" + UETR, new byte[0]).body();
    }
}
