package org.tongwen.routes.screen;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.routes.journal.Tallies;
import org.tongwen.routes.journal.Tally;

/** Accounts in memory, as several hubs would share them. */
final class MemoryTallies implements Tallies {

    private final Map<String, Kept> accounts = new HashMap<>();

    @Override
    public synchronized <T> T alone(String account, Function<Account, T> work) {
        Kept kept = accounts.computeIfAbsent(account, name -> new Kept());
        List<Numbered> before = List.copyOf(kept.tallies);
        try {
            return work.apply(kept);
        } catch (RuntimeException e) {
            kept.tallies.clear();
            kept.tallies.addAll(before);
            throw e;
        }
    }

    int count(String account) {
        return accounts.containsKey(account) ? accounts.get(account).tallies.size() : 0;
    }

    private static final class Kept implements Account {

        private final List<Numbered> tallies = new ArrayList<>();
        private long last;

        @Override
        public List<Numbered> after(long number) {
            return tallies.stream().filter(each -> each.number() > number).toList();
        }

        @Override
        public Optional<MessageId> known(String likeness, Instant since, MessageId other) {
            return tallies.stream()
                    .map(Numbered::tally)
                    .filter(tally ->
                            !tally.message().equals(other) && tally.at().isAfter(since))
                    .filter(tally -> tally.likenesses().contains(likeness))
                    .map(Tally::message)
                    .filter(this::isIn)
                    .reduce((earlier, later) -> later);
        }

        private boolean isIn(MessageId message) {
            int count = tallies.stream()
                    .map(Numbered::tally)
                    .filter(tally -> tally.message().equals(message))
                    .flatMap(tally -> tally.totals().stream())
                    .mapToInt(Tally.Total::count)
                    .sum();
            return count > 0;
        }

        @Override
        public void add(Tally tally) {
            remove(tally.message());
            insert(tally);
        }

        private void insert(Tally tally) {
            last++;
            tallies.add(new Numbered(last, tally));
        }

        @Override
        public void remove(MessageId message) {
            tallies.stream()
                    .map(Numbered::tally)
                    .filter(tally -> tally.message().equals(message))
                    .reduce((earlier, later) -> later)
                    .filter(tally -> isIn(message))
                    .ifPresent(tally -> insert(tally.negated()));
        }

        @Override
        public void forget(Instant before) {
            tallies.removeIf(each -> each.tally().at().isBefore(before));
        }
    }
}
