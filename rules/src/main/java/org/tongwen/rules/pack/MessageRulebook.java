package org.tongwen.rules.pack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongwen.rules.condition.IsoSubject;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Message;

/** The rules of a rulebook for one kind of message, indexed. */
final class MessageRulebook {

    private final List<Rule> rules;
    private final Map<String, RuleIndex> indexes = new LinkedHashMap<>();

    /**
     * Those rules that speak of one of these.
     *
     * @param ids identifiers of the parts, the document's last
     */
    MessageRulebook(List<Rule> all, List<String> ids) {
        this.rules =
                all.stream().filter(rule -> ids.stream().anyMatch(rule::isFor)).toList();
        ids.forEach(id -> indexes.put(id, new RuleIndex(rules, rule -> rule.isFor(id))));
    }

    List<Rule> rules() {
        return rules;
    }

    /** The index of the part of that identifier. */
    RuleIndex index(String id) {
        return Optional.ofNullable(indexes.get(id)).orElseThrow();
    }

    /** Asks all rules of a whole message. */
    Tally ask(BusinessMessage message) {
        Tally tally = new Tally(rules);
        IsoSubject whole = IsoSubject.of(message);
        message.header().ifPresent(header -> ask(whole, header, tally));
        ask(whole, message.document(), tally);
        return tally;
    }

    private void ask(IsoSubject whole, Message part, Tally tally) {
        RuleIndex index = index(part.definition().id());
        index.ofMessage(whole, tally);
        index.ofElements(whole, part.root(), tally);
    }

    /** The verdicts on all rules. */
    List<RuleVerdict> verdicts(Tally tally, List<Finding> validation) {
        return Stream.iterate(0, i -> i + 1)
                .limit(rules.size())
                .map(i -> verdict(tally, i, validation))
                .toList();
    }

    private RuleVerdict verdict(Tally tally, int number, List<Finding> validation) {
        RuleVerdict verdict = tally.verdict(number);
        Then then = verdict.rule().then();
        boolean asked = verdict.outcome() == RuleOutcome.PASS;
        if (verdict.outcome() == RuleOutcome.FAIL) {
            return verdict.without(breach -> isTold(breach, validation));
        }
        if (asked && then instanceof Then.NotRun notRun) {
            return RuleVerdict.of(verdict.rule(), RuleOutcome.NOT_RUN, notRun.reason());
        }
        return asked && then instanceof Then.BuiltIn builtIn && isBroken(verdict.rule(), builtIn, validation)
                ? RuleVerdict.of(verdict.rule(), RuleOutcome.FAIL, "the validator has found it")
                : verdict;
    }

    /** Whether the validator has told of the same fault at that place. */
    private static boolean isTold(Breach breach, List<Finding> validation) {
        List<String> ids = breach.rule().advice().toldBy();
        return !ids.isEmpty()
                && validation.stream()
                        .filter(finding -> ids.contains(finding.id()))
                        .anyMatch(finding -> finding.place()
                                .path()
                                .replaceFirst("/@.*", "")
                                .equals(breach.at().place().path()));
    }

    /** Whether there is such a finding at one of the elements that the rule is asked of. */
    private static boolean isBroken(Rule rule, Then.BuiltIn then, List<Finding> validation) {
        List<Ending> elements = rule.question().anywhere();
        return validation.stream()
                .filter(finding -> then.ids().contains(finding.id()))
                .filter(finding -> finding.place().path().startsWith("/") || elements.isEmpty())
                .map(finding -> finding.place().path().replaceAll("\\[[0-9]+]|/@.*", ""))
                .anyMatch(path -> elements.isEmpty()
                        || elements.stream().anyMatch(ending -> ending.isAnyText() || isAt(path, ending)));
    }

    /** A finding on an element may stand at one in it that does not belong there. */
    private static boolean isAt(String path, Ending ending) {
        return ending.fits(path) || ending.fits(path.substring(0, path.lastIndexOf('/')));
    }
}
