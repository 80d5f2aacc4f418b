package org.tongwen.conformance.reference;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tongwen.rules.identifier.Iban;

/**
 * The participant's accounts: one for each thing that can be said of an account. They are the test data that the profile prescribes, so
 * that every participant can be asked the same questions.
 */
final class Accounts {

    /** What is special about an account. */
    enum Trait {
        /** Nothing: money comes and goes. */
        CURRENT,
        /** Takes no payments. */
        SAVINGS,
        CLOSED,
        BLOCKED,
        /** Takes and gives at most 500 a payment. */
        CAPPED,
        /** No payment to it is allowed by law. */
        WATCHED,
        /** Holds euro only. */
        EURO_ONLY,
        /** Payments are looked at by a person, who lets them pass after a minute. */
        SLOW,
        /** Payments are looked at by a person, who refuses them after a minute. */
        DOUBTED,
        /** The money that came is spent, so that none can be given back. */
        SPENT,
        /** Its owner gives nothing back and pays no requests. */
        STUBBORN,
        /** Has 10. */
        POOR
    }

    /**
     * An account.
     *
     * @param id IBAN
     * @param owner name of its owner
     * @param trait what is special about it
     */
    record Account(String id, String owner, Trait trait) {}

    /** The account that the participant's own customer pays from and is paid on. */
    static final Account OWN = new Account("DE82999000000000000001", "Mei Lin", Trait.CURRENT);

    private static final String PHONE = "+49-15550001";

    private static final List<Account> ALL = List.of(
            OWN,
            new Account("DE55999000000000000002", "Mei Lin", Trait.SAVINGS),
            new Account("DE28999000000000000003", "Mei Lin", Trait.CLOSED),
            new Account("DE98999000000000000004", "Mei Lin", Trait.BLOCKED),
            new Account("DE71999000000000000005", "Mei Lin", Trait.CAPPED),
            new Account("DE44999000000000000006", "Mei Lin", Trait.WATCHED),
            new Account("DE17999000000000000007", "Mei Lin", Trait.EURO_ONLY),
            new Account("DE87999000000000000008", "Mei Lin", Trait.SLOW),
            new Account("DE60999000000000000009", "Mei Lin", Trait.DOUBTED),
            new Account("DE33999000000000000010", "Mei Lin", Trait.SPENT),
            new Account("DE06999000000000000011", "Mei Lin", Trait.STUBBORN),
            new Account("DE76999000000000000012", "Mei Lin", Trait.POOR));

    private static final Money CAP = Money.of("500", "");
    private static final Money LITTLE = Money.of("10", "");

    private final Faults faults;

    Accounts(Faults faults) {
        this.faults = faults;
    }

    /** What a plan needs to know of the accounts: for each of its names a value. */
    static Map<String, String> data() {
        Map<String, String> data = new TreeMap<>();
        ALL.forEach(account -> data.put(
                account == OWN
                        ? "account"
                        : account.trait().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                account.id()));
        data.put("owner", OWN.owner());
        data.put("owner-in-capitals", OWN.owner().toUpperCase(Locale.ROOT));
        data.put("unknown-account", "DE49999000000000000013");
        data.put("phone", PHONE);
        data.put("unknown-phone", "+49-15559999");
        return data;
    }

    /** The account that a message names, by IBAN or by its owner's telephone. */
    Optional<Account> find(Received message, String path) {
        String iban = message.text(path + "/Id/IBAN");
        if (!iban.isEmpty()) {
            return ALL.stream()
                    .filter(account -> Iban.isValid(iban) && account.id().equals(iban))
                    .findFirst();
        }
        boolean isKnown = message.text(path + "/Prxy/Id").equals(PHONE) && !faults.has(Defect.KNOWS_NO_PROXIES);
        return isKnown ? Optional.of(OWN) : Optional.empty();
    }

    /** Why an account cannot be credited: a code of the standard's status reasons. */
    Optional<String> againstCredit(Received payment, String path, String name, Money money) {
        Optional<Account> account = find(payment, path);
        if (account.isEmpty()) {
            return Optional.of(faults.reason(payment.find(path + "/Prxy").isPresent() ? "BE23" : "AC01"));
        }
        Optional<String> ofAccount = againstCredit(account.get(), money);
        boolean isOther = !account.get().owner().equalsIgnoreCase(name) && !faults.has(Defect.IGNORES_NAMES);
        return ofAccount.or(() -> isOther ? Optional.of("BE01") : Optional.empty());
    }

    private Optional<String> againstCredit(Account account, Money money) {
        return switch (account.trait()) {
            case SAVINGS -> faults.unless(Defect.CREDITS_SAVINGS, "AG01");
            case CLOSED -> faults.unless(Defect.CREDITS_CLOSED_ACCOUNTS, "AC04");
            case BLOCKED -> faults.unless(Defect.CREDITS_BLOCKED_ACCOUNTS, "AC06");
            case WATCHED -> faults.unless(Defect.IGNORES_REGULATION, "RR04");
            case EURO_ONLY ->
                money.currency().equals("EUR") ? Optional.empty() : faults.unless(Defect.TAKES_ANY_CURRENCY, "AM03");
            case CAPPED -> money.isMoreThan(CAP) ? faults.unless(Defect.IGNORES_LIMITS, "AM02") : Optional.empty();
            case CURRENT, SLOW, DOUBTED, SPENT, STUBBORN, POOR -> Optional.empty();
        };
    }

    /** Why an account cannot be debited: a code of the standard's status reasons. */
    Optional<String> againstDebit(Received order, String path, Money money) {
        Optional<Account> account = find(order, path);
        return account.isEmpty() ? Optional.of("AC02") : againstDebit(account.get(), money);
    }

    private static Optional<String> againstDebit(Account account, Money money) {
        return switch (account.trait()) {
            case CLOSED -> Optional.of("AC05");
            case BLOCKED -> Optional.of("AC06");
            case POOR -> money.isMoreThan(LITTLE) ? Optional.of("AM04") : Optional.empty();
            case CAPPED -> money.isMoreThan(CAP) ? Optional.of("AM02") : Optional.empty();
            case CURRENT, SAVINGS, WATCHED, EURO_ONLY, SLOW, DOUBTED, SPENT, STUBBORN -> Optional.empty();
        };
    }
}
