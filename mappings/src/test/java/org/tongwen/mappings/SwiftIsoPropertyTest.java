package org.tongwen.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;
import org.tongwen.mappings.format.mt.ProwideBlocks;
import org.tongwen.mappings.plan.Context;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Originals;
import org.tongwen.mappings.plan.Profile;
import org.tongwen.mappings.plan.Reporting;
import org.tongwen.mappings.plan.Translation;
import org.tongwen.rules.MessageValidator;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Limits;
import org.tongwen.xsd.message.Node;

/** Random ISO messages go to SWIFT MT and back, and come back as their ledgers say; what is written, other readers take too. */
class SwiftIsoPropertyTest {

    /** How many valid messages are translated by each mapping; a tenth of them at least must become an MT. */
    private static final int MESSAGES = 40;

    private static final int ATTEMPTS = 400;
    private static final String ADDED = "not foretold: ";

    private static final Context CONTEXT = new Context(
            Map.of("floor", "0,00"),
            Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC),
            () -> new UUID(0x4000L, 1L << 63),
            Reporting.LINEAGE,
            Originals.NONE,
            Profile.of(Profile.NONE));

    /** A reject comes back as the free-format message for it. */
    private static final List<String> ONE_WAY =
            List.of("swift.mt103.reject", "swift.mt202.reject", "swift.mt205.reject");

    private final MessageValidator validator = new MessageValidator(Catalogue.builtIn(), Limits.DEFAULT);

    @TestFactory
    Stream<DynamicTest> whatComesBackIsWhatTheLedgerSays(TestReporter reporter) {
        return BuiltIn.all().stream()
                .filter(mapping -> mapping.plan().format().equals("mt") && !ONE_WAY.contains(mapping.name()))
                .map(mapping -> dynamicTest(mapping.name(), () -> {
                    Tally tally = new Tally();
                    roundTrips(mapping, tally);
                    reporter.publishEntry(mapping.name(), tally.toString());
                    assertThat(tally.unexplained()).isEmpty();
                    assertThat(tally.translatedMessages()).as(tally.toString()).isGreaterThanOrEqualTo(MESSAGES / 10);
                }));
    }

    private void roundTrips(AuthoredMapping mapping, Tally tally) {
        Iterator<String> messages = RandomIsoOf.mapping(mapping, mapping.name().hashCode())
                .limit(ATTEMPTS)
                .iterator();
        while (messages.hasNext() && tally.soundMessages() < MESSAGES) {
            String message = messages.next();
            Checked<BusinessMessage> read = validator.validate(bytes(message));
            if (read.findings().isEmpty()) {
                roundTrip(mapping, message, read.value().orElseThrow(), tally);
            } else {
                tally.broken();
            }
        }
    }

    private void roundTrip(AuthoredMapping mapping, String message, BusinessMessage sent, Tally tally) {
        Translation there = mapping.ready().translate(Direction.FROM_ISO, bytes(message), CONTEXT);
        if (!there.ok()) {
            tally.refused(there);
            return;
        }
        tally.sound();
        tally.undeclared(message, there);
        byte[] made = bytes(there.text().orElseThrow());
        assertThat(ProwideBlocks.differences(made)).as(message).isEmpty();
        assertThat(mapping.read(made).ok()).as(message).isTrue();
        Translation again = mapping.ready().translate(Direction.TO_ISO, made, CONTEXT);
        if (!again.ok()) {
            tally.refusedBack(again);
            return;
        }
        tally.translated();
        String xml = again.text().orElseThrow();
        ProwideMx.read(mapping.plan().message(), xml);
        Checked<BusinessMessage> back = validator.validate(bytes(xml));
        assertThat(back.findings()).as(xml).isEmpty();
        tally.differs(message, unsaid(back.value().orElseThrow(), there, sent));
    }

    /** What of the message is gone or something else without a word; what an MT always has, and the message had not, may come beside it. */
    private static List<String> unsaid(BusinessMessage back, Translation there, BusinessMessage message) {
        Map<String, Integer> counts = new HashMap<>();
        message.parts().forEach(part -> count(part.root(), counts));
        return Foretold.differences(back, there.ledger()).stream()
                .filter(difference -> !difference.startsWith(ADDED) || isWhole(path(difference), counts))
                .toList();
    }

    private static String path(String difference) {
        return difference.substring(ADDED.length()).split("/@| = ", 2)[0];
    }

    /** Whether the message has an element in all that stands around it. */
    private static boolean isWhole(String path, Map<String, Integer> counts) {
        int own = counts.getOrDefault(path, 0);
        boolean whole = own > 0;
        for (int end = path.lastIndexOf('/'); whole && end > 0; end = path.lastIndexOf('/', end - 1)) {
            whole = own >= counts.getOrDefault(path.substring(0, end), 0);
        }
        return whole;
    }

    private static void count(Node node, Map<String, Integer> counts) {
        counts.merge(node.path().replaceAll("\\[\\d+]", ""), 1, Integer::sum);
        node.children().forEach(child -> count(child, counts));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
