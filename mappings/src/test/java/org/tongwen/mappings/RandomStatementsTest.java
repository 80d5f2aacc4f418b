package org.tongwen.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongwen.mappings.format.mt.RandomMt;
import org.tongwen.mappings.plan.Context;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Originals;
import org.tongwen.mappings.plan.Reporting;
import org.tongwen.mappings.plan.Translation;
import org.tongwen.xsd.finding.Finding;

/**
 * Random confirmations, statements and reports become ISO messages, and these the same again, except for what the ledger lists. Those that
 * break a network rule are refused for that reason and no other.
 */
class RandomStatementsTest {

    private static final int MESSAGES = 300;
    private static final int ENOUGH = 60;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T02:30:00Z"), ZoneOffset.UTC);
    private static final Context CONTEXT =
            new Context(Map.of("floor", "0,"), CLOCK, () -> new UUID(1, 1), Reporting.LOSSES, Originals.NONE);

    /** What random messages may be refused for: network rules, unknown clearing systems, clearing codes alone, FIN Copy and duplicates. */
    private static final String OWN_FAULT =
            "swift\\..*|codec\\.Code|mapping\\.Refused|mapping\\.UnmappedSource|xsd\\.MissingElement";

    private static final List<String> MONEY =
            List.of("32A", "34F", "60F", "60M", "62F", "62M", "64", "65", "90C", "90D", "line.61");

    /** Messages in one currency, with amounts that it can have. */
    private static RandomMt random(String type) {
        // A customer in option F without line 3 comes back in option K; that is the mapping of MT103's concern.
        RandomMt random = RandomMt.of(type, 20261120).without("3:103", "5:PDE", "5:PDM", "50F");
        for (String field : MONEY) {
            random.fixed(field + ".currency", "EUR").fixed(field + ".amount", "1280,5", "0,01", "99999999999,99");
        }
        return random;
    }

    @ParameterizedTest
    @ValueSource(strings = {"900", "910", "940", "941", "942", "950"})
    void comesBackExceptForWhatTheLedgerLists(String type) {
        Mapping mapping = BuiltIn.named("swift.mt" + type).ready();
        RandomMt random = random(type);
        long done = Stream.generate(random::message)
                .limit(MESSAGES)
                .filter(message -> isTranslated(mapping, message))
                .count();

        assertThat(done).isGreaterThan(ENOUGH);
    }

    private static boolean isTranslated(Mapping mapping, String message) {
        Translation there = mapping.translate(Direction.TO_ISO, message.getBytes(StandardCharsets.US_ASCII), CONTEXT);
        assertThat(there.findings())
                .as(message)
                .extracting(Finding::id)
                .allSatisfy(id -> assertThat(id).matches(OWN_FAULT));
        if (there.result().isEmpty()) {
            return false;
        }
        Translation back = mapping.translate(Direction.FROM_ISO, there.result().get(), CONTEXT);
        assertThat(back.result()).as(message + back.findings()).isPresent();
        assertThat(there.losses().isEmpty()).as(message).isEqualTo(same(message, back));
        Translation again = mapping.translate(Direction.TO_ISO, back.result().orElseThrow(), CONTEXT);
        assertThat(text(again)).isEqualTo(text(there));
        return true;
    }

    private static boolean same(String message, Translation back) {
        return text(back).equals(message);
    }

    private static String text(Translation translation) {
        return new String(translation.result().orElseThrow(), StandardCharsets.UTF_8);
    }
}
