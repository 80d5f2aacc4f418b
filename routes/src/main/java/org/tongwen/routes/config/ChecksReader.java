package org.tongwen.routes.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongwen.rules.yaml.Section;
import org.tongwen.rules.yaml.Yaml;

/** Reads what is checked of a participant's payments. */
final class ChecksReader {

    private static final Set<String> KEYS =
            Set.of("duplicates-within", "amounts", "velocity", "watch-list", "screened");
    private static final Duration LONGEST = Duration.ofDays(400);
    private static final String AMOUNT_FORM = "an amount such as 100000.00, in quotes or not";
    private static final String CURRENCY_FORM = "a currency such as EUR";

    private final Source source;

    ChecksReader(Source source) {
        this.source = source;
    }

    HubConfig.Checks read(Section section) {
        return section.section("checks", KEYS)
                .map(checks -> new HubConfig.Checks(
                        Amounts.time(checks, "duplicates-within", LONGEST),
                        amounts(checks),
                        checks.sections("velocity", Set.of("within", "count", "currency", "amount")).stream()
                                .flatMap(each -> velocity(each).stream())
                                .toList(),
                        source.existing(checks, "watch-list"),
                        checks.yes("screened")))
                .orElse(HubConfig.Checks.NONE);
    }

    private Map<String, BigDecimal> amounts(Section checks) {
        Map<String, BigDecimal> amounts = new LinkedHashMap<>();
        checks.entries("amounts").forEach((currency, entry) -> {
            Yaml.Text name = new Yaml.Text(currency, false, entry.keyPlace());
            Optional<String> code = checks.parsed("a key of amounts", name, CURRENCY_FORM, Amounts::currency);
            if (entry.value() instanceof Yaml.Text text) {
                checks.parsed(currency, text, AMOUNT_FORM, Amounts::amount)
                        .ifPresent(amount -> code.ifPresent(known -> amounts.put(known, amount)));
            } else {
                source.error("WrongKind", entry.value().place(), currency + " must be text");
            }
        });
        return amounts;
    }

    private Optional<HubConfig.Velocity> velocity(Section section) {
        if (!section.has("within")) {
            source.error("MissingKey", section.place(), "the key within is missing");
        }
        Optional<Duration> within = Amounts.time(section, "within", LONGEST);
        Optional<Integer> count = section.parsed(
                "count", "a whole number from 1 to 999999999", text -> Amounts.whole(text, 1, 999_999_999));
        Optional<String> currency = section.parsed("currency", CURRENCY_FORM, Amounts::currency);
        Optional<BigDecimal> amount = section.parsed("amount", AMOUNT_FORM, Amounts::amount);
        if (section.has("amount") != section.has("currency")) {
            source.error("WrongValue", section.place(), "amount and currency belong together");
        } else if (!section.has("count") && !section.has("amount")) {
            source.error("MissingKey", section.place(), "there must be a count, or an amount with its currency");
        }
        return within.map(time -> new HubConfig.Velocity(time, count, currency, amount));
    }
}
