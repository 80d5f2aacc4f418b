package org.tongwen.routes.conversation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tongwen.routes.conversation.Statement.About;
import org.tongwen.routes.journal.Reference;
import org.tongwen.routes.journal.Reference.Kind;

/** Finds the transactions of an original that an answer speaks of, whatever the answer calls them; the first of the original is 1. */
final class Resolution {

    private static final List<Kind> ORDER =
            List.of(Kind.UETR, Kind.CASE_ID, Kind.END_TO_END_ID, Kind.TRANSACTION_ID, Kind.INSTRUCTION_ID);

    private final List<Transaction> held;
    private final Map<Reference, Set<Integer>> byName = new HashMap<>();

    /** Of an answer to an original that holds these transactions. */
    Resolution(List<Transaction> held) {
        this.held = List.copyOf(held);
        for (int number = 1; number <= held.size(); number++) {
            for (Reference name : held.get(number - 1).names()) {
                byName.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(number);
            }
        }
    }

    /** Whether an answer may mean only what the original holds, so that nothing has to be resolved. */
    static boolean isPlain(List<Statement> said, int transactions) {
        boolean single = transactions == 1 && count(said, About.One.class) < 2 && count(said, About.Batch.class) < 2;
        return single || count(said, About.Whole.class) == said.size();
    }

    private static long count(List<Statement> said, Class<? extends About> kind) {
        return said.stream().filter(one -> kind.isInstance(one.about())).count();
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
            Set<Integer> meant = meant(one.about());
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

    private Set<Integer> meant(About about) {
        if (about instanceof About.One one) {
            Set<Integer> found = one(one);
            return found.size() == 1 ? found : Set.of();
        }
        return about instanceof About.Batch batch ? batch(batch.names()) : Set.of(News.ALL);
    }

    /** A batch without a name is clear when there is but one. */
    private Set<Integer> batch(Set<String> names) {
        boolean single = held.stream().map(Transaction::batch).distinct().count() == 1;
        return fitting(transaction -> names.isEmpty() ? single : transaction.isIn(names));
    }

    private Set<Integer> fitting(Predicate<Transaction> condition) {
        return IntStream.rangeClosed(1, held.size())
                .filter(number -> condition.test(held.get(number - 1)))
                .boxed()
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The first telling name decides, among those of the batch; another that is that of a different transaction leaves none. */
    private Set<Integer> one(About.One one) {
        if (one.names().isEmpty()) {
            return one.batch().isEmpty() ? Set.of() : batch(one.batch());
        }
        Optional<Set<Integer>> left = Optional.empty();
        boolean named = false;
        for (Reference name : sorted(one.names())) {
            Set<Integer> bearing = bearing(name, one.batch());
            Set<Integer> those = left.map(known -> common(known, bearing)).orElse(bearing);
            if (!those.isEmpty()) {
                named = true;
                left = Optional.of(those);
            } else if (name.kind() == Kind.UETR) {
                left = Optional.of(fitting(transaction ->
                        !transaction.has(Kind.UETR) && (one.batch().isEmpty() || transaction.isIn(one.batch()))));
            } else if (byName.containsKey(name)) {
                return Set.of();
            }
        }
        return named ? left.orElse(Set.of()) : Set.of();
    }

    private Set<Integer> bearing(Reference name, Set<String> batch) {
        Set<Integer> all = byName.getOrDefault(name, Set.of());
        return batch.isEmpty()
                ? all
                : all.stream()
                        .filter(number -> held.get(number - 1).isIn(batch))
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<Integer> common(Set<Integer> one, Set<Integer> other) {
        Set<Integer> fewer = one.size() < other.size() ? one : other;
        Set<Integer> more = fewer == one ? other : one;
        return fewer.stream().filter(more::contains).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<Reference> sorted(List<Reference> names) {
        return names.stream()
                .sorted(Comparator.comparingInt(name -> ORDER.indexOf(name.kind())))
                .toList();
    }
}
