package org.tongwen.routes.conversation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.tongwen.routes.conversation.Statement.About;
import org.tongwen.routes.journal.Reference;
import org.tongwen.routes.journal.Reference.Kind;

/**
 * Finds the transactions of an original that an answer speaks of, whatever the answer calls them.
 *
 * @param held the transactions of the original
 */
record Resolution(List<Transaction> held) {

    private static final List<Kind> ORDER =
            List.of(Kind.UETR, Kind.CASE_ID, Kind.END_TO_END_ID, Kind.TRANSACTION_ID, Kind.INSTRUCTION_ID);

    /** Whether an answer may mean only what the original holds, so that nothing has to be resolved. */
    static boolean isPlain(List<Statement> said, int transactions) {
        return transactions == 1
                        && said.stream()
                                        .filter(one -> one.about() instanceof About.One)
                                        .count()
                                < 2
                        && said.stream()
                                        .filter(one -> one.about() instanceof About.Batch)
                                        .count()
                                < 2
                || said.stream().allMatch(one -> one.about() instanceof About.Whole);
    }

    /** The news of an answer that is plain. */
    static List<News> plain(List<Statement> said) {
        return said.stream().map(Statement::news).toList();
    }

    /** The news by transactions of the original; empty when one fits none, or several. */
    Optional<List<News>> of(List<Statement> said) {
        if (held.isEmpty()) {
            return Optional.of(ofAll(said));
        }
        List<News> news = new ArrayList<>();
        for (Statement one : said) {
            List<Integer> meant = meant(one.about());
            if (meant.isEmpty()) {
                return Optional.empty();
            }
            meant.forEach(transaction -> news.add(one.news().of(transaction)));
        }
        return Optional.of(news);
    }

    /**
     * An original that lists no transactions, such as the recall of a whole group, is decided when all that is said of transactions says the
     * same.
     */
    private static List<News> ofAll(List<Statement> said) {
        boolean agree =
                said.stream().map(one -> one.news().verdict()).distinct().count() == 1;
        return said.stream()
                .map(one -> agree ? one.news() : one.news().undecided())
                .toList();
    }

    private List<Integer> meant(About about) {
        if (about instanceof About.One one) {
            List<Integer> found = one(one);
            return found.size() == 1 ? found : List.of();
        }
        return about instanceof About.Batch batch ? batch(batch.names()) : List.of(News.ALL);
    }

    /** A batch without a name is clear when there is but one. */
    private List<Integer> batch(Set<String> names) {
        if (names.isEmpty()) {
            boolean single = held.stream().map(Transaction::batch).distinct().count() == 1;
            return single ? all() : List.of();
        }
        return fitting(all(), transaction -> transaction.batch().stream().anyMatch(names::contains));
    }

    /** The first telling name decides among those of the batch; another that names a different transaction leaves none. */
    private List<Integer> one(About.One one) {
        List<Integer> left = one.batch().isEmpty() ? all() : batch(one.batch());
        boolean named = !one.batch().isEmpty();
        for (Reference name : sorted(one.names())) {
            List<Integer> those = fitting(left, transaction -> transaction.has(name));
            if (!those.isEmpty()) {
                named = true;
                left = those;
            } else if (name.kind() == Kind.UETR) {
                left = fitting(left, transaction -> !transaction.has(Kind.UETR));
            } else if (!fitting(all(), transaction -> transaction.has(name)).isEmpty()) {
                return List.of();
            }
        }
        return named ? left : List.of();
    }

    private static List<Reference> sorted(List<Reference> names) {
        return names.stream()
                .sorted(Comparator.comparingInt(name -> ORDER.indexOf(name.kind())))
                .toList();
    }

    private List<Integer> all() {
        return IntStream.rangeClosed(1, held.size()).boxed().toList();
    }

    private List<Integer> fitting(List<Integer> of, Predicate<Transaction> condition) {
        return of.stream().filter(one -> condition.test(held.get(one - 1))).toList();
    }
}
