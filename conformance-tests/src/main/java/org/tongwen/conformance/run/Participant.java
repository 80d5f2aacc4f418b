package org.tongwen.conformance.run;

import java.util.List;

/**
 * Who is certified.
 *
 * @param id its identifier, such as a BIC
 * @param name its name, for people
 * @param roles what it plays in the plan, such as {@code creditor-agent}; none in a plan without roles
 */
public record Participant(String id, String name, List<String> roles) {

    /** Copies the roles. */
    public Participant {
        roles = List.copyOf(roles);
    }
}
