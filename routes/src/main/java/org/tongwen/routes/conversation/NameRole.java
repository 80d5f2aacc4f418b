package org.tongwen.routes.conversation;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongwen.routes.journal.Reference.Kind;

/** What the value of an element is for finding messages. Its number of constants is that of the ways in which it may be one. */
enum NameRole {
    UETR(Kind.UETR, false),
    MESSAGE(Kind.MESSAGE_ID, false),
    END_TO_END(Kind.END_TO_END_ID, false),
    INSTRUCTION(Kind.INSTRUCTION_ID, false),
    TRANSACTION(Kind.TRANSACTION_ID, false),
    CASE(Kind.CASE_ID, false),
    ORIGINAL_UETR(Kind.UETR, true),
    ORIGINAL_MESSAGE(Kind.MESSAGE_ID, true),
    ORIGINAL_END_TO_END(Kind.END_TO_END_ID, true),
    ORIGINAL_INSTRUCTION(Kind.INSTRUCTION_ID, true),
    ORIGINAL_TRANSACTION(Kind.TRANSACTION_ID, true),
    ORIGINAL_CASE(Kind.CASE_ID, true),
    /** The kind of the message that is pointed at; its own kind of name counts for nothing. */
    ORIGINAL_MESSAGE_NAME(Kind.MESSAGE_ID, true);

    private static final String ID = "Id";
    private static final String MSG_ID = "MsgId";

    private static final Map<String, NameRole> BY_NAME = Map.ofEntries(
            Map.entry("BizMsgIdr", MESSAGE),
            Map.entry("PmtInfId", MESSAGE),
            Map.entry("UETR", UETR),
            Map.entry("EndToEndId", END_TO_END),
            Map.entry("InstrId", INSTRUCTION),
            Map.entry("TxId", TRANSACTION),
            Map.entry("RtrId", CASE),
            Map.entry("RvslId", CASE),
            Map.entry("RvslPmtInfId", CASE),
            Map.entry("CxlId", CASE),
            Map.entry("GrpCxlId", CASE),
            Map.entry("PmtCxlId", CASE),
            Map.entry("CxlStsId", CASE),
            Map.entry("StsId", CASE),
            Map.entry("StsReqId", CASE),
            Map.entry("CdtId", CASE),
            Map.entry("ReqId", CASE),
            Map.entry("MndtReqId", CASE),
            Map.entry("MndtId", CASE),
            Map.entry("RqstrInvstgtnId", CASE),
            Map.entry("RspndrInvstgtnId", CASE),
            Map.entry("OrgnlUETR", ORIGINAL_UETR),
            Map.entry("OrgnlEndToEndId", ORIGINAL_END_TO_END),
            Map.entry("OrgnlInstrId", ORIGINAL_INSTRUCTION),
            Map.entry("OrgnlTxId", ORIGINAL_TRANSACTION),
            Map.entry("OrgnlMsgId", ORIGINAL_MESSAGE),
            Map.entry("OrgnlPmtInfId", ORIGINAL_MESSAGE),
            Map.entry("OrgnlGrpCxlId", ORIGINAL_CASE),
            Map.entry("OrgnlPmtInfCxlId", ORIGINAL_CASE),
            Map.entry("OrgnlMndtId", ORIGINAL_CASE),
            Map.entry("OrgnlId", ORIGINAL_CASE),
            Map.entry("OrgnlMsgNmId", ORIGINAL_MESSAGE_NAME));

    /** Names that mean something only inside these elements. */
    private static final Map<String, Map<String, NameRole>> BY_PARENT = Map.ofEntries(
            Map.entry("GrpHdr", Map.of(MSG_ID, MESSAGE)),
            Map.entry("Assgnmt", Map.of(MSG_ID, MESSAGE, ID, MESSAGE)),
            Map.entry("Hdr", Map.of(ID, MESSAGE)),
            Map.entry("ReqHdr", Map.of(ID, MESSAGE)),
            Map.entry("InvstgtnReq", Map.of(MSG_ID, MESSAGE)),
            Map.entry("InvstgtnRspn", Map.of(MSG_ID, MESSAGE)),
            Map.entry("Case", Map.of(ID, CASE)),
            Map.entry("Vrfctn", Map.of(ID, CASE)),
            Map.entry("RslvdCase", Map.of(ID, ORIGINAL_CASE)),
            Map.entry("OrgnlAssgnmt", Map.of(MSG_ID, ORIGINAL_MESSAGE)),
            Map.entry("OrgnlBizQry", Map.of(MSG_ID, ORIGINAL_MESSAGE)),
            Map.entry("OrgnlMsgInf", Map.of(MSG_ID, ORIGINAL_MESSAGE, "MsgNmId", ORIGINAL_MESSAGE_NAME)),
            Map.entry(
                    "UndrlygTx",
                    Map.of(
                            MSG_ID,
                            ORIGINAL_MESSAGE,
                            "MsgNmId",
                            ORIGINAL_MESSAGE_NAME,
                            "UETR",
                            ORIGINAL_UETR,
                            "EndToEndId",
                            ORIGINAL_END_TO_END,
                            "InstrId",
                            ORIGINAL_INSTRUCTION,
                            "TxId",
                            ORIGINAL_TRANSACTION)),
            Map.entry("OrgnlInvstgtnReq", Map.of(MSG_ID, ORIGINAL_MESSAGE, "RqstrInvstgtnId", ORIGINAL_CASE)));

    /** Elements that hold one transaction each. */
    private static final Set<String> TRANSACTIONS =
            Set.of("TxInfAndSts", "TxInf", "CdtTrfTxInf", "DrctDbtTxInf", "CdtTrfTx", "Vrfctn", "Rpt");

    /** Elements about other things than the message's own transactions, with parties, documents and payments below or above it. */
    private static final Set<String> ELSEWHERE = Set.of(
            "SplmtryData",
            "RmtInf",
            "RltdRmtInf",
            "OrgnlTxRef",
            "UndrlygCstmrCdtTrf",
            "UndrlygFICdtTrf",
            "UndrlygAllcn",
            "CrrctnTx",
            "NclsdFile",
            "InvstgtnData",
            "Inf",
            "Mod",
            "Tax",
            "RgltryRptg",
            "Rltd",
            "Sgntr",
            "Ntry",
            "DrctDbtTx",
            "OrgnlMndt");

    private final Kind kind;
    private final boolean points;

    NameRole(Kind kind, boolean points) {
        this.kind = kind;
        this.points = points;
    }

    /** The kind of reference. */
    Kind kind() {
        return kind;
    }

    /** Whether it names the message that this one is about. */
    boolean points() {
        return points;
    }

    boolean isMessageName() {
        return this == ORIGINAL_MESSAGE_NAME;
    }

    /** The role of an element by its name and the one around it. */
    static Optional<NameRole> of(String parent, String name) {
        Map<String, NameRole> inside = BY_PARENT.getOrDefault(parent, Map.of());
        return Optional.ofNullable(inside.get(name)).or(() -> Optional.ofNullable(BY_NAME.get(name)));
    }

    static boolean isTransaction(String name) {
        return TRANSACTIONS.contains(name);
    }

    static boolean isElsewhere(String name) {
        return ELSEWHERE.contains(name);
    }
}
