package org.tongwen.rules.pack;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.tongwen.rules.condition.Condition;
import org.tongwen.rules.condition.IsoSubject;
import org.tongwen.rules.condition.Subject;

/** Asks a rule of a value, and keeps the answer. A rule that cannot be asked is an error of the rule, never a pass. */
final class Asking {

    private Asking() {}

    /** Asks a rule of the values at its paths, or of the whole message. */
    static void ofMessage(Rule rule, int index, Subject message, Tally tally) {
        Question question = rule.question();
        if (question.isWhole()) {
            ofValue(rule, index, message, tally);
        }
        for (int i = 0; i < question.each().size(); i++) {
            question.each().get(i).visit(message, value -> ofValue(rule, index, value, tally));
        }
    }

    /** Asks a rule of one value. */
    static void ofValue(Rule rule, int index, Subject value, Tally tally) {
        try {
            tally.asked(index);
            if (rule.question().when().isEmpty() || rule.question().when().get().holds(value)) {
                tally.met(index);
                judge(rule, index, value, tally);
            }
        } catch (RuntimeException e) {
            tally.failed(index, e);
        }
    }

    private static void judge(Rule rule, int index, Subject value, Tally tally) {
        Then then = rule.question().then();
        if (then instanceof Then.Holds holds) {
            if (!holds.condition().holds(value)) {
                tally.breach(index, breach(rule, value, List.of(), unmet(holds.condition(), value)));
            }
        } else if (then instanceof Then.Demanded demanded) {
            List<String> missing = missing(demanded, value);
            if (!missing.isEmpty()) {
                tally.breach(index, breach(rule, value, missing, ""));
            }
        } else if (then instanceof Then.Forbidden) {
            tally.breach(index, breach(rule, value, List.of(), ""));
        } else if (then instanceof Then.OfRelease && !rule.standing().uses(value.messageId())) {
            tally.breach(
                    index,
                    breach(
                            rule,
                            value,
                            List.of(),
                            "used: " + String.join(", ", rule.standing().messages())));
        } else if (then instanceof Then.Table table) {
            ofTable(rule, index, table, value, tally);
        } else if (then instanceof Then.XPath xpath && !tally.xpath(value).holds(xpath.expression(), value)) {
            tally.breach(index, breach(rule, value, List.of(), ""));
        }
    }

    /** Which parts of a condition on an ISO message do not hold, where it has several, so that nobody has to guess. */
    private static String unmet(Condition condition, Subject value) {
        return condition instanceof Condition.And and && !IsoSubject.tops(value).isEmpty()
                ? and.all().stream()
                        .filter(part -> !part.holds(value))
                        .map(Condition::toString)
                        .collect(Collectors.joining(", ", "not so: ", ""))
                : "";
    }

    private static void ofTable(Rule rule, int index, Then.Table table, Subject value, Tally tally) {
        if (table.rows().stream().noneMatch(row -> unmet(row, value).isEmpty())) {
            tally.breach(index, breach(rule, value, List.of(), nearest(table, value)));
        }
    }

    private static List<Condition> unmet(Then.Row row, Subject value) {
        return row.all().stream().filter(condition -> !condition.holds(value)).toList();
    }

    /** The row that lacks least, so that whoever repairs the message knows the shortest way. */
    private static String nearest(Then.Table table, Subject value) {
        return table.rows().stream()
                .min(Comparator.comparingInt(row -> unmet(row, value).size()))
                .map(row -> "nearest is: " + row.words() + ", which needs " + unmet(row, value))
                .orElse("");
    }

    private static List<String> missing(Then.Demanded demanded, Subject value) {
        List<String> elements = demanded.elements();
        boolean whole = true;
        for (int i = 0; i < elements.size() && whole; i++) {
            whole = has(value, elements.get(i));
        }
        return whole
                ? List.of()
                : elements.stream().filter(name -> !has(value, name)).toList();
    }

    private static boolean has(Subject value, String element) {
        return value.some(element, child -> true);
    }

    private static Breach breach(Rule rule, Subject value, List<String> missing, String detail) {
        return new Breach(rule, place(rule, value), missing, detail);
    }

    private static Subject place(Rule rule, Subject value) {
        return rule.question().at().stream()
                .flatMap(path -> path.first(value).stream())
                .filter(Subject::isThere)
                .findFirst()
                .orElse(value);
    }
}
