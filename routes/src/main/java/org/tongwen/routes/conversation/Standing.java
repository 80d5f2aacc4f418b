package org.tongwen.routes.conversation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongwen.routes.conversation.News.Returned;
import org.tongwen.routes.conversation.News.Verdict;
import org.tongwen.routes.journal.Step;
import org.tongwen.routes.journal.Story;

/**
 * How far a message is answered, by the steps that its answers left with it.
 *
 * @param transactions how many transactions it holds
 * @param heard what each answer said, the earliest first, by transaction
 * @param asked whether its sender has asked since the last answer
 */
record Standing(int transactions, Map<String, List<News>> heard, boolean asked) {

    /** What an answer means for a message of this standing. */
    enum Judgement {
        /** It is news. */
        NEWS,
        /** It was said before. */
        REPEATED,
        /** It is about a time before the final answer. */
        OUTDATED,
        /** It cannot be true together with what was said before. */
        CONTRADICTING
    }

    static Standing of(Story story) {
        Map<String, List<News>> heard = new HashMap<>();
        boolean asked = false;
        int transactions = 1;
        for (Step step : story.steps()) {
            switch (step.event()) {
                case CORRELATED -> transactions = Details.transactions(step.detail());
                case ASKED -> asked |= !step.actor().equals(Step.HUB);
                case PENDING, ANSWERED -> {
                    asked = false;
                    for (News news : Details.news(step.detail())) {
                        heard.computeIfAbsent(news.transaction(), key -> new ArrayList<>())
                                .add(news);
                    }
                }
                default -> {
                    // Nothing about answers.
                }
            }
        }
        return new Standing(transactions, heard, asked);
    }

    /** What was said of a transaction before. A message with one transaction has one history, whatever its answers call it. */
    private List<News> before(String transaction) {
        if (transactions == 1) {
            return heard.values().stream().flatMap(List::stream).toList();
        }
        List<News> said = new ArrayList<>(heard.getOrDefault("", List.of()));
        said.addAll(heard.getOrDefault(transaction, List.of()));
        return said;
    }

    /**
     * What an answer means.
     *
     * @param amount what the original moved; empty when that is not known
     */
    Judgement judge(News news, Optional<BigDecimal> amount) {
        List<News> before = before(news.transaction());
        Optional<News> last =
                before.stream().filter(said -> said.verdict().isFinal()).reduce((one, two) -> two);
        if (news.verdict() == Verdict.RETURNED) {
            return returned(news, before, amount);
        }
        if (last.isEmpty()) {
            boolean said = !before.isEmpty() && before.get(before.size() - 1).isSameAs(news);
            return said && !asked ? Judgement.REPEATED : Judgement.NEWS;
        }
        return afterFinal(news, last.get(), before);
    }

    private Judgement afterFinal(News news, News last, List<News> before) {
        if (news.verdict() == Verdict.PENDING) {
            return Judgement.OUTDATED;
        }
        boolean refused = before.stream().anyMatch(said -> said.verdict() == Verdict.REFUSED);
        if (refused != (news.verdict() == Verdict.REFUSED)) {
            return Judgement.CONTRADICTING;
        }
        boolean said = before.stream().anyMatch(one -> one.isSameAs(news)) || refused;
        if (said) {
            return asked ? Judgement.NEWS : Judgement.REPEATED;
        }
        return last.verdict() == Verdict.RETURNED ? Judgement.OUTDATED : Judgement.NEWS;
    }

    private static Judgement returned(News news, List<News> before, Optional<BigDecimal> amount) {
        Returned now = news.returned().orElseThrow();
        List<Returned> earlier =
                before.stream().flatMap(said -> said.returned().stream()).toList();
        if (before.stream().anyMatch(said -> said.verdict() == Verdict.REFUSED)) {
            return Judgement.CONTRADICTING;
        }
        if (earlier.stream()
                .anyMatch(one -> one.id().equals(now.id()) && !now.id().isEmpty())) {
            return Judgement.REPEATED;
        }
        return isTooMuch(now, earlier, amount) ? Judgement.CONTRADICTING : Judgement.NEWS;
    }

    /** Whether more would go back than came. Without amounts a return is taken for one of all, so that a second is too much. */
    private static boolean isTooMuch(Returned now, List<Returned> earlier, Optional<BigDecimal> amount) {
        boolean known = amount.isPresent()
                && now.amount().isPresent()
                && earlier.stream()
                        .allMatch(one ->
                                one.amount().isPresent() && one.currency().equals(now.currency()));
        if (!known) {
            return !earlier.isEmpty();
        }
        BigDecimal sum = earlier.stream()
                .flatMap(one -> one.amount().stream())
                .reduce(now.amount().orElseThrow(), BigDecimal::add);
        return sum.compareTo(amount.orElseThrow()) > 0;
    }

    /** Whether nothing final was said of a transaction. */
    boolean isOpen(String transaction) {
        return before(transaction).stream().noneMatch(said -> said.verdict().isFinal());
    }

    /** Whether every transaction has a final answer once this is said, too. */
    boolean isSettledWith(List<News> more) {
        boolean whole = more.stream()
                .anyMatch(news -> news.transaction().isEmpty() && news.verdict().isFinal());
        if (whole || transactions == 1) {
            return more.stream().anyMatch(news -> news.verdict().isFinal())
                    || heard.values().stream()
                            .flatMap(List::stream)
                            .anyMatch(news -> news.verdict().isFinal());
        }
        Map<String, Boolean> done = new HashMap<>();
        heard.forEach((name, said) ->
                said.stream().filter(news -> news.verdict().isFinal()).forEach(news -> done.put(name, true)));
        more.stream().filter(news -> news.verdict().isFinal()).forEach(news -> done.put(news.transaction(), true));
        return done.containsKey("") || done.size() >= transactions;
    }
}
