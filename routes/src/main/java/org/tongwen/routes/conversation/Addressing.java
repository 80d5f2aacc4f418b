package org.tongwen.routes.conversation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongwen.routes.config.HubConfig;
import org.tongwen.routes.config.HubConfig.Participant;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.message.BusinessMessage;

/**
 * Says who gets a message. An answer goes to whoever sent the original; anything else to whoever the message names: in its header, or else as
 * the agent that it is sent to. A message that names nobody goes to the sender's only counterparty; one whose transactions name different
 * receivers goes to nobody, since it cannot be split.
 */
public final class Addressing {

    /** The id of what is found when a sender may not send to the receiver. */
    public static final String FORBIDDEN = "hub.ForbiddenReceiver";

    private static final int MOST_SHOWN = 10;
    private static final String UNKNOWN = "hub.UnknownReceiver";
    private static final String NOBODY = "its receiver is nobody to whom its sender may send";

    private final Map<String, Participant> participants;
    private final Map<String, Set<String>> byAgent = new HashMap<>();
    private final Map<String, Set<String>> byBic = new HashMap<>();

    /** Addresses by what the configuration says of participants. */
    public Addressing(Map<String, Participant> participants) {
        this.participants = Map.copyOf(participants);
        participants
                .values()
                .forEach(participant -> participant.agents().forEach(agent -> {
                    add(byAgent, agent, participant);
                    AgentIdentifier.inFull(agent).ifPresent(bic -> add(byBic, bic, participant));
                }));
    }

    private static void add(Map<String, Set<String>> names, String agent, Participant participant) {
        names.computeIfAbsent(agent, key -> new LinkedHashSet<>()).add(participant.name());
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
        Set<List<AgentIdentifier>> agents = NamedAgents.of(message);
        Set<Set<String>> named = other.map(name -> Set.of(Set.of(name))).orElseGet(() -> named(sender, agents));
        if (named.size() == 1) {
            return one(named.iterator().next(), sender, id, texts(agents));
        }
        return new Address.Unclear(different(named, sender, texts(agents)));
    }

    /** The participants that each of the agents stands for. */
    private Set<Set<String>> named(Participant sender, Set<List<AgentIdentifier>> agents) {
        if (agents.isEmpty()) {
            List<String> only = sender.counterparties();
            boolean known = only.size() == 1 && participants.containsKey(only.get(0));
            return Set.of(known ? Set.copyOf(only) : Set.of());
        }
        return agents.stream().map(this::known).collect(Collectors.toSet());
    }

    private Address one(Set<String> named, Participant sender, String message, List<String> identifiers) {
        if (named.size() != 1) {
            return new Address.Unclear(unknown(identifiers, named.size()));
        }
        String receiver = named.iterator().next();
        return sender.sendsTo(receiver)
                ? to(receiver, message)
                : new Address.Unclear(forbidden(sender, receiver, identifiers));
    }

    /** A message goes to one receiver as a whole. Its sender learns nothing of participants to whom it may not send, wherever they stand in it. */
    private static Finding different(Set<Set<String>> named, Participant sender, List<String> identifiers) {
        Set<String> all = named.stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
        return all.stream().anyMatch(sender::sendsTo)
                ? unknown("its transactions are not all for one participant to whom its sender may send")
                        .value(shown(identifiers))
                        .hint("send a message for each receiver")
                : forbidden(sender, String.join(", ", all), identifiers);
    }

    private static List<String> texts(Set<List<AgentIdentifier>> agents) {
        return agents.stream()
                .flatMap(List::stream)
                .map(AgentIdentifier::text)
                .distinct()
                .toList();
    }

    private static String shown(List<String> identifiers) {
        String shown = identifiers.stream().limit(MOST_SHOWN).collect(Collectors.joining(", "));
        return identifiers.size() > MOST_SHOWN ? shown + ", …" : shown;
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
                ? nobody().value(shown(identifiers))
                : unknown("several participants have the identifier that it names as its receiver")
                        .value(shown(identifiers))
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
        return identifiers.isEmpty() ? finding : finding.value(shown(identifiers));
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

    /** The first identifier that anybody has counts. */
    private Set<String> known(List<AgentIdentifier> agent) {
        return agent.stream()
                .map(this::having)
                .filter(known -> !known.isEmpty())
                .findFirst()
                .orElse(Set.of());
    }

    private Set<String> having(AgentIdentifier identifier) {
        return identifier.bic().map(this::branch).orElseGet(() -> byAgent.getOrDefault(identifier.text(), Set.of()));
    }

    private Set<String> branch(String bic) {
        Set<String> exactly = byBic.getOrDefault(bic, Set.of());
        return exactly.isEmpty() ? byBic.getOrDefault(AgentIdentifier.headOffice(bic), Set.of()) : exactly;
    }
}
