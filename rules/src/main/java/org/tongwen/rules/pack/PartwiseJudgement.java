package org.tongwen.rules.pack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongwen.rules.condition.IsoSubject;
import org.tongwen.rules.condition.Path;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Node;

/**
 * Judges a message whose parts come one by one and do not stay. Rules that look at more than one part, at the header from a part, or
 * through XPath are not run, and say so; they are few, because most look at one transaction or at what stands around it.
 */
public final class PartwiseJudgement {

    private static final String REASON = "the message is too long to be looked at as a whole";

    private final Rulebook book;
    private final MessageRulebook rules;
    private final MessageDefinition definition;
    private final Set<String> bulk;
    private final Tally tally;

    PartwiseJudgement(Rulebook book, MessageRulebook rules, MessageDefinition definition) {
        this.book = book;
        this.rules = rules;
        this.definition = definition;
        this.bulk = definition.bulk().stream().map(ElementDeclaration::name).collect(Collectors.toUnmodifiableSet());
        this.tally = new Tally(rules.rules());
    }

    /** Asks the rules of a part that will not stay. */
    public void part(Node part) {
        rules.index(definition.id()).ofElements(IsoSubject.of(top(part)), part, tally);
    }

    private static Node top(Node part) {
        Node top = part;
        while (top.parent().isPresent()) {
            top = top.parent().get();
        }
        return top;
    }

    /**
     * Asks the rules of what has stayed, and says what came of all.
     *
     * @param validation what the validator found
     */
    public Judgement end(BusinessMessage message, List<Finding> validation) {
        RuleIndex index = rules.index(definition.id());
        IsoSubject whole = IsoSubject.of(message);
        index.ofMessage(whole, tally);
        index.ofElements(whole, message.document().root(), tally);
        Map<Rule, RuleVerdict> verdicts = new LinkedHashMap<>();
        Stream<RuleVerdict> ofHeader = message.header().map(BusinessMessage::of).stream()
                .flatMap(header -> book.judge(header, validation).verdicts().stream());
        Stream.concat(ofHeader, rules.verdicts(tally, validation).stream())
                .map(verdict -> isRun(verdict.rule()) ? verdict : notRun(verdict))
                .forEach(verdict -> verdicts.merge(verdict.rule(), verdict, RuleVerdict::and));
        return new Judgement(book.editions(), List.copyOf(verdicts.values()));
    }

    private static RuleVerdict notRun(RuleVerdict verdict) {
        return verdict.outcome() == RuleOutcome.NOT_APPLICABLE
                ? verdict
                : RuleVerdict.of(verdict.rule(), RuleOutcome.NOT_RUN, REASON);
    }

    private boolean isRun(Rule rule) {
        return !(rule.then() instanceof Then.XPath) && rule.question().paths().noneMatch(this::leavesThePart);
    }

    private boolean leavesThePart(Path path) {
        return path.fromRoot() || path.steps().stream().anyMatch(step -> bulk.contains(step.name()));
    }
}
