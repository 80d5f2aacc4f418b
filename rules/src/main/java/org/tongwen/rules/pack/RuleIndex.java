package org.tongwen.rules.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.tongwen.rules.condition.IsoSubject;
import org.tongwen.rules.condition.Subject;
import org.tongwen.xsd.message.Node;

/**
 * Rules of one message, each under the name of the elements that it is asked of, so that one walk over the message is enough. Immutable
 * once made.
 */
final class RuleIndex {

    /** A rule with its number among all rules of the message, and the elements that it is asked of. */
    private record Asked(Rule rule, int number, Ending ending) {}

    private static final Asked[] NOTHING = {};

    private final Map<String, Asked[]> byName = new HashMap<>();
    private final List<Asked> ofTexts = new ArrayList<>();
    private final List<Asked> ofMessage = new ArrayList<>();

    /**
     * An index.
     *
     * @param rules all rules of the message; their numbers are their places in this list
     * @param wanted which of them are asked here
     */
    RuleIndex(List<Rule> rules, Predicate<Rule> wanted) {
        Map<String, List<Asked>> lists = new HashMap<>();
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            if (wanted.test(rule)) {
                add(rule, i, lists);
            }
        }
        lists.forEach((name, list) -> byName.put(name, list.toArray(NOTHING)));
    }

    private void add(Rule rule, int number, Map<String, List<Asked>> lists) {
        Question question = rule.question();
        for (Ending ending : question.anywhere()) {
            List<Asked> list =
                    ending.isAnyText() ? ofTexts : lists.computeIfAbsent(ending.last(), name -> new ArrayList<>());
            list.add(new Asked(rule, number, ending));
        }
        if (question.isWhole() || !question.each().isEmpty()) {
            ofMessage.add(new Asked(rule, number, new Ending(List.of())));
        }
    }

    /** Asks what is asked of the message as a whole. */
    void ofMessage(IsoSubject message, Tally tally) {
        ofMessage.forEach(asked -> Asking.ofMessage(asked.rule(), asked.number(), message, tally));
    }

    /** Asks what is asked of elements, of this one and all below it. What stands in foreign elements is nothing that the standard names. */
    void ofElements(IsoSubject message, Node node, Tally tally) {
        if (node.isForeign()) {
            return;
        }
        Asked[] own = byName.getOrDefault(node.name(), NOTHING);
        List<Node> children = node.children();
        boolean isText = children.isEmpty();
        if (own.length > 0 || (isText && !ofTexts.isEmpty())) {
            Subject value = message.at(node);
            for (Asked asked : own) {
                if (asked.ending().fitsAbove(node)) {
                    Asking.ofValue(asked.rule(), asked.number(), value, tally);
                }
            }
            for (int i = 0; isText && i < ofTexts.size(); i++) {
                Asking.ofValue(ofTexts.get(i).rule(), ofTexts.get(i).number(), value, tally);
            }
        }
        for (int i = 0; i < children.size(); i++) {
            ofElements(message, children.get(i), tally);
        }
    }
}
