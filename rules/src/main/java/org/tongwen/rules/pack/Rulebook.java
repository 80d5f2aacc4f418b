package org.tongwen.rules.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.message.BusinessMessage;

/**
 * The rules that hold under a profile on a day, ready to judge any number of messages. Immutable to the outside; it may be shared by
 * threads.
 */
public final class Rulebook {

    /** Which rules of which packs. */
    enum Extent {
        /** With those of the packs that it extends. */
        EXTENDED,
        /** Those of the pack alone. */
        ALONE,
        /** Those of schemes that hold a payment; what the standard itself demands refuses one, and is not asked here. */
        GATE
    }

    /** Which rulebook: days between two changes of a pack have the same. */
    record Key(String pack, Extent extent) {}

    /**
     * The rules of a pack by the days on which they change, which are worked out once: the rules are asked for with each message.
     *
     * @param changes the first days of other rules
     * @param books by the day since which they hold; {@link LocalDate#MIN} for those before all changes
     */
    record Dated(List<RulePack> packs, Extent extent, NavigableSet<LocalDate> changes, Map<LocalDate, Rulebook> books) {

        Dated(List<RulePack> packs, Extent extent) {
            this(packs, extent, changesOf(packs), new ConcurrentHashMap<>());
        }

        Rulebook on(LocalDate day) {
            LocalDate since = Optional.ofNullable(changes.floor(day)).orElse(LocalDate.MIN);
            return books.computeIfAbsent(
                    since,
                    key -> new Rulebook(packs.stream()
                            .map(one -> Edition.of(one, day, rule -> holds(one, rule, extent)))
                            .toList()));
        }
    }

    private final List<Edition> editions;
    private final Map<List<String>, MessageRulebook> messages = new ConcurrentHashMap<>();

    private Rulebook(List<Edition> editions) {
        this.editions = List.copyOf(editions);
    }

    /**
     * The rules of a pack and of those that it extends, which come first.
     *
     * @throws IllegalArgumentException when one of the packs has no rules for that day
     */
    public static Rulebook of(String pack, LocalDate day) {
        return RuleLibrary.builtIn().rulebook(pack, day);
    }

    /**
     * The rules of a pack alone.
     *
     * @throws IllegalArgumentException when it has no rules for that day
     */
    public static Rulebook alone(String pack, LocalDate day) {
        return RuleLibrary.builtIn().alone(pack, day);
    }

    /**
     * Those rules of a scheme, and of schemes that it extends, that hold a payment which is being made.
     *
     * @throws IllegalArgumentException when it has no rules for that day
     */
    public static Rulebook gate(String pack, LocalDate day) {
        return RuleLibrary.builtIn().book(pack, Extent.GATE, day);
    }

    private static boolean holds(RulePack pack, Rule rule, Extent extent) {
        boolean gated = rule.id().startsWith(Rule.SCHEME) && !pack.ungated().containsKey(rule.name());
        return extent != Extent.GATE || gated;
    }

    /** The days on which a release or a rule begins, or is no more. */
    private static NavigableSet<LocalDate> changesOf(List<RulePack> packs) {
        return packs.stream()
                .flatMap(pack -> pack.releases().stream())
                .flatMap(release -> Stream.concat(
                        changes(release.from().stream(), release.until().stream()),
                        release.rules().stream().flatMap(rule -> changes(rule.from().stream(), rule.until().stream()))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<LocalDate> changes(Stream<LocalDate> first, Stream<LocalDate> last) {
        return Stream.concat(first, last.map(day -> day.plusDays(1)));
    }

    /** The packs with their releases and rules, in the order in which they are asked. */
    public List<Edition> editions() {
        return editions;
    }

    /**
     * Where a message breaks rules, for somebody who needs no verdict on those that it keeps. What the validator itself checks is not looked
     * at.
     *
     * @throws RulesException when a rule could not be asked: nobody knows whether the message keeps it
     */
    public List<Breach> breaches(BusinessMessage message) {
        return of(message).ask(message).complete();
    }

    /**
     * Judges a message that was read whole.
     *
     * @param validation what the validator found, which is what rules that it checks itself are judged by
     */
    public Judgement judge(BusinessMessage message, List<Finding> validation) {
        MessageRulebook rules = of(message);
        return new Judgement(editions, rules.verdicts(rules.ask(message), validation));
    }

    /**
     * Judges a message that is too long to be read whole. Rules that look at several of its parts are not run.
     *
     * @param definition of the message whose parts will be handed over
     */
    public PartwiseJudgement partwise(MessageDefinition definition) {
        return new PartwiseJudgement(this, of(List.of(definition.id())), definition);
    }

    /** The rules for a kind of message: that of its header, if any, and that of its document. */
    MessageRulebook of(BusinessMessage message) {
        return of(message.parts().map(part -> part.definition().id()).toList());
    }

    private MessageRulebook of(List<String> ids) {
        return messages.computeIfAbsent(ids, key -> new MessageRulebook(rules(), key));
    }

    private List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        editions.forEach(edition -> rules.addAll(edition.rules()));
        return rules;
    }
}
