package org.tongwen.routes.conversation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tongwen.routes.config.HubConfig;
import org.tongwen.routes.config.HubConfig.Participant;
import org.tongwen.routes.journal.MessageName;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Node;

/**
 * Says who gets a message. An answer goes to whoever sent the original; anything else to whoever the message names: in its header, or else as
 * the agent that it is sent to. A message that names nobody goes to the sender's only counterparty.
 */
public final class Addressing {

    /** The id of what is found when a sender may not send to the receiver. */
    public static final String FORBIDDEN = "hub.ForbiddenReceiver";

    private static final int BIC = 8;
    private static final int BRANCH = 11;
    private static final String UNKNOWN = "hub.UnknownReceiver";
    private static final String NOBODY = "its receiver is nobody to whom its sender may send";
    private static final String HEAD_OFFICE = "XXX";
    private static final String AGENT = "/FinInstnId/";
    private static final List<String> NUMBERS = List.of("BICFI", "BIC", "ClrSysMmbId/MmbId", "LEI", "Othr/Id");
    private static final List<String> ORGANISATION = List.of("AnyBIC", "BICOrBEI", "LEI", "Othr/Id");

    /** Where the receiver of a message stands below its one element, by family; the first that is there counts. */
    private static final Map<String, List<String>> AGENTS = Map.of(
            "pain.001", List.of("PmtInf/DbtrAgt"),
            "pain.007", List.of("GrpHdr/CdtrAgt", "GrpHdr/DbtrAgt"),
            "pain.008", List.of("PmtInf/CdtrAgt"),
            "pain.013", List.of("PmtInf/DbtrAgt"));

    private static final List<String> USUAL = List.of(
            "GrpHdr/InstdAgt",
            "CdtTrfTxInf/InstdAgt",
            "DrctDbtTxInf/InstdAgt",
            "TxInf/InstdAgt",
            "TxInfAndSts/InstdAgt",
            "Assgnmt/Assgne/Agt",
            "CdtTrfTxInf/CdtrAgt",
            "CdtTrfTxInf/Cdtr",
            "DrctDbtTxInf/DbtrAgt");

    private final Map<String, Participant> participants;
    private final Map<String, Set<String>> byAgent = new HashMap<>();

    /** Addresses by what the configuration says of participants. */
    public Addressing(Map<String, Participant> participants) {
        this.participants = Map.copyOf(participants);
        participants
                .values()
                .forEach(participant -> participant
                        .agents()
                        .forEach(agent -> byAgent.computeIfAbsent(normal(agent), key -> new LinkedHashSet<>())
                                .add(participant.name())));
    }

    /**
     * Who gets a message.
     *
     * @param sender who sent it
     * @param outcome what it is in its conversation
     */
    public Address of(Participant sender, BusinessMessage message, Outcome outcome) {
        String id = message.document().definition().id();
        Optional<String> other = outcome.original().map(Outcome.Original::counterparty);
        if (outcome.isAnswer() && other.isPresent()) {
            return to(other.get(), id);
        }
        List<String> named = other.map(List::of).orElseGet(() -> receivers(sender, message));
        if (named.size() != 1) {
            return new Address.Unclear(unknown(identifiers(message), named.size()));
        }
        String receiver = named.get(0);
        return sender.sendsTo(receiver)
                ? to(receiver, id)
                : new Address.Unclear(forbidden(sender, receiver, identifiers(message)));
    }

    private Address to(String name, String message) {
        Participant receiver = participants.get(name);
        return receiver == null
                ? new Address.Unclear(unknown("its receiver takes part no longer"))
                : form(receiver, message)
                        .<Address>map(form -> new Address.To(receiver, form))
                        .orElseGet(() -> new Address.Unclear(Finding.error(
                                        "hub.UnreachableReceiver",
                                        Place.NOWHERE,
                                        "its receiver gets no messages of this kind")
                                .value(message)
                                .hint("say under receives, mappings in which form " + name + " gets it")));
    }

    private static Finding unknown(List<String> identifiers, int participants) {
        if (identifiers.isEmpty()) {
            return unknown("it names no receiver, and its sender has not just one counterparty");
        }
        return participants == 0
                ? nobody().value(String.join(", ", identifiers))
                : unknown("several participants have the identifier that it names as its receiver")
                        .value(String.join(", ", identifiers))
                        .hint("the identifiers of participants stand in the configuration, under agents");
    }

    private static Finding unknown(String words) {
        return Finding.error(UNKNOWN, Place.NOWHERE, words);
    }

    private static Finding nobody() {
        return unknown(NOBODY).hint("the identifiers of participants stand in the configuration, under agents");
    }

    /** For operators only. */
    private static Finding forbidden(Participant sender, String receiver, List<String> identifiers) {
        Finding finding = Finding.error(FORBIDDEN, Place.NOWHERE, "its sender may not send to its receiver")
                .hint("if it may, name " + receiver + " under counterparties of " + sender.name());
        return identifiers.isEmpty() ? finding : finding.value(String.join(", ", identifiers));
    }

    /**
     * What a sender reads in place of {@link #FORBIDDEN}: what it reads of a receiver that takes no part in the hub. Else it could find out who does.
     *
     * @param value the identifiers of the receiver
     */
    public static Finding toSender(Optional<String> value) {
        return value.map(nobody()::value).orElseGet(Addressing::nobody);
    }

    /** In which form somebody gets a message; the most exact name counts: with version, without, a star. Empty when not at all. */
    public static Optional<Address.Form> form(Participant receiver, String message) {
        return receiver.receives()
                .flatMap(receives -> names(message)
                        .flatMap(name -> Optional.ofNullable(receives.mappings().get(name)).stream())
                        .findFirst())
                .map(mapping ->
                        mapping.equals(HubConfig.ISO) ? new Address.Form.Iso() : new Address.Form.Mapped(mapping));
    }

    private static Stream<String> names(String message) {
        List<String> names = new ArrayList<>();
        String name = message;
        while (!name.isEmpty()) {
            names.add(name);
            name = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        }
        names.add("*");
        return names.stream();
    }

    private List<String> receivers(Participant sender, BusinessMessage message) {
        List<String> identifiers = identifiers(message);
        if (identifiers.isEmpty()) {
            List<String> only = sender.counterparties();
            return only.size() == 1 && participants.containsKey(only.get(0)) ? only : List.of();
        }
        for (String identifier : identifiers) {
            Set<String> known = named(identifier);
            if (!known.isEmpty()) {
                return List.copyOf(known);
            }
        }
        return List.of();
    }

    private Set<String> named(String identifier) {
        String normal = normal(identifier);
        Set<String> exactly = byAgent.getOrDefault(normal, Set.of());
        boolean branch = exactly.isEmpty() && normal.length() == BRANCH;
        return branch ? byAgent.getOrDefault(normal.substring(0, BIC) + HEAD_OFFICE, Set.of()) : exactly;
    }

    /** A BIC without branch is that of the head office. */
    private static String normal(String identifier) {
        return identifier.length() == BIC ? identifier + HEAD_OFFICE : identifier;
    }

    /** The receiver's identifiers at the first place that has any: whoever else is named is not the one that it is sent to. */
    private static List<String> identifiers(BusinessMessage message) {
        List<String> header = message.header()
                .flatMap(head -> head.root().child("To"))
                .map(Addressing::ofHeader)
                .orElse(List.of());
        if (!header.isEmpty()) {
            return header;
        }
        String family = MessageName.family(message.document().definition().id()).orElse("");
        Optional<Node> body = message.document().root().children().stream().findFirst();
        return AGENTS.getOrDefault(family, USUAL).stream()
                .flatMap(path -> body.flatMap(node -> node.find(path)).stream())
                .map(agent -> texts(agent, "FinInstnId/", NUMBERS))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> ofHeader(Node to) {
        List<String> institution = texts(to, "FIId" + AGENT, NUMBERS);
        return institution.isEmpty() ? texts(to, "OrgId/Id/OrgId/", ORGANISATION) : institution;
    }

    private static List<String> texts(Node around, String path, List<String> names) {
        return names.stream()
                .flatMap(name -> around.find(path + name).stream())
                .map(Node::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
