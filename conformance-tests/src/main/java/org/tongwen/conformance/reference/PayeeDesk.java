package org.tongwen.conformance.reference;

import java.util.Optional;

/** Says whether an account belongs to whom the asker thinks, and asks others. */
final class PayeeDesk {

    private static final String ASKED = "Vrfctn/PtyAndAcctId";

    private final Office office;
    private final Accounts accounts;
    private final Faults faults;

    PayeeDesk(Office office, Faults faults) {
        this.office = office;
        this.accounts = new Accounts(faults);
        this.faults = faults;
    }

    /** Takes an acmt.023 and answers it. */
    byte[] request(Received received) {
        Optional<Accounts.Account> account = accounts.find(received, ASKED + "/Acct");
        Draft report = office.document("acmt.024.001.03")
                .agent("Assgnmt/Assgnr/Agt", office.bic())
                .agent("Assgnmt/Assgne/Agt", received.from())
                .set("OrgnlAssgnmt/MsgId", received.text("Assgnmt/MsgId"))
                .set("OrgnlAssgnmt/CreDtTm", received.text("Assgnmt/CreDtTm"))
                .set("Rpt/OrgnlId", faults.has(Defect.FORGETS_QUESTION) ? office.newId() : received.text("Vrfctn/Id"));
        if (account.isEmpty() && !faults.has(Defect.KNOWS_EVERY_ACCOUNT)) {
            report.set("Rpt/Vrfctn", "false").set("Rpt/Rsn/Cd", "AC01");
        } else {
            name(report, received.text(ASKED + "/Pty/Nm"), account);
        }
        byte[] answer = office.seal(received.from(), report);
        if (faults.has(Defect.ANSWERS_BOTH_WAYS)) {
            office.sendAgain(answer);
        }
        return answer;
    }

    private void name(Draft report, String name, Optional<Accounts.Account> account) {
        boolean isOther = account.filter(known -> !isSame(known.owner(), name)).isPresent();
        if (!isOther || faults.has(Defect.KNOWS_EVERY_NAME)) {
            report.set("Rpt/Vrfctn", "true");
            return;
        }
        report.set("Rpt/Vrfctn", "false").set("Rpt/Rsn/Prtry", "Name differs");
        if (faults.has(Defect.TELLS_OWNERS)) {
            report.set("Rpt/UpdtdPtyAndAcctId/Pty/Nm", account.orElseThrow().owner());
        }
    }

    private boolean isSame(String owner, String name) {
        return faults.has(Defect.MINDS_CAPITALS) ? owner.equals(name) : owner.equalsIgnoreCase(name);
    }

    /** Asks a partner; the answer is the reference of the question. */
    String ask(Wish wish) {
        Draft request = office.document("acmt.023.001.03");
        String id = office.newId();
        request.agent("Assgnmt/Assgnr/Agt", office.bic())
                .agent("Assgnmt/Assgne/Agt", wish.partner().orElse(office.usualPartner()))
                .set("Vrfctn/Id", id)
                .set(ASKED + "/Pty/Nm", faults.has(Defect.ASKS_WITHOUT_NAME) ? "" : wish.text("creditor", "name"))
                .set(ASKED + "/Acct/Id/IBAN", wish.text("creditor", "account"));
        office.send(wish.partner().orElse(office.usualPartner()), request);
        return id;
    }
}
