package org.tongwen.rules.pack;

import java.util.List;

/**
 * A file of a pack.
 *
 * @param name its name without ending
 * @param title its name for people
 * @param rules in its order
 */
public record RulePart(String name, String title, List<Rule> rules) {

    /** Copies the rules. */
    public RulePart {
        rules = List.copyOf(rules);
    }
}
