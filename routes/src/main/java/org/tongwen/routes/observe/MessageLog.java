package org.tongwen.routes.observe;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongwen.routes.journal.Event;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.JsonReport;
import org.tongwen.xsd.finding.Severity;

/**
 * One line of JSON for each event of a message, by the logger {@code tongwen.messages}: ids and the names of participants, mappings and findings,
 * never a value of a message. A line holds ASCII only, so that no value can begin another line or speak to a terminal.
 */
public final class MessageLog {

    private static final Logger LOG = LoggerFactory.getLogger("tongwen.messages");
    private static final int LONGEST = 200;
    private static final int MOST_IDS = 20;

    private final boolean on;

    /** A log that says something, or nothing at all. */
    public MessageLog(boolean on) {
        this.on = on;
    }

    /** A line about an event; it says {@code at}, {@code message}, {@code event} and, where the event leads to one, {@code state}. */
    public Line line(Instant at, MessageId message, Event event) {
        Line line = new Line().with("at", at.toString()).with("message", message.toString());
        line.with("event", event.word());
        event.state().ifPresent(state -> line.with("state", state.word()));
        return line;
    }

    /** A line in the making; used by one thread. */
    public final class Line {

        private final Map<String, Object> fields = new LinkedHashMap<>();
        private List<String> ids = List.of();

        private Line() {}

        /** A text; an empty one is left out, a long one is cut. */
        public Line with(String name, String text) {
            if (!text.isEmpty()) {
                fields.put(name, text.substring(0, Math.min(text.length(), LONGEST)));
            }
            return this;
        }

        /** Which findings stand against the message, by their ids alone; of very many the first. */
        public Line findings(List<Finding> findings) {
            ids = findings.stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .map(Finding::id)
                    .distinct()
                    .limit(MOST_IDS)
                    .toList();
            return this;
        }

        /** A number. */
        public Line with(String name, long number) {
            fields.put(name, number);
            return this;
        }

        /** Logs it. */
        public void write() {
            if (on && LOG.isInfoEnabled()) {
                LOG.info(new String(JsonReport.line(this::fields), StandardCharsets.US_ASCII));
            }
        }

        private void fields(JsonGenerator json) throws IOException {
            for (Map.Entry<String, Object> field : fields.entrySet()) {
                json.writeFieldName(field.getKey());
                json.writeObject(field.getValue());
            }
            if (!ids.isEmpty()) {
                json.writeFieldName("findings");
                json.writeArray(ids.toArray(String[]::new), 0, ids.size());
            }
        }
    }
}
