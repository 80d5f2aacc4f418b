package org.tongwen.routes.conversation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tongwen.routes.conversation.News.Returned;
import org.tongwen.routes.conversation.News.Verdict;
import org.tongwen.routes.journal.MessageName;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Node;

/** Reads what an answer says. */
final class NewsReader {

    /** Final statuses of payments: settled, or credited to the creditor's account. */
    private static final Set<String> DONE = Set.of("ACSC", "ACCC");

    /** Final refusals: rejected, cancelled, blocked for good. */
    private static final Set<String> REFUSED = Set.of("RJCT", "CANC", "BLCK");

    /** What agrees to a request to pay or a mandate: nothing else follows. */
    private static final Set<String> AGREED = Set.of("ACCP", "ACTC", "ACWC", "ACSC", "ACCC", "ACSP", "true");

    /** Answers to an investigation that another one follows: pending, or it will be done. */
    private static final Set<String> OPEN = Set.of("PDCR", "PECR", "UWFW", "CWFW", "MWFW", "INFO");

    /** Answers to an investigation that refuse what was asked for. */
    private static final Set<String> DENIED = Set.of("RJCR", "RJMO", "NINF", "NPMT");

    private static final List<String> STATUSES = List.of("TxSts", "PmtInfSts", "TxCxlSts", "GrpSts", "GrpCxlSts");
    private static final List<String> NAMES = List.of("OrgnlUETR", "OrgnlEndToEndId", "OrgnlTxId", "OrgnlInstrId");
    private static final Set<String> REASONS = Set.of("StsRsnInf", "CxlStsRsnInf", "RtrRsnInf");

    private final String family;

    private NewsReader(String family) {
        this.family = family;
    }

    /** The news, in the order of the message; none when it says nothing that counts. */
    static List<News> read(BusinessMessage message) {
        Node root = message.document().root();
        String family = MessageName.family(message.document().definition().id()).orElse("");
        return new NewsReader(family).read(root);
    }

    private List<News> read(Node root) {
        List<Node> transactions = root.all()
                .filter(node -> node.declaration().repeats() && NameRole.isTransaction(node.name()))
                .toList();
        Optional<String> whole = wholeStatus(root);
        if (transactions.isEmpty()) {
            return whole.map(code -> news("", code, root)).stream().toList();
        }
        List<News> news = new ArrayList<>();
        for (int i = 0; i < transactions.size(); i++) {
            Node transaction = transactions.get(i);
            String name = name(transaction).orElse("#" + (i + 1));
            if (family.equals("pacs.004")) {
                news.add(new News(
                        name, Verdict.RETURNED, "pacs.004", reasons(transaction), Optional.of(returned(transaction))));
            } else {
                ownStatus(transaction).or(() -> whole).ifPresent(code -> news.add(news(name, code, transaction)));
            }
        }
        return news;
    }

    /** How an answer calls a transaction: by the first of these names. One without any is no other's. */
    private static Optional<String> name(Node transaction) {
        return NAMES.stream()
                .flatMap(name -> transaction.child(name).stream())
                .map(Node::text)
                .filter(References::isName)
                .findFirst();
    }

    private News news(String transaction, String code, Node around) {
        return new News(transaction, verdict(code), code, reasons(around), Optional.empty());
    }

    private static Optional<String> ownStatus(Node transaction) {
        return STATUSES.stream()
                .flatMap(name -> transaction.child(name).stream())
                .map(Node::text)
                .findFirst()
                .or(() -> transaction.child("Vrfctn").map(Node::text));
    }

    /** A status of the message as a whole: of the group, or of the investigation. */
    private Optional<String> wholeStatus(Node root) {
        return root.all()
                .filter(node -> node.name().equals("Conf")
                        || node.name().equals("GrpSts")
                        || node.name().equals("PmtInfSts")
                        || node.name().equals("Accptd"))
                .filter(node -> node.children().isEmpty())
                .map(Node::text)
                .findFirst();
    }

    private static List<String> reasons(Node around) {
        return around.all()
                .filter(node -> REASONS.contains(node.name()))
                .flatMap(node -> node.child("Rsn").stream())
                .flatMap(node -> node.children().stream())
                .map(Node::text)
                .distinct()
                .toList();
    }

    private static Returned returned(Node transaction) {
        Optional<Node> amount = transaction.child("RtrdIntrBkSttlmAmt");
        String id = transaction.child("RtrId").map(Node::text).orElse("");
        return new Returned(
                id,
                amount.map(Node::text).map(BigDecimal::new),
                amount.flatMap(node -> node.attribute("Ccy")).orElse(""));
    }

    private Verdict verdict(String code) {
        return switch (family) {
            case "camt.029", "camt.031", "camt.036", "camt.111" -> investigated(code);
            case "pain.014", "pain.012", "acmt.024" -> agreed(code);
            default -> settled(code);
        };
    }

    private static Verdict settled(String code) {
        if (DONE.contains(code)) {
            return Verdict.DONE;
        }
        return REFUSED.contains(code) ? Verdict.REFUSED : Verdict.PENDING;
    }

    private static Verdict agreed(String code) {
        if (AGREED.contains(code)) {
            return Verdict.DONE;
        }
        return REFUSED.contains(code) || code.equals("false") ? Verdict.REFUSED : Verdict.PENDING;
    }

    private static Verdict investigated(String code) {
        if (OPEN.contains(code)) {
            return Verdict.PENDING;
        }
        return DENIED.contains(code) ? Verdict.REFUSED : Verdict.DONE;
    }

    /** The amount that a payment settles, when it holds one transaction. */
    static Optional<BigDecimal> settled(BusinessMessage payment) {
        List<Node> amounts = payment.document()
                .root()
                .all()
                .filter(node -> node.name().equals("IntrBkSttlmAmt"))
                .limit(2)
                .toList();
        return Stream.of(amounts)
                .filter(found -> found.size() == 1)
                .map(found -> new BigDecimal(found.get(0).text()))
                .findFirst();
    }
}
