package org.tongwen.rules.scheme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.tongwen.rules.condition.IsoSubject;
import org.tongwen.xsd.message.Node;

/**
 * The element rules of a scheme for one message, ready to judge any number of messages: each rule lies under the name of the element that
 * it speaks of, so that one walk over a message is enough. Immutable, and may be shared by threads.
 */
public final class SchemeRules {

    /** How the ids of findings begin; behind it stands the rule's name in its pack. */
    public static final String PREFIX = "scheme.";

    private final Scheme scheme;
    private final Map<String, List<ElementRule>> forbidden = new HashMap<>();
    private final Map<String, List<ElementRule>> demanding = new HashMap<>();

    private SchemeRules(Scheme scheme) {
        this.scheme = scheme;
    }

    /**
     * The rules that speak of a message.
     *
     * @param message its identifier, such as {@code pacs.008.001.08}
     */
    public static SchemeRules of(Scheme scheme, String message) {
        SchemeRules rules = new SchemeRules(scheme);
        scheme.rules().stream().filter(rule -> rule.isFor(message)).forEach(rules::add);
        return rules;
    }

    private void add(ElementRule rule) {
        rule.forbid().stream().map(SchemeRules::last).distinct().forEach(name -> under(name, forbidden, rule));
        rule.within().ifPresent(end -> under(last(end), demanding, rule));
    }

    private static void under(String name, Map<String, List<ElementRule>> rules, ElementRule rule) {
        rules.computeIfAbsent(name, key -> new ArrayList<>()).add(rule);
    }

    private static String last(String end) {
        return end.substring(end.lastIndexOf('/') + 1);
    }

    /**
     * What breaks rules that are in force.
     *
     * @param root the outermost element of a message of the kind that the rules are for
     * @param day the day that counts
     */
    public List<Breach> check(Node root, LocalDate day) {
        List<Breach> breaches = new ArrayList<>();
        check(root, (rule, node) -> {
            List<String> missing = missing(rule, node);
            boolean isBroken = rule.demand().isEmpty() || !missing.isEmpty();
            if (isBroken && rule.isInForce(day) && !isExempt(rule, node, root)) {
                breaches.add(new Breach(scheme, rule, node, missing));
            }
        });
        return breaches;
    }

    private static boolean isExempt(ElementRule rule, Node node, Node root) {
        return rule.unless()
                .filter(but -> but.within().map(end -> stands(node, end)).orElse(true))
                .filter(but -> but.condition().holds(IsoSubject.of(root).at(node)))
                .isPresent();
    }

    private static List<String> missing(ElementRule rule, Node node) {
        return rule.demand().stream().filter(name -> node.child(name).isEmpty()).toList();
    }

    /** Tells every element that a rule speaks of. What stands in foreign elements is nothing that the standard names. */
    private void check(Node node, BiConsumer<ElementRule, Node> each) {
        if (node.isForeign()) {
            return;
        }
        for (ElementRule rule : forbidden.getOrDefault(node.name(), List.of())) {
            if (rule.forbid().stream().anyMatch(end -> stands(node, end))) {
                each.accept(rule, node);
            }
        }
        for (ElementRule rule : demanding.getOrDefault(node.name(), List.of())) {
            if (rule.within().filter(end -> stands(node, end)).isPresent()) {
                each.accept(rule, node);
            }
        }
        List<Node> children = node.children();
        for (int i = 0; i < children.size(); i++) {
            check(children.get(i), each);
        }
    }

    /** Whether an element's path ends so. */
    private static boolean stands(Node node, String end) {
        Node at = node;
        String rest = end;
        while (at.name().equals(last(rest))) {
            int slash = rest.lastIndexOf('/');
            if (slash < 0) {
                return true;
            }
            if (at.parent().isEmpty()) {
                return false;
            }
            rest = rest.substring(0, slash);
            at = at.parent().get();
        }
        return false;
    }
}
