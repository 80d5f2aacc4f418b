package org.tongwen.routes.conversation;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongwen.routes.conversation.News.Returned;
import org.tongwen.routes.conversation.News.Verdict;
import org.tongwen.routes.conversation.Statement.About;
import org.tongwen.routes.journal.MessageName;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Node;

/**
 * Reads what an answer says. What is final for the whole or a batch is said of each of its transactions, listed or not; what is pending there
 * counts for those listed that say nothing themselves, and when none is listed.
 */
final class NewsReader {

    private static final String RETURN = "pacs.004";
    private static final String CONFIRMATION = "Conf";

    /** Statuses of what stands around them. */
    private static final List<String> STATUSES =
            List.of("TxSts", "TxCxlSts", "Vrfctn", "PmtInfSts", "PmtInfCxlSts", "GrpSts", "GrpCxlSts");

    /** Where the status of a group or an investigation stands, seen from what is around its transactions. */
    private static final List<String> AROUND = List.of(
            "OrgnlGrpInfAndSts/GrpSts",
            "OrgnlGrpRefInfAndSts/GrpSts",
            "OrgnlGrpInfAndSts/GrpCxlSts",
            "Sts/" + CONFIRMATION);

    /** Statuses of the whole, with the elements that they stand in. */
    private static final Set<String> WHOLE = Set.of(
            "OrgnlGrpInfAndSts/GrpSts",
            "OrgnlGrpRefInfAndSts/GrpSts",
            "OrgnlGrpInfAndSts/GrpCxlSts",
            "Sts/" + CONFIRMATION,
            "Sts/AssgnmtCxlConf",
            "AccptncRslt/Accptd",
            CONFIRMATION + "/DbtAuthstn",
            "Justfn/RjctnRsn",
            "Sts/CaseSts",
            "InvstgtnSts/Sts");

    /** Elements that say by being there that what was asked for is refused. */
    private static final Set<String> REFUSALS = Set.of("Sts/RjctdMod", "Sts/DplctOf");

    private static final Set<String> REASONS = Set.of("StsRsnInf", "CxlStsRsnInf", "RtrRsnInf");

    private final String family;
    private final Codes codes;
    private final List<Statement> said = new ArrayList<>();
    private final Map<Node, Optional<String>> nearest = new IdentityHashMap<>();

    private NewsReader(String family) {
        this.family = family;
        this.codes = new Codes(family);
    }

    /** What is said, in the order in which it is to be judged; nothing when it says nothing that counts. */
    static List<Statement> read(BusinessMessage message) {
        String family = MessageName.family(message.document().definition().id()).orElse("");
        NewsReader reader = new NewsReader(family);
        Node root = message.document().root();
        List<Transaction> transactions = Transaction.pointedAtBy(message);
        if (family.equals(RETURN)) {
            reader.returns(root, transactions);
        } else {
            reader.statuses(root, transactions);
        }
        return List.copyOf(reader.said);
    }

    private void returns(Node root, List<Transaction> transactions) {
        Optional<Node> header = root.children().stream().findFirst().flatMap(body -> body.child("GrpHdr"));
        boolean whole = header.flatMap(group -> group.child("GrpRtr"))
                .filter(flag -> Set.of("true", "1").contains(flag.text()))
                .isPresent();
        if (transactions.isEmpty() && whole) {
            say(new About.Whole(), root, returned(header.get(), "MsgId", "TtlRtrdIntrBkSttlmAmt"));
        }
        for (Transaction one : transactions) {
            Returned returned = returned(one.node(), "RtrId", "RtrdIntrBkSttlmAmt");
            say(new About.One(one.names(), one.batch()), one.node(), returned);
        }
    }

    private void say(About about, Node around, Returned returned) {
        said.add(new Statement(
                about, new News(News.ALL, Verdict.RETURNED, RETURN, reasons(around), Optional.of(returned))));
    }

    private static Returned returned(Node around, String id, String amount) {
        return new Returned(
                around.child(id).map(Node::text).orElse(""),
                around.child(amount).map(Money::of));
    }

    private void statuses(Node root, List<Transaction> transactions) {
        List<Statement> whole = whole(root);
        whole.stream().filter(one -> one.news().verdict().isFinal()).forEach(said::add);
        root.all().filter(Transaction::isBatch).forEach(this::batch);
        for (Transaction one : transactions) {
            nearest(one.node()).ifPresent(code -> say(new About.One(one.names(), one.batch()), one.node(), code));
        }
        if (said.isEmpty()) {
            whole.stream().limit(1).forEach(said::add);
        }
    }

    private void batch(Node batch) {
        boolean listed = batch.children().stream().anyMatch(child -> NameRole.isTransaction(child.name()));
        Optional<String> code =
                listed ? own(batch).filter(own -> codes.verdict(own).isFinal()) : nearest(batch);
        code.ifPresent(known -> say(new About.Batch(Transaction.batch(batch)), batch, known));
    }

    private void say(About about, Node around, String code) {
        said.add(new Statement(about, news(around, code)));
    }

    private News news(Node around, String code) {
        return new News(News.ALL, codes.verdict(code), code, reasons(around), Optional.empty());
    }

    /** The status of an element, or of the nearest one around it that has one. */
    private Optional<String> nearest(Node node) {
        Optional<String> own = own(node);
        return own.isPresent() ? own : node.parent().flatMap(this::nearestOfMany);
    }

    /** What is around one transaction is around many. */
    private Optional<String> nearestOfMany(Node around) {
        Optional<String> known = nearest.get(around);
        if (known == null) {
            known = nearest(around);
            nearest.put(around, known);
        }
        return known;
    }

    private static Optional<String> own(Node node) {
        return Stream.concat(STATUSES.stream(), AROUND.stream())
                .flatMap(path -> node.find(path).stream())
                .filter(found -> found.children().isEmpty())
                .map(Node::text)
                .findFirst();
    }

    /** Statuses of the message as a whole: of the group, or of the investigation. */
    private List<Statement> whole(Node root) {
        Stream<String> found = root.all().flatMap(node -> wholeCode(node).stream());
        return switch (family) {
            case "camt.034" -> List.of(whole(root, family));
            case "pain.012" -> acceptance(found).map(code -> whole(root, code)).toList();
            default -> found.map(code -> whole(root, code)).toList();
        };
    }

    private Statement whole(Node root, String code) {
        return new Statement(new About.Whole(), news(root, code));
    }

    private Optional<String> wholeCode(Node node) {
        String around = node.parent().map(Node::name).orElse("");
        String name = around + "/" + node.name();
        if (REFUSALS.contains(name)) {
            return Optional.of(node.name());
        }
        boolean cheque = family.equals("camt.109") && around.equals("Sts");
        return (cheque || WHOLE.contains(name)) && node.children().isEmpty()
                ? Optional.of(node.text())
                : Optional.empty();
    }

    /** Mandates of which some are accepted and some are not are open as a whole. */
    private static Stream<String> acceptance(Stream<String> found) {
        return Stream.of(found.distinct().collect(Collectors.joining(" "))).filter(code -> !code.isEmpty());
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
}
