package org.tongwen.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.tongwen.mappings.tree.Tree;
import org.tongwen.rules.MessageValidator;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Limits;

/** Random messages go through every mapping of SWIFT MT there and back, and come back as their ledgers say. */
class SwiftPropertyTest {

    /** How many messages are translated by each mapping; a sixth of them at least must come back. */
    private static final int MESSAGES = 60;

    /** How many are tried, because most break a network rule. */
    private static final int ATTEMPTS = 4_000;

    private static final Context CONTEXT = new Context(
            Map.of("floor", "0,00"),
            Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC),
            () -> new UUID(0x4000L, 1L << 63),
            Reporting.LINEAGE,
            Originals.NONE,
            Profile.of(Profile.NONE));

    private static final List<AuthoredMapping> MAPPINGS = BuiltIn.all();

    /** A reject in a payment's own type is answered in the type for that: what writes back what these have read. */
    private static final Map<String, String> ANSWERS = Map.of(
            "swift.mt103.reject", "swift.mt199.reject",
            "swift.mt202.reject", "swift.mt299.reject",
            "swift.mt205.reject", "swift.mt299.reject");

    private final MessageValidator validator = new MessageValidator(Catalogue.builtIn(), Limits.DEFAULT);

    @TestFactory
    Stream<DynamicTest> whatComesBackIsWhatTheLedgerSays(TestReporter reporter) {
        return MAPPINGS.stream()
                .filter(mapping -> mapping.plan().format().equals("mt"))
                .map(mapping -> dynamicTest(mapping.name(), () -> {
                    Tally tally = new Tally();
                    roundTrips(mapping, tally);
                    reporter.publishEntry(mapping.name(), tally.toString());
                    assertThat(tally.unexplained()).isEmpty();
                    assertThat(tally.translatedMessages()).as(tally.toString()).isGreaterThanOrEqualTo(MESSAGES / 6);
                }));
    }

    private void roundTrips(AuthoredMapping mapping, Tally tally) {
        Iterator<String> messages = RandomMtsOf.mapping(mapping, mapping.name().hashCode())
                .limit(ATTEMPTS)
                .iterator();
        while (messages.hasNext() && tally.soundMessages() < MESSAGES) {
            String message = messages.next();
            Checked<Tree> read = mapping.read(bytes(message));
            if (read.ok()) {
                roundTrip(mapping, message, read.value().orElseThrow(), tally);
            } else {
                tally.broken();
            }
        }
    }

    private void roundTrip(AuthoredMapping mapping, String message, Tree document, Tally tally) {
        Translation there = translate(mapping, Direction.TO_ISO, message);
        if (!there.ok()) {
            tally.refused(there);
            return;
        }
        tally.sound();
        tally.undeclared(message, there);
        String xml = there.text().orElseThrow();
        sound(mapping, xml);
        AuthoredMapping writer = answering(mapping);
        Translation back = translate(writer, Direction.FROM_ISO, xml);
        if (!back.ok()) {
            tally.refusedBack(back);
            return;
        }
        String came = back.text().orElseThrow();
        Tree returned = sound(writer, bytes(came));
        if (writer.equals(mapping)) {
            tally.differs(message, Foretold.differences(document, returned, there.ledger()));
        }
        again(writer, came, xml, back, tally);
    }

    /** From the ISO message to the MT and to ISO again. */
    private void again(AuthoredMapping mapping, String came, String xml, Translation back, Tally tally) {
        Translation again = translate(mapping, Direction.TO_ISO, came);
        tally.undeclared(xml, back);
        if (again.ok()) {
            tally.translated();
            BusinessMessage message = sound(mapping, again.text().orElseThrow());
            tally.differs(xml, Foretold.differences(message, back.ledger()));
        } else {
            tally.refusedBack(again);
        }
    }

    private static AuthoredMapping answering(AuthoredMapping mapping) {
        return MAPPINGS.stream()
                .filter(other -> other.name().equals(ANSWERS.get(mapping.name())))
                .findFirst()
                .orElse(mapping);
    }

    private static Translation translate(AuthoredMapping mapping, Direction direction, String document) {
        return mapping.ready().translate(direction, bytes(document), CONTEXT);
    }

    /** What another reader and the schema take, too. */
    private BusinessMessage sound(AuthoredMapping mapping, String xml) {
        ProwideMx.read(mapping.plan().message(), xml);
        Checked<BusinessMessage> read = validator.validate(bytes(xml));
        assertThat(read.findings()).as(xml).isEmpty();
        return read.value().orElseThrow();
    }

    /** What another reader, our own and the network rules take, too. */
    private static Tree sound(AuthoredMapping mapping, byte[] message) {
        assertThat(ProwideBlocks.differences(message)).isEmpty();
        Checked<Tree> read = mapping.read(message);
        assertThat(read.ok())
                .as("%s%n%s", new String(message, StandardCharsets.US_ASCII), read.findings())
                .isTrue();
        return Optional.of(read).flatMap(Checked::value).orElseThrow();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
