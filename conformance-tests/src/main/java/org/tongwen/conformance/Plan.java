package org.tongwen.conformance;

import java.util.List;

/**
 * What a participant is certified for.
 *
 * @param id its name, such as {@code message-validity}
 * @param title one line on what it proves
 * @param requirements in the order of the plan file
 * @param cases by name
 */
public record Plan(String id, String title, List<Requirement> requirements, List<Case> cases) {

    /** Copies the lists. */
    public Plan {
        requirements = List.copyOf(requirements);
        cases = List.copyOf(cases);
    }

    /** The cases that test a requirement. */
    public List<Case> casesOf(Requirement requirement) {
        return cases.stream()
                .filter(each -> each.requirement().equals(requirement.id()))
                .toList();
    }
}
