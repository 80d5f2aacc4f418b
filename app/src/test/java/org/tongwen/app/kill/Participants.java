package org.tongwen.app.kill;

import org.tongwen.routes.access.ApiKey;

/**
 * Who takes part: two banks, and somebody who looks after the hub.
 *
 * @param payer the bank that sends payments and gets statuses
 * @param payee the bank that gets payments and sends statuses
 * @param operator sees everything
 */
record Participants(Participant payer, Participant payee, ApiKey operator) {

    /**
     * A bank.
     *
     * @param name how the hub's configuration names it
     * @param key what it shows
     */
    record Participant(String name, ApiKey key) {}

    static Participants random() {
        return new Participants(
                new Participant("payer", ApiKey.random()), new Participant("payee", ApiKey.random()), ApiKey.random());
    }

    /** The part of a hub's configuration that names them and says how they get messages. */
    String yaml(int receiverPort) {
        return """
                participants:
                  payer:
                    agents: [AAAAGB2LXXX]
                    credentials: {api-keys: %s}
                    mappings: [swift.mt103]
                    counterparties: [payee]
                    profile: none
                    receives: {channel: http, to: "http://127.0.0.1:%d/payer", mappings: {pacs.002: iso}}
                  payee:
                    agents: [BBBBESMMXXX]
                    credentials: {api-keys: %s}
                    mappings: [iso]
                    counterparties: [payer]
                    receives: {channel: http, to: "http://127.0.0.1:%d/payee", mappings: {pacs.008: iso}}
                  night-shift:
                    operator: yes
                    credentials: {api-keys: %s}
                """.formatted(payer.key().hash(), receiverPort, payee.key().hash(), receiverPort, operator.hash());
    }
}
