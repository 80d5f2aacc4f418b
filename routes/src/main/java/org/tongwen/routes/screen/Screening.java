package org.tongwen.routes.screen;

import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongwen.routes.config.HubConfig;
import org.tongwen.routes.config.HubConfig.Checks;
import org.tongwen.routes.config.HubConfig.Participant;
import org.tongwen.routes.journal.JournalException;
import org.tongwen.routes.journal.Tallies;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.message.Node;

/**
 * Judges messages before they are released, by what the configuration asks for their sender. Safe for several threads.
 *
 * <p>Payments count for likeness and limits over time when they are released: {@link #judge} counts what it finds clear, under a lock that all hubs
 * on one store share, so that of two payments that come at once only as many pass as may. What is not released after all is to be taken back.
 */
public final class Screening {

    private static final String UNAVAILABLE = "hub.ScreeningUnavailable";

    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<Path, WatchListFile> lists = new HashMap<>();
    private final Optional<External> external;

    /**
     * Reads the watch lists.
     *
     * @param config who is checked how
     * @param tallies where released payments are counted
     * @param client reaches the external service; redirects should not be followed
     */
    public Screening(HubConfig config, Tallies tallies, HttpClient client) {
        for (Participant participant : config.participants().values()) {
            Checks checks = participant.checks();
            checks.watchList()
                    .ifPresent(file -> lists.computeIfAbsent(file, path -> WatchListFile.open(path, System::nanoTime)));
            if (Account.isKept(checks)) {
                accounts.put(participant.name(), new Account(participant.name(), checks, tallies));
            }
        }
        external = config.screening().map(service -> new External(service, client));
    }

    /**
     * Looks at a message and counts its payments if it is clear.
     *
     * @param beforeAccount is run before its payments are compared with those of its sender's account; not at all when it has none, or none is kept
     * @throws JournalException when the store cannot be used
     */
    public Judgement judge(Subject subject, Runnable beforeAccount) {
        Checks checks = subject.participant().checks();
        List<Payment> payments = Payments.of(subject.message());
        Findings found = new Findings();
        checks.watchList().ifPresent(file -> names(file, subject, found));
        payments.forEach(payment -> limit(payment, checks, found));
        if (checks.screened()) {
            external(subject, found);
        }
        Optional<Account> account = payments.isEmpty() ? Optional.empty() : account(subject);
        account.ifPresent(kept -> beforeAccount.run());
        account.map(kept -> kept.judge(subject, payments, found.isClear())).ifPresent(found.hits::addAll);
        return found.judgement(
                account.<Counted>map(kept -> () -> kept.takeBack(subject)).orElse(Counted.NOTHING));
    }

    /**
     * Counts the payments of a message that somebody releases although something stood against it.
     *
     * @throws JournalException when the store cannot be used
     */
    public Counted count(Subject subject) {
        List<Payment> payments = Payments.of(subject.message());
        Optional<Account> account = payments.isEmpty() ? Optional.empty() : account(subject);
        account.ifPresent(kept -> kept.count(subject, payments));
        return account.<Counted>map(kept -> () -> kept.takeBack(subject)).orElse(Counted.NOTHING);
    }

    private Optional<Account> account(Subject subject) {
        return Optional.ofNullable(accounts.get(subject.participant().name()));
    }

    private void names(Path file, Subject subject, Findings found) {
        Optional<WatchList> list = Optional.ofNullable(lists.get(file)).flatMap(WatchListFile::list);
        if (list.isEmpty()) {
            found.gaps.add(Finding.error(UNAVAILABLE, Place.NOWHERE, "the watch list cannot be read"));
            return;
        }
        for (Node name : PartyNames.of(subject.message())) {
            list.get().find(name.text()).ifPresent(listed -> found.hits.add(hit(name, listed)));
        }
    }

    private static Finding hit(Node name, Listed listed) {
        String message =
                "the name is like one on the watch list: line " + listed.line() + ", " + listed.score() + " of 100";
        return Finding.error("screen.WatchList", Place.of(name.path()), message)
                .value(name.text())
                .hint("listed: " + listed.name());
    }

    private static void limit(Payment payment, Checks checks, Findings found) {
        Optional<BigDecimal> most = Optional.ofNullable(checks.amounts().get(payment.currency()));
        most.filter(limit -> payment.amount().compareTo(limit) > 0).ifPresent(limit -> {
            String message = "the amount is larger than " + limit.toPlainString() + " " + payment.currency();
            found.hits.add(Finding.error("screen.Limit", Place.of(payment.node().path()), message)
                    .value(payment.amount().toPlainString()));
        });
    }

    private void external(Subject subject, Findings found) {
        Optional<External.Answer> answer = external.flatMap(service -> service.ask(subject));
        boolean open = external.filter(External::isOpen).isPresent();
        if (answer.isEmpty() && open) {
            found.warnings.add(Finding.warning(
                    UNAVAILABLE, Place.NOWHERE, "the screening service did not answer; the message passes without it"));
        } else if (answer.isEmpty()) {
            found.gaps.add(Finding.error(UNAVAILABLE, Place.NOWHERE, "the screening service did not answer"));
        } else if (!answer.get().clear()) {
            found.hits.add(Finding.error("screen.External", Place.NOWHERE, "the screening service has a hit")
                    .hint(answer.get().reason()));
        }
    }

    /** What was found so far. */
    private static final class Findings {

        private final List<Finding> hits = new ArrayList<>();
        private final List<Finding> gaps = new ArrayList<>();
        private final List<Finding> warnings = new ArrayList<>();

        boolean isClear() {
            return hits.isEmpty() && gaps.isEmpty();
        }

        Judgement judgement(Counted counted) {
            if (isClear()) {
                return new Judgement.Clear(warnings, counted);
            }
            List<Finding> all = new ArrayList<>(hits);
            all.addAll(gaps);
            all.addAll(warnings);
            return hits.isEmpty() ? new Judgement.Unavailable(all) : new Judgement.Hit(all);
        }
    }
}
