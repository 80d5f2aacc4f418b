package org.tongwen.rules.pack;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tongwen.rules.condition.Subject;

/**
 * Rules that belong together.
 *
 * @param name its name, that of its folder
 * @param title its name for people
 * @param source where its rules come from
 * @param rules in the order of its files
 * @param bases a sound message of each type, which samples change
 */
public record RulePack(String name, String title, String source, List<Rule> rules, Map<String, String> bases) {

    /** Copies the rules. */
    public RulePack {
        rules = List.copyOf(rules);
        bases = Map.copyOf(bases);
    }

    /** The same pack with those rules only that speak of a message. */
    public RulePack of(String message) {
        List<Rule> own = rules.stream().filter(rule -> rule.isFor(message)).toList();
        return new RulePack(name, title, source, own, bases);
    }

    /** Hands over each place where a message breaks a rule. Whether they are for it is not asked: see {@link #of}. */
    public void check(Subject message, Consumer<Breach> breaches) {
        for (int i = 0; i < rules.size(); i++) {
            rules.get(i).check(message, breaches);
        }
    }
}
