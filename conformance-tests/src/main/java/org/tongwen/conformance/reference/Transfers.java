package org.tongwen.conformance.reference;

import java.util.UUID;
import org.tongwen.xsd.message.Node;

/** Writes pacs.008: of an order, of a wish, or of a creditor's request. */
final class Transfers {

    private static final String ORDER = "PmtInf/CdtTrfTxInf";
    private static final String REQUEST = "PmtInf/CdtTrfTx";
    private static final String TRANSFER = "CdtTrfTxInf";

    private final Office office;
    private final Faults faults;

    Transfers(Office office, Faults faults) {
        this.office = office;
        this.faults = faults;
    }

    Draft ofOrder(Received order) {
        String endToEnd = order.text(ORDER + "/PmtId/EndToEndId");
        return transfer(paid(order.money(ORDER + "/Amt/InstdAmt").orElseThrow()))
                .set(TRANSFER + "/PmtId/EndToEndId", faults.has(Defect.RENAMES_PAYMENTS) ? office.newId() : endToEnd)
                .set(TRANSFER + "/PmtId/UETR", uetr(order.text(ORDER + "/PmtId/UETR")))
                .copy(TRANSFER + "/Dbtr", order.find("PmtInf/Dbtr"))
                .copy(TRANSFER + "/DbtrAcct", order.find("PmtInf/DbtrAcct"))
                .copy(TRANSFER + "/CdtrAgt", order.find(ORDER + "/CdtrAgt"))
                .copy(TRANSFER + "/Cdtr", order.find(ORDER + "/Cdtr"))
                .copy(TRANSFER + "/CdtrAcct", order.find(ORDER + "/CdtrAcct"))
                .copy(TRANSFER + "/Purp", order.find(ORDER + "/Purp"))
                .copy(
                        TRANSFER + "/RmtInf",
                        order.find(ORDER + "/RmtInf")
                                .filter(told -> !isLost(told, Defect.DROPS_STRUCTURED_REMITTANCE)));
    }

    /** Whether remittance information does not go on: all of it, or because it is structured. */
    private boolean isLost(Node told, Defect structured) {
        return faults.has(Defect.DROPS_REMITTANCE)
                || faults.has(structured) && told.child("Strd").isPresent();
    }

    private Money paid(Money ordered) {
        Money money = faults.has(Defect.PAYS_IN_EURO) ? new Money(ordered.amount(), "EUR") : ordered;
        return faults.has(Defect.PAYS_IN_FLOATS) ? money.inSinglePrecision() : money;
    }

    Draft ofRequest(Received request) {
        return transfer(request.money(REQUEST + "/Amt/InstdAmt").orElseThrow())
                .set(TRANSFER + "/PmtId/EndToEndId", request.text(REQUEST + "/PmtId/EndToEndId"))
                .set(TRANSFER + "/PmtId/UETR", uetr(request.text(REQUEST + "/PmtId/UETR")))
                .copy(TRANSFER + "/Dbtr", request.find("PmtInf/Dbtr"))
                .copy(TRANSFER + "/DbtrAcct", request.find("PmtInf/DbtrAcct"))
                .copy(TRANSFER + "/CdtrAgt", request.find(REQUEST + "/CdtrAgt"))
                .copy(TRANSFER + "/Cdtr", request.find(REQUEST + "/Cdtr"))
                .copy(TRANSFER + "/CdtrAcct", request.find(payee()))
                .copy(
                        TRANSFER + "/RmtInf",
                        request.find(REQUEST + "/RmtInf")
                                .filter(told -> !isLost(told, Defect.DROPS_REFERENCES_OF_REQUESTS)));
    }

    private String payee() {
        return faults.has(Defect.PAYS_REQUESTS_ELSEWHERE) ? "PmtInf/DbtrAcct" : REQUEST + "/CdtrAcct";
    }

    Draft ofWish(Wish wish) {
        String agent = wish.partner().orElse(office.usualPartner());
        return transfer(wish.money())
                .set(TRANSFER + "/PmtId/EndToEndId", office.newId())
                .set(TRANSFER + "/PmtId/UETR", uetr(wish.text("uetr")))
                .set(TRANSFER + "/Dbtr/Nm", Accounts.OWN.owner())
                .set(TRANSFER + "/Dbtr/PstlAdr/TwnNm", "Berlin")
                .set(TRANSFER + "/Dbtr/PstlAdr/Ctry", "DE")
                .set(TRANSFER + "/DbtrAcct/Id/IBAN", Accounts.OWN.id())
                .agent(TRANSFER + "/CdtrAgt", agent)
                .set(TRANSFER + "/Cdtr/Nm", wish.text("creditor", "name"))
                .set(TRANSFER + "/Cdtr/PstlAdr/TwnNm", "Berlin")
                .set(TRANSFER + "/Cdtr/PstlAdr/Ctry", "DE")
                .set(TRANSFER + "/CdtrAcct/Id/IBAN", wish.text("creditor", "account"));
    }

    private Draft transfer(Money money) {
        return office.document("pacs.008.001.08")
                .set("GrpHdr/NbOfTxs", "1")
                .set("GrpHdr/SttlmInf/SttlmMtd", "CLRG")
                .set(TRANSFER + "/PmtId/InstrId", office.newId())
                .set(TRANSFER + "/PmtId/TxId", office.newId())
                .amount(TRANSFER + "/IntrBkSttlmAmt", money)
                .set(TRANSFER + "/IntrBkSttlmDt", office.today())
                .set(TRANSFER + "/AccptncDtTm", office.now())
                .set(TRANSFER + "/ChrgBr", "SLEV")
                .agent(TRANSFER + "/InstgAgt", office.bic())
                .agent(TRANSFER + "/DbtrAgt", office.bic());
    }

    static String uetr(String given) {
        return given.isEmpty() ? UUID.randomUUID().toString() : given;
    }
}
