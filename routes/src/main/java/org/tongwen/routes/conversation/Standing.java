package org.tongwen.routes.conversation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.tongwen.routes.conversation.News.Returned;
import org.tongwen.routes.conversation.News.Verdict;
import org.tongwen.routes.journal.Event;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.routes.journal.Step;
import org.tongwen.routes.journal.Story;

/**
 * How far a message is answered, by the steps that its answers left with it.
 *
 * @param transactions how many transactions it holds
 * @param heard what each answer said, the earliest first, by transaction
 * @param asked whether its sender has asked since the last answer
 */
record Standing(int transactions, Map<Integer, List<News>> heard, boolean asked) {

    /** What an answer means for a message of this standing. */
    enum Judgement {
        /** It cannot be true together with what was said before. */
        CONTRADICTING,
        /** It is news. */
        NEWS,
        /** It is about a time before the final answer. */
        OUTDATED,
        /** It was said before. */
        REPEATED,
        /** It says nothing. */
        SILENT
    }

    /** What a message moved, where that is known. */
    @FunctionalInterface
    interface Paid {

        /** By a transaction, or by {@link News#ALL} together. */
        Optional<Money> by(int transaction);
    }

    /**
     * What became of the news of an answer.
     *
     * @param judgement what the answer means as a whole
     * @param told what of it was not said before
     * @param settled whether every transaction has a final answer with it
     */
    record Judged(Judgement judgement, List<News> told, boolean settled) {}

    static Standing of(Story story) {
        List<News> said = new ArrayList<>();
        boolean asked = false;
        int transactions = 1;
        for (Step step : heardOnce(story)) {
            switch (step.event()) {
                case CORRELATED -> transactions = Details.transactions(step.detail());
                case ASKED -> asked |= !step.actor().equals(Step.HUB);
                case PENDING, ANSWERED -> {
                    asked = false;
                    said.addAll(Details.news(step.detail()));
                }
                default -> {
                    // Nothing about answers.
                }
            }
        }
        Standing standing = new Standing(transactions, new HashMap<>(), asked);
        said.forEach(standing::hear);
        return standing;
    }

    /** Two processes may have written what one message tells. */
    private static List<Step> heardOnce(Story story) {
        Set<Map.Entry<Event, MessageId>> told = new HashSet<>();
        return story.steps().stream()
                .filter(step -> !Unheard.TOLD.contains(step.event())
                        || Details.by(step.detail())
                                .map(by -> told.add(Map.entry(step.event(), by)))
                                .orElse(true))
                .toList();
    }

    private void hear(News news) {
        News one = inEach(news);
        meant(news)
                .forEach(number ->
                        heard.computeIfAbsent(number, key -> new ArrayList<>()).add(one));
    }

    /** Of what is given back for all together nobody knows how much each transaction gets. */
    private News inEach(News news) {
        return news.transaction() == News.ALL && transactions > 1 ? news.withoutAmount() : news;
    }

    private IntStream meant(News news) {
        return news.transaction() == News.ALL
                ? IntStream.rangeClosed(1, transactions)
                : IntStream.of(news.transaction());
    }

    private List<News> before(int transaction) {
        return heard.getOrDefault(transaction, List.of());
    }

    /** What the news of one answer mean, each judged by what was heard before it, in the same answer, too. */
    Judged judge(List<News> news, Paid paid) {
        Map<Integer, List<News>> copy = new HashMap<>();
        heard.forEach((number, said) -> copy.put(number, new ArrayList<>(said)));
        Standing now = new Standing(transactions, copy, asked);
        Set<Judgement> found = EnumSet.noneOf(Judgement.class);
        List<News> told = new ArrayList<>();
        for (News one : news) {
            Judgement judgement = now.judge(one, this, paid);
            found.add(judgement);
            if (judgement != Judgement.REPEATED) {
                told.add(one);
                now.hear(one);
            }
        }
        return new Judged(gravest(found), told, now.isSettled());
    }

    private static Judgement gravest(Set<Judgement> found) {
        return found.stream().sorted().findFirst().orElse(Judgement.SILENT);
    }

    /**
     * What one piece of news means.
     *
     * @param start the standing before the answer that it is of
     */
    private Judgement judge(News news, Standing start, Paid paid) {
        News one = inEach(news);
        Set<Judgement> found = EnumSet.noneOf(Judgement.class);
        meant(news)
                .forEach(number -> found.add(
                        one.verdict() == Verdict.RETURNED
                                ? returned(one, before(number), start.before(number), paid.by(number))
                                : said(one, before(number))));
        Judgement judgement = gravest(found);
        boolean tooMuch = news.transaction() == News.ALL && isTooMuch(news, List.of(), paid.by(News.ALL));
        return tooMuch && judgement == Judgement.NEWS ? Judgement.CONTRADICTING : judgement;
    }

    private Judgement said(News news, List<News> before) {
        Optional<News> last =
                before.stream().filter(said -> said.verdict().isFinal()).reduce((one, two) -> two);
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

    /** What came in an earlier answer under the same number is a repeat; twice in one answer it gives back twice. */
    private static Judgement returned(News news, List<News> before, List<News> start, Optional<Money> paid) {
        if (before.stream().anyMatch(said -> said.verdict() == Verdict.REFUSED)) {
            return Judgement.CONTRADICTING;
        }
        Returned back = news.returned().orElseThrow();
        if (returns(start).stream().anyMatch(back::isRepeatOf)) {
            return Judgement.REPEATED;
        }
        return isTooMuch(news, returns(before), paid) ? Judgement.CONTRADICTING : Judgement.NEWS;
    }

    private static List<Returned> returns(List<News> said) {
        return said.stream().flatMap(one -> one.returned().stream()).toList();
    }

    /**
     * Whether more would go back than came. Where an amount is not known, or not of the currency that was paid, a return is taken for one of all,
     * so that a second is too much.
     */
    private static boolean isTooMuch(News news, List<Returned> earlier, Optional<Money> paid) {
        Optional<Money> sum = news.returned().flatMap(Returned::amount);
        for (Returned one : earlier) {
            sum = sum.flatMap(known -> one.amount().flatMap(known::plus));
        }
        Optional<Money> back = sum;
        boolean known = paid.isPresent()
                && back.isPresent()
                && paid.get().currency().equals(back.get().currency());
        return known ? back.get().isMoreThan(paid.get()) : !earlier.isEmpty();
    }

    /** Whether nothing final was said of a transaction. */
    boolean isOpen(int transaction) {
        return before(transaction).stream().noneMatch(said -> said.verdict().isFinal());
    }

    private boolean isSettled() {
        return IntStream.rangeClosed(1, transactions).noneMatch(this::isOpen);
    }
}
