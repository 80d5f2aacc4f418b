package org.tongwen.routes.observe;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.tongwen.routes.journal.Event;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

class MessageLogTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00.123Z");

    private final Logger logger = (Logger) LoggerFactory.getLogger("tongwen.messages");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final MessageId id = MessageId.next(Clock.systemUTC());

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
        logger.setLevel(Level.INFO);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(lines);
        logger.setLevel(null);
    }

    private List<String> texts() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void tellsAnEventInOneLine() {
        new MessageLog(true)
                .line(NOW, id, Event.RELEASED)
                .with("participant", "acme")
                .with("mapping", "acme.payout")
                .with("finding", "")
                .with("ms", 12)
                .write();

        assertThat(texts())
                .containsExactly("{\"at\":\"2026-11-22T12:00:00.123Z\",\"message\":\"" + id
                        + "\",\"event\":\"released\",\"state\":\"released\",\"participant\":\"acme\","
                        + "\"mapping\":\"acme.payout\",\"ms\":12}");
    }

    @Test
    void letsNoValueBeginAnotherLineOrSpeakToATerminal() throws Exception {
        String evil = "a\r\n{\"event\":\"forged\"}\u2028\u0085\u001b[31m{}${jndi:x}\"\\金";

        new MessageLog(true).line(NOW, id, Event.HELD).with("participant", evil).write();

        assertThat(texts()).hasSize(1);
        assertThat(texts().get(0)).matches("[ -~]+");
        JsonNode read = new ObjectMapper().readTree(texts().get(0));
        assertThat(read.get("participant").asText()).isEqualTo(evil);
        assertThat(read.get("event").asText()).isEqualTo("held");
    }

    @Test
    void cutsWhatIsTooLong() throws Exception {
        new MessageLog(true)
                .line(NOW, id, Event.HELD)
                .with("participant", "x".repeat(100_000))
                .write();

        assertThat(texts().get(0)).hasSizeLessThan(400);
    }

    @Test
    void namesWhatStandsAgainstAMessageByIdsAlone() {
        Finding secret = Finding.error("screen.Limit", Place.NOWHERE, "more than PRIVATE")
                .value("SECRET")
                .hint("SECRET");
        List<Finding> findings = List.of(
                secret,
                secret,
                Finding.warning("x.Note", Place.NOWHERE, "no reason"),
                Finding.error("x.Y", Place.NOWHERE, ""));

        new MessageLog(true).line(NOW, id, Event.HELD).findings(findings).write();
        new MessageLog(true).line(NOW, id, Event.RELEASED).findings(List.of()).write();

        assertThat(texts().get(0))
                .endsWith(",\"findings\":[\"screen.Limit\",\"x.Y\"]}")
                .doesNotContain("SECRET", "PRIVATE");
        assertThat(texts().get(1)).doesNotContain("findings");
    }

    @Test
    void isSilentWhenTheConfigurationSaysSo() {
        new MessageLog(false).line(NOW, id, Event.RELEASED).write();

        assertThat(texts()).isEmpty();
    }
}
