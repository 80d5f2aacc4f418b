package org.tongwen.conformance.plan;

import java.util.List;
import java.util.Optional;

/**
 * What a participant is certified for.
 *
 * @param id its name, such as {@code message-validity}
 * @param title one line on what it proves
 * @param version of the plan, such as {@code 1.0}
 * @param profile the rule pack that every message must keep to besides its definition; empty for none
 * @param roles what a participant can play; none in a plan where there is nothing to choose
 * @param digest SHA-256 over all its files, in hexadecimal; empty for a plan that was not read from files
 * @param setting what its conversations share
 * @param requirements in the order of the plan file
 * @param cases by name
 * @param greetings conversations that show, before anything counts, whether each side knows the other's key
 */
public record Plan(
        String id,
        String title,
        String version,
        String profile,
        List<String> roles,
        String digest,
        Setting setting,
        List<Requirement> requirements,
        List<Case> cases,
        List<ConversationCase> greetings) {

    /** Copies the lists. */
    public Plan {
        roles = List.copyOf(roles);
        requirements = List.copyOf(requirements);
        cases = List.copyOf(cases);
        greetings = List.copyOf(greetings);
    }

    /** A plan without roles and profile that a program makes. */
    public static Plan of(String id, String title, List<Requirement> requirements, List<? extends Case> cases) {
        return new Plan(id, title, "1", "", List.of(), "", Setting.NONE, requirements, List.copyOf(cases), List.of());
    }

    /** The requirement of that identifier. */
    public Optional<Requirement> requirement(String wanted) {
        return requirements.stream().filter(each -> each.id().equals(wanted)).findFirst();
    }

    /** The cases that test a requirement. */
    public List<Case> casesOf(Requirement requirement) {
        return cases.stream()
                .filter(each -> each.requirement().equals(requirement.id()))
                .toList();
    }
}
