package org.tongwen.rules.pack;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.tongwen.rules.condition.Path;
import org.tongwen.rules.condition.Subject;

/**
 * Rules that belong together.
 *
 * @param name its name, that of its folder
 * @param title its name for people
 * @param source where its rules come from
 * @param titles of its parts, by what the ids of their rules begin with, such as {@code swift.103}
 * @param rules in the order of its files
 * @param bases a sound message of each type, which samples change
 */
public record RulePack(
        String name,
        String title,
        String source,
        Map<String, String> titles,
        List<Rule> rules,
        Map<String, String> bases) {

    /** Copies the rules. */
    public RulePack {
        titles = Collections.unmodifiableMap(new LinkedHashMap<>(titles));
        rules = List.copyOf(rules);
        bases = Map.copyOf(bases);
    }

    /** The same pack with those rules only that speak of a message. */
    public RulePack of(String message) {
        return with(rules.stream().filter(rule -> rule.isFor(message)).toList());
    }

    /**
     * The same pack, its rules asked only of values that a message can have.
     *
     * @param known whether a path leads to a field of the message
     */
    public RulePack among(Predicate<Path> known) {
        return with(rules.stream().flatMap(rule -> rule.among(known).stream()).toList());
    }

    private RulePack with(List<Rule> own) {
        return new RulePack(name, title, source, titles, own, bases);
    }

    /** Hands over each place where a message breaks a rule. Whether they are for it is not asked: see {@link #of}. */
    public void check(Subject message, Consumer<Breach> breaches) {
        for (int i = 0; i < rules.size(); i++) {
            rules.get(i).check(message, breaches);
        }
    }
}
