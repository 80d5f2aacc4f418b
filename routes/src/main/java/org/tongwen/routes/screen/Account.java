package org.tongwen.routes.screen;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tongwen.routes.config.HubConfig.Checks;
import org.tongwen.routes.config.HubConfig.Velocity;
import org.tongwen.routes.journal.Tallies;
import org.tongwen.routes.journal.Tally;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/**
 * The account of one participant: which payments it released when. The store is the truth; sums are kept in memory, to which is added whatever the
 * store has more, also from other hubs.
 */
final class Account {

    /** After how many messages old ones are forgotten in the store. */
    private static final int TIDY = 1_000;

    private final String participant;
    private final Checks checks;
    private final Tallies tallies;
    private final List<Window> windows;
    private long known;
    private int counted;

    Account(String participant, Checks checks, Tallies tallies) {
        this.participant = participant;
        this.checks = checks;
        this.tallies = tallies;
        this.windows = checks.velocity().stream().map(Window::new).toList();
    }

    /** Whether anything of this participant is counted. */
    static boolean isKept(Checks checks) {
        return checks.duplicatesWithin().isPresent() || !checks.velocity().isEmpty();
    }

    /** Looks whether the payments are too alike or too many, and counts them when they are not and nothing else stands against them. */
    List<Finding> judge(Subject subject, List<Payment> payments, boolean mayCount) {
        Tally tally = tally(subject, payments);
        return tallies.alone(participant, account -> {
            List<Finding> findings = new ArrayList<>(duplicates(subject, payments, account));
            findings.addAll(exceeded(tally, account));
            if (findings.isEmpty() && mayCount) {
                account.add(tally);
                tidy(account, subject.at());
            }
            return findings;
        });
    }

    /** Counts them whatever there is: somebody has decided to release them. */
    void count(Subject subject, List<Payment> payments) {
        Tally tally = tally(subject, payments);
        tallies.<Boolean>alone(participant, account -> {
            account.add(tally);
            return true;
        });
    }

    void takeBack(Subject subject) {
        tallies.<Boolean>alone(participant, account -> {
            account.remove(subject.id());
            return true;
        });
    }

    private List<Finding> duplicates(Subject subject, List<Payment> payments, Tallies.Account account) {
        List<Finding> findings = new ArrayList<>();
        Optional<Instant> since = checks.duplicatesWithin().map(subject.at()::minus);
        Set<String> here = new HashSet<>();
        for (Payment payment : since.isPresent() ? payments : List.<Payment>of()) {
            if (!here.add(payment.likeness())) {
                findings.add(duplicate(payment, "in the same message"));
            } else {
                account.known(payment.likeness(), since.orElseThrow(), subject.id())
                        .map(earlier -> duplicate(payment, within()).hint("it is a payment of the message " + earlier))
                        .ifPresent(findings::add);
            }
        }
        return findings;
    }

    private String within() {
        return "within " + text(checks.duplicatesWithin().orElseThrow());
    }

    private static Finding duplicate(Payment payment, String where) {
        return Finding.error(
                "screen.Duplicate",
                Place.of(payment.node().path()),
                "a payment between the same accounts, of the same amount, was released " + where);
    }

    /** The windows belong to whoever works on the account. */
    private List<Finding> exceeded(Tally tally, Tallies.Account account) {
        if (windows.isEmpty()) {
            return List.of();
        }
        for (Tallies.Numbered each : account.after(known)) {
            windows.forEach(window -> window.add(each.tally()));
            known = each.number();
        }
        return windows.stream()
                .filter(window -> window.isExceededBy(tally))
                .map(window -> Finding.error("screen.Velocity", Place.NOWHERE, text(window.limit())))
                .toList();
    }

    private Tally tally(Subject subject, List<Payment> payments) {
        Map<String, Tally.Total> totals = new LinkedHashMap<>();
        for (Payment payment : payments) {
            totals.merge(
                    payment.currency(),
                    new Tally.Total(payment.currency(), 1, payment.amount()),
                    (one, other) -> new Tally.Total(
                            one.currency(),
                            one.count() + other.count(),
                            one.sum().add(other.sum())));
        }
        List<String> likenesses = checks.duplicatesWithin().isPresent()
                ? payments.stream().map(Payment::likeness).distinct().toList()
                : List.of();
        return new Tally(subject.id(), subject.at(), List.copyOf(totals.values()), likenesses);
    }

    private void tidy(Tallies.Account account, Instant now) {
        counted++;
        if (counted % TIDY == 0) {
            Duration longest = Stream.concat(
                            checks.duplicatesWithin().stream(),
                            checks.velocity().stream().map(Velocity::within))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            // Twice as long as needed: another hub may have a longer time in its configuration just now.
            account.forget(now.minus(longest.multipliedBy(2)));
        }
    }

    private static String text(Velocity limit) {
        String count = limit.count().map(most -> most + " payments").orElse("");
        String amount = limit.amount()
                .map(most -> most.toPlainString() + " " + limit.currency().orElse(""))
                .orElse("");
        String both = count.isEmpty() || amount.isEmpty() ? count + amount : count + " or " + amount;
        return "with this message there are more than " + both + " within " + text(limit.within());
    }

    private static String text(Duration time) {
        return time.toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
