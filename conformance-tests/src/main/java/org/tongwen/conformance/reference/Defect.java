package org.tongwen.conformance.reference;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One thing that a participant can do wrong. Each breaks one requirement of the plan {@code wallet-interop}; a participant that is set up
 * with it is correct in everything else.
 */
public enum Defect {
    MINDS_CHARSETS("WI-WIRE-TAKEN", "does not take a media type that names its charset"),
    TAKES_GARBAGE("WI-WIRE-MALFORMED", "answers 202 to what is no XML"),
    READS_DOCTYPES("WI-WIRE-DOCTYPE", "answers 202 to a document with a document type declaration"),
    TAKES_INVALID_MESSAGES("WI-WIRE-SCHEMA", "carries out messages that their definition does not allow"),
    IGNORES_DEFINITION_IN_HEADER(
            "WI-WIRE-DEFINITION", "does not compare the header's message identifier with the document"),
    DEALS_WITH_STRANGERS("WI-WIRE-STRANGER", "takes messages from parties that it does not know"),
    TAKES_MAIL_OF_OTHERS("WI-WIRE-RECEIVER", "takes messages whose header names another receiver"),
    WRITES_BARE_AMPERSANDS("WI-GEN-DEFINITION", "does not escape the ampersand in what it writes"),
    SHOWS_STACK_TRACES("WI-GEN-PROBLEM", "answers what it refuses with the trace of its own calls"),
    ECHOES_MESSAGES("WI-GEN-PROBLEM", "repeats in its refusal the whole message that it refuses"),
    ANSWERS_USUAL_PARTNER("WI-HEAD-PARTNER", "addresses every answer to the partner that it deals with most"),
    REPEATS_ITSELF("WI-GEN-UNEXPECTED", "sends every answer twice"),
    ANSWERS_BOTH_WAYS("WI-GEN-UNEXPECTED", "answers a question about a payee at once, and again with a call back"),
    NUMBERS_BY_CLOCK(
            "WI-HEAD-NEW-ID",
            "numbers its status reports by the time alone, so that two of one moment have the same number"),
    HEADS_WITH_OTHER_ID("WI-GEN-RULES", "gives the header another identifier than the document"),
    NEEDS_NO_SIGNATURE("WI-SIGN-MISSING", "takes messages without signature"),
    TRUSTS_ANY_KEY("WI-SIGN-KEY", "takes signatures of any key"),
    TRUSTS_NEW_KEYS("WI-SIGN-KEY", "takes a key that it never saw for the sender's new one"),
    TRUSTS_ANY_PARTNER("WI-SIGN-PARTY", "takes any partner's signature for the sender's"),
    FOLLOWS_ANY_REFERENCE("WI-SIGN-WRAPPED", "takes a signature of something that lies elsewhere in the message"),
    TAKES_ANY_TRANSFORM("WI-SIGN-WRAPPED", "takes a signature of a part of the message that a transform selects"),
    READS_THE_FIRST_DOCUMENT(
            "WI-SIGN-WRAPPED", "checks the signature of the message, and reads a document that lies in the signature"),
    SKIPS_DIGESTS("WI-SIGN-CONTENT", "checks the signature but not that it is of this content"),
    SIGNS_BEFORE_ENCODING("WI-GEN-SIGNATURE", "signs, then writes in an encoding that has no Chinese signs"),
    SIGNS_NOTHING("WI-GEN-SIGNATURE", "does not sign"),
    NEVER_ANSWERS("WI-CT-ACCEPT", "drops the answer to a payment"),
    REFUSES_ULTIMATE_DEBTORS("WI-CT-ACCEPT", "refuses payments that name an ultimate debtor"),
    KNOWS_NO_PROXIES("WI-CT-PROXY", "does not find the account behind a telephone number"),
    REPORTS_STALE_ACCEPTANCE("WI-CT-ACCEPTED-AT", "says that it accepted a payment three days before it came"),
    REPORTS_FUTURE_ACCEPTANCE("WI-GEN-RULES", "says that it accepted a payment an hour from now"),
    SETTLES_ALWAYS_TODAY("WI-CT-SETTLEMENT-DATE", "says today's date whatever day a payment is to be settled"),
    SWAPS_AGENTS("WI-GEN-RULES", "leaves the agents of a payment in its status as they were, the wrong way round"),
    CUTS_REFERENCES("WI-CT-REFERENCES", "cuts the end-to-end reference after sixteen characters"),
    FORGETS_ORIGINAL_MESSAGE("WI-CT-REFERENCES", "does not say which message it answers"),
    INVENTS_UETR("WI-CT-REFERENCES", "answers with another UETR"),
    BOOKS_WHOLE_UNITS("WI-CT-BOOKING", "books the amount without its decimals"),
    BOOKS_IN_FLOATS("WI-AMOUNT-EXACT", "books amounts in binary numbers of 64 bits"),
    BOOKS_CENTS("WI-AMOUNT-EXACT", "books two decimals of a currency that has three"),
    PAYS_IN_FLOATS("WI-AMOUNT-EXACT", "passes orders on with amounts in binary numbers of 32 bits"),
    ADDS_IN_FLOATS("WI-AMOUNT-EXACT", "adds returns up in binary numbers, in which 0.1 and 0.2 are more than 0.3"),
    BOOKS_AGAIN_LATER("WI-CT-BOOKING", "books a payment again a minute later"),
    BOOKS_REFUSED("WI-CT-NO-BOOKING", "books payments that it refuses"),
    CONFUSES_REASONS("WI-CT-AC01", "says MS03 of an account that does not exist"),
    REJECTS_WITHOUT_REASON("WI-CT-AC01", "refuses without a reason"),
    CREDITS_CLOSED_ACCOUNTS("WI-CT-AC04", "credits closed accounts"),
    CREDITS_BLOCKED_ACCOUNTS("WI-CT-AC06", "credits blocked accounts"),
    CREDITS_SAVINGS("WI-CT-AG01", "credits accounts that take no payments"),
    IGNORES_LIMITS("WI-CT-AM02", "credits more than an account may take"),
    TAKES_ANY_CURRENCY("WI-CT-AM03", "credits a currency that the account does not hold"),
    IGNORES_NAMES("WI-CT-BE01", "credits an account whose owner has another name"),
    CONFUSES_PROXY_REASONS("WI-CT-BE23", "says AC01 of a telephone number that nobody registered"),
    IGNORES_REGULATION("WI-CT-RR04", "credits an account that may not be paid to by law"),
    TAKES_FIRST_OF_MANY("WI-CT-SINGLE", "takes the first of several transactions and loses the others"),
    NEEDS_NO_UETR("WI-WIRE-UETR", "takes payments without UETR"),
    LEAVES_PENDING("WI-CT-PENDING", "never tells that a pending payment is settled"),
    BOOKS_PENDING("WI-CT-PENDING-BOOKING", "books a payment while it is pending"),
    SETTLES_ALL_PENDING("WI-CT-PENDING-REJECTED", "settles a pending payment that was refused"),
    ANSWERS_TWICE_OTHERWISE(
            "WI-CT-FINAL-ONCE",
            "rejects a salary half a minute after it settled it, because of a check that came late"),
    HURRIES("WI-TIME-WITHIN", "refuses payments from the ninth second on"),
    IGNORES_OFFSETS("WI-TIME-OFFSET", "reads times of acceptance without their distance from Greenwich"),
    TAKES_LATE_PAYMENTS("WI-TIME-LATE", "credits payments that come after the time limit"),
    FALLS_BEHIND("WI-TIME-ANSWER", "answers after the time limit when the amount is large"),
    ASKS_TOO_SOON("WI-TIME-PATIENCE", "asks for the status before the time limit is over"),
    NEVER_ASKS("WI-TIME-ASK", "does not ask when no answer comes"),
    TAKES_SILENCE_FOR_NO("WI-TIME-SILENCE", "takes a payment for rejected when no answer comes"),
    IGNORES_LATE_ANSWERS("WI-TIME-LATE-ANSWER", "does not pass on a status that comes after the time limit"),
    REFUSES_REPEATS("WI-DUP-ANSWER", "rejects a repetition in a message of another identifier"),
    BOOKS_REPEATS("WI-DUP-BOOKING", "books a repetition in a message of another identifier once more"),
    BOOKS_OTHER_CONTENT("WI-DUP-CONTENT", "books another payment under a UETR that was used"),
    COMPARES_AMOUNTS_ONLY(
            "WI-DUP-CONTENT", "takes a payment of the same UETR and amount to another creditor for a repetition"),
    RACES("WI-DUP-AT-ONCE", "books twice what arrives twice in the same moment"),
    IGNORES_MESSAGE_IDS("WI-DUP-MESSAGE-ID", "takes another payment under a message identifier that was used"),
    JUDGES_REPEATS_ANEW("WI-DUP-LATER", "rejects the repetition of a settled payment because the time limit is over"),
    SAYS_PENDING_ALWAYS("WI-STATUS-KNOWN", "says of every payment that it is pending"),
    INVENTS_STATUS("WI-STATUS-UNKNOWN", "says of a payment that it never saw that it is settled"),
    FORGETS_DENIALS("WI-STATUS-FIRST", "says that there is no such payment and settles it when it comes"),
    TELLS_ANYBODY("WI-STATUS-STRANGER", "tells the status of a payment to a party that has nothing to do with it"),
    ASKS_ABOUT_ITSELF(
            "WI-STATUS-ASK", "asks for a status under the identifier of the question, not of the payment's message"),
    ASKS_WITHOUT_UETR("WI-STATUS-ASK", "asks for a status without the UETR"),
    KEEPS_RECALLED_MONEY("WI-RECALL-RETURN", "confirms a recall and returns nothing"),
    INVENTS_CASES("WI-RECALL-CASE", "answers a recall under another case"),
    RETURNS_WHAT_IT_REFUSED("WI-RECALL-REFUSED", "lets its customer refuse a recall and returns the money"),
    REFUSES_WITHOUT_REASON("WI-RECALL-REASON", "refuses a recall without a reason"),
    RETURNS_SPENT_MONEY("WI-RECALL-REASON", "returns money that its customer has no longer"),
    CONFIRMS_UNKNOWN_RECALLS("WI-RECALL-ORPHAN", "confirms the recall of a payment that it never saw"),
    OBEYS_ANYBODY("WI-RECALL-STRANGER", "lets any party recall a payment"),
    RETURNS_TWICE("WI-RECALL-REPEAT", "returns again when a recall is repeated"),
    RETURNS_PENDING("WI-RECALL-PENDING", "returns the money of a recalled payment that is not settled yet"),
    RECALLS_MORE("WI-RECALL-SEND", "recalls more than it paid"),
    BOOKS_PROMISES("WI-RECALL-PROMISE", "books the money when a recall is confirmed, and not when it comes"),
    INVENTS_RETURN_REASONS("WI-RETURN-SEND", "returns with reason MS03 whatever the reason is"),
    RETURNS_MORE("WI-RETURN-SEND", "returns more than was paid"),
    LOSES_RETURNS("WI-RETURN-BOOKING", "accepts a return and does not book it"),
    BOOKS_ANY_RETURN("WI-RETURN-LIMIT", "books a return of more than was paid"),
    FORGETS_EARLIER_RETURNS("WI-RETURN-SUM", "books several returns that together are more than was paid"),
    BOOKS_ORPHAN_RETURNS("WI-RETURN-ORPHAN", "books the return of a payment that it never made"),
    BOOKS_RETURNS_OF_ANYBODY("WI-RETURN-STRANGER", "books a return from a bank that never had the payment"),
    BOOKS_RETURNS_TWICE("WI-RETURN-REPEAT", "books a return again when it is repeated"),
    BOOKS_RETURNS_IN_OTHER_MESSAGES(
            "WI-RETURN-REPEAT", "knows a return by its message, and books it again when it comes in another"),
    LOSES_RETURNS_OF_A_MESSAGE(
            "WI-RETURN-MESSAGE-ID", "takes another return under a used message identifier for the first, and loses it"),
    BOOKS_RETURNS_OF_REJECTED(
            "WI-RETURN-REJECTED", "books the return of a payment that was rejected, whose money it has back"),
    RETURNS_IN_ANY_CURRENCY("WI-RETURN-CURRENCY", "books a return in another currency than was paid"),
    RENAMES_PAYMENTS("WI-INIT-FORWARD", "gives a payment another end-to-end reference than the wallet's"),
    PAYS_IN_EURO("WI-INIT-FORWARD", "pays every order in euro"),
    DROPS_REMITTANCE("WI-INIT-REMITTANCE", "loses the remittance information on the way"),
    DROPS_STRUCTURED_REMITTANCE("WI-INIT-REMITTANCE", "passes on remittance information in words only"),
    PAYS_FROM_ANY_ACCOUNT("WI-INIT-AC02", "pays for a debtor whose account it does not hold"),
    IGNORES_FUNDS("WI-INIT-AM04", "pays from an account without money"),
    DEBITS_BLOCKED_ACCOUNTS("WI-INIT-AC06", "pays from a blocked account"),
    IGNORES_LIMITS_OF_DEBTORS("WI-INIT-AM02", "pays more than an account may"),
    DEBITS_REFUSED_ORDERS("WI-INIT-AM04", "rejects an order and debits its customer all the same"),
    KEEPS_WALLETS_WAITING("WI-INIT-FINAL", "does not tell the wallet that its payment is settled"),
    INVENTS_REASONS("WI-INIT-REASON", "tells the wallet another reason than the creditor agent gave"),
    KEEPS_MONEY_OF_REJECTED("WI-INIT-MONEY-BACK", "keeps the money of a rejected payment"),
    HIDES_PENDING("WI-INIT-PENDING", "does not tell the wallet that its payment is pending"),
    TAKES_PENDING_FOR_NO("WI-INIT-PENDING", "takes a pending payment for a rejected one"),
    TAKES_PROCESSING_FOR_SETTLED("WI-INIT-PROCESSING", "takes ACSP, settlement in process, for settled"),
    BELIEVES_WRONG_REFERENCES("WI-INIT-ORPHAN", "believes a status that names another message"),
    BELIEVES_ANYBODY("WI-INIT-STRANGER", "believes a status of a party that has nothing to do with the payment"),
    BELIEVES_THE_LAST_STATUS(
            "WI-INIT-CONTRARY", "takes a settled payment for rejected because the last status says so"),
    PASSES_OLD_NEWS_ON(
            "WI-INIT-ORDER", "tells the wallet pending after settled, because the messages came in that order"),
    PAYS_ORDERS_TWICE("WI-INIT-REPEAT", "pays again when an order is repeated"),
    PAYS_CHANGED_ORDERS("WI-INIT-CONTENT", "pays another order under a UETR that was used"),
    PAYS_NO_REQUESTS("WI-RTP-PAY", "agrees to pay and does not"),
    PAYS_REQUESTS_ELSEWHERE("WI-RTP-PAY", "pays an agreed request to another account than the request names"),
    DROPS_REFERENCES_OF_REQUESTS("WI-RTP-PAY", "pays a request without its structured reference"),
    AGREES_WITHOUT_FUNDS("WI-RTP-FUNDS", "agrees to pay from an account without money"),
    AGREES_FOR_BLOCKED_ACCOUNTS("WI-RTP-FUNDS", "agrees to pay from a blocked account"),
    AGREES_ABOVE_LIMITS("WI-RTP-FUNDS", "agrees to pay more than the account may"),
    AGREES_FOR_UNKNOWN_ACCOUNTS("WI-RTP-FUNDS", "agrees to pay from an account that it does not hold"),
    FORGETS_REQUEST("WI-RTP-REFERENCES", "answers a request without its reference"),
    PAYS_REFUSED_REQUESTS("WI-RTP-REFUSED", "lets its customer refuse a request and pays"),
    PAYS_EXPIRED_REQUESTS("WI-RTP-EXPIRED", "pays a request that has expired"),
    PAYS_REQUESTS_TWICE("WI-RTP-REPEAT", "pays again when a request is repeated"),
    ASKS_FOR_WHOLE_UNITS("WI-RTP-SEND", "asks for the amount without its decimals"),
    ASKS_FOR_EVER("WI-RTP-SEND", "asks for payment without saying until when"),
    BOOKS_AGREEMENTS("WI-RTP-PROMISE", "books the money when somebody agrees to pay, and not when it comes"),
    MINDS_CAPITALS("WI-PAYEE-MATCH", "takes a name in capital letters for another name"),
    FORGETS_QUESTION("WI-PAYEE-REFERENCES", "does not say which question it answers"),
    KNOWS_EVERY_ACCOUNT("WI-PAYEE-UNKNOWN", "says yes to an account that does not exist"),
    KNOWS_EVERY_NAME("WI-PAYEE-NAME", "says yes to any name"),
    TELLS_OWNERS("WI-PAYEE-SECRET", "tells an asker with a wrong name the right one"),
    ASKS_WITHOUT_NAME("WI-PAYEE-ASK", "asks about an account without a name"),
    ORDERS_WHOLE_UNITS("WI-WALLET-ORDER", "orders the amount without its decimals"),
    WALLET_KEEPS_MONEY("WI-WALLET-REJECTED", "keeps its customer's money when the bank rejects"),
    WALLET_TAKES_PENDING_FOR_NO("WI-WALLET-PENDING", "gives the money back when the bank says pending"),
    WALLET_BELIEVES_WRONG_REFERENCES("WI-WALLET-ORPHAN", "believes a status that names another message"),
    WALLET_BELIEVES_ANYBODY("WI-WALLET-STRANGER", "believes a status of a bank that it did not order from"),
    WALLET_BELIEVES_THE_LAST_STATUS(
            "WI-WALLET-CONTRARY", "gives the money of a settled payment back because the last status says rejected"),
    WALLET_BOOKS_REPEATS("WI-WALLET-REPEAT", "gives the money back again when a rejection is repeated");

    private final String requirement;
    private final String words;

    Defect(String requirement, String words) {
        this.requirement = requirement;
        this.words = words;
    }

    /** The requirement that it breaks. */
    public String requirement() {
        return requirement;
    }

    /** What the participant does wrong, as the end of a sentence that begins with "it". */
    public String words() {
        return words;
    }

    /** What it is called on the command line, such as {@code takes-garbage}. */
    public String variant() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The defect that is called so. */
    public static Optional<Defect> ofVariant(String variant) {
        return Stream.of(values())
                .filter(defect -> defect.variant().equals(variant))
                .findFirst();
    }
}
