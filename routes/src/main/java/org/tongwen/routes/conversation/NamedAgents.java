package org.tongwen.routes.conversation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongwen.routes.journal.MessageName;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Node;

/** Finds the agents to whom a message is sent, by its own words: that of its header, or else of its group, or those of its transactions. */
final class NamedAgents {

    private static final String AGENT = "FinInstnId/";
    private static final List<String> NUMBERS = List.of("BICFI", "BIC", "ClrSysMmbId/MmbId", "LEI", "Othr/Id");
    private static final List<String> ORGANISATION = List.of("AnyBIC", "BICOrBEI", "LEI", "Othr/Id");

    /** Where the agents stand below the one element of a message, by family; the first part in which any stands counts. */
    private static final Map<String, List<Part>> PARTS = Map.of(
            "pain.001", List.of(new Part("PmtInf", "DbtrAgt")),
            "pain.007", List.of(new Part("GrpHdr", "CdtrAgt", "DbtrAgt")),
            "pain.008", List.of(new Part("PmtInf", "CdtrAgt")),
            "pain.013", List.of(new Part("PmtInf", "DbtrAgt")));

    private static final List<Part> USUAL = List.of(
            new Part("GrpHdr", "InstdAgt"),
            new Part("CdtTrfTxInf", "InstdAgt", "CdtrAgt", "Cdtr"),
            new Part("DrctDbtTxInf", "InstdAgt", "DbtrAgt"),
            new Part("TxInf", "InstdAgt"),
            new Part("TxInfAndSts", "InstdAgt"),
            new Part("Assgnmt", "Assgne/Agt"));

    private NamedAgents() {}

    /**
     * The identifiers of each agent, all different. One without identifiers stands for transactions that name nobody, beside others that name
     * somebody. Nothing when the message names nobody at all.
     */
    static Set<List<AgentIdentifier>> of(BusinessMessage message) {
        List<AgentIdentifier> header = message.header()
                .flatMap(head -> head.root().child("To"))
                .map(NamedAgents::ofHeader)
                .orElse(List.of());
        return header.isEmpty() ? ofBody(message) : Set.of(header);
    }

    private static Set<List<AgentIdentifier>> ofBody(BusinessMessage message) {
        String family = MessageName.family(message.document().definition().id()).orElse("");
        return message.document().root().children().stream()
                .limit(1)
                .flatMap(body -> PARTS.getOrDefault(family, USUAL).stream().map(part -> part.agents(body)))
                .filter(agents -> agents.stream().anyMatch(agent -> !agent.isEmpty()))
                .findFirst()
                .orElse(Set.of());
    }

    private static List<AgentIdentifier> ofHeader(Node to) {
        List<AgentIdentifier> institution = identifiers(to, "FIId/" + AGENT, NUMBERS);
        return institution.isEmpty() ? identifiers(to, "OrgId/Id/OrgId/", ORGANISATION) : institution;
    }

    private static List<AgentIdentifier> identifiers(Node around, String path, List<String> names) {
        return names.stream()
                .flatMap(name -> around.find(path + name).map(Node::text).stream()
                        .filter(text -> !text.isEmpty())
                        .map(text -> AgentIdentifier.of(name, text)))
                .toList();
    }

    /**
     * A part of a message that may be there several times.
     *
     * @param element its name
     * @param paths where it names the agent; the first that is there counts
     */
    private record Part(String element, String... paths) {

        Set<List<AgentIdentifier>> agents(Node body) {
            Set<List<AgentIdentifier>> agents = new LinkedHashSet<>();
            body.children(element).forEach(each -> agents.add(agent(each)));
            return agents;
        }

        private List<AgentIdentifier> agent(Node each) {
            for (String path : paths) {
                List<AgentIdentifier> found = identifiers(each, path + "/" + AGENT, NUMBERS);
                if (!found.isEmpty()) {
                    return found;
                }
            }
            return List.of();
        }
    }
}
