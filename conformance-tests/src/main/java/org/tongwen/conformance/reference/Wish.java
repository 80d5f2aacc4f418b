package org.tongwen.conformance.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What a customer or a clerk of the participant wants done, as the suite asks for it at the participant's trigger address. */
record Wish(JsonNode json) {

    /** The verb. */
    String verb() {
        return text("do");
    }

    /** The value at a path of names; empty when it is not there. */
    String text(String... path) {
        JsonNode node = json;
        for (String name : path) {
            node = node.path(name);
        }
        return node.asText("");
    }

    /** The amount that is meant. */
    Money money() {
        return Money.of(text("amount"), text("currency"));
    }

    /** BIC of the partner that is meant, if one is named. */
    Optional<String> partner() {
        return Optional.of(text("creditor", "agent")).filter(agent -> !agent.isEmpty());
    }

    /** Whether the participant is to act as a wallet, whose payments its bank carries out. */
    boolean isOfWallet() {
        return text("as").equals("initiating-wallet");
    }
}
