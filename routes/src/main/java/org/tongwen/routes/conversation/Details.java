package org.tongwen.routes.conversation;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tongwen.routes.conversation.News.Returned;
import org.tongwen.routes.conversation.News.Verdict;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.xsd.finding.JsonReport;

/** What steps say of conversations, as JSON: written here, and read here. */
final class Details {

    /** Of a step that needs no words. */
    static final byte[] NOTHING = {'{', '}'};

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TRANSACTIONS = "transactions";
    private static final String OUTCOME = "outcome";
    private static final String ORIGINAL = "original";
    private static final String NEWS = "news";
    private static final String BY = "by";
    private static final String SHORT_IDS = "shortIds";
    private static final String RETURN = "return";
    private static final String TRANSACTION = "transaction";
    private static final String AMOUNT = "amount";
    private static final String CURRENCY = "currency";

    private Details() {}

    private static JsonNode read(byte[] detail) {
        try {
            return JSON.readTree(detail);
        } catch (IOException e) {
            throw new UncheckedIOException("the detail of a step is no JSON", e);
        }
    }

    /** Of the step {@code CORRELATED}. */
    static byte[] correlated(Outcome outcome, int transactions, Map<String, String> shortIds) {
        return JsonReport.line(json -> {
            json.writeStringField(OUTCOME, outcome.word());
            json.writeNumberField(TRANSACTIONS, transactions);
            if (outcome.original().isPresent()) {
                json.writeStringField(ORIGINAL, outcome.original().get().id().toString());
            }
            if (outcome.finding().isPresent()) {
                json.writeStringField("finding", outcome.finding().get().id());
            }
            if (!shortIds.isEmpty()) {
                json.writeObjectFieldStart(SHORT_IDS);
                for (Map.Entry<String, String> one : shortIds.entrySet()) {
                    json.writeStringField(one.getKey(), one.getValue());
                }
                json.writeEndObject();
            }
        });
    }

    /** How many transactions the step {@code CORRELATED} says that its message has. */
    static int transactions(byte[] detail) {
        return read(detail).path(TRANSACTIONS).asInt(1);
    }

    /** The word for what the step {@code CORRELATED} says that its message is. */
    static String outcome(byte[] detail) {
        return read(detail).path(OUTCOME).asText();
    }

    /** The message that the step {@code CORRELATED} says its message is about; empty when it is about none. */
    static Optional<MessageId> original(byte[] detail) {
        return MessageId.of(read(detail).path(ORIGINAL).asText());
    }

    /** The long forms of identifiers by their short forms. */
    static Map<String, String> shortIds(byte[] detail) {
        Map<String, String> known = new LinkedHashMap<>();
        read(detail)
                .path(SHORT_IDS)
                .properties()
                .forEach(one -> known.put(one.getKey(), one.getValue().asText()));
        return known;
    }

    /** Of the steps {@code PENDING} and {@code ANSWERED} of a message. */
    static byte[] news(MessageId by, List<News> news) {
        return JsonReport.line(json -> {
            json.writeStringField(BY, by.toString());
            json.writeArrayFieldStart(NEWS);
            for (News one : news) {
                write(one, json);
            }
            json.writeEndArray();
        });
    }

    private static void write(News news, JsonGenerator json) throws IOException {
        json.writeStartObject();
        if (news.transaction() != News.ALL) {
            json.writeNumberField(TRANSACTION, news.transaction());
        }
        json.writeStringField("verdict", news.verdict().name().toLowerCase(Locale.ROOT));
        json.writeStringField("code", news.code());
        if (!news.reasons().isEmpty()) {
            json.writeArrayFieldStart("reasons");
            for (String reason : news.reasons()) {
                json.writeString(reason);
            }
            json.writeEndArray();
        }
        if (news.returned().isPresent()) {
            write(news.returned().get(), json);
        }
        json.writeEndObject();
    }

    private static void write(Returned returned, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(RETURN);
        json.writeStringField("id", returned.id());
        if (returned.amount().isPresent()) {
            json.writeStringField(AMOUNT, returned.amount().get().amount().toPlainString());
            json.writeStringField(CURRENCY, returned.amount().get().currency());
        }
        json.writeEndObject();
    }

    /** What a step {@code PENDING} or {@code ANSWERED} says. */
    static List<News> news(byte[] detail) {
        List<News> news = new ArrayList<>();
        for (JsonNode one : read(detail).path(NEWS)) {
            List<String> reasons = new ArrayList<>();
            one.path("reasons").forEach(reason -> reasons.add(reason.asText()));
            Optional<Returned> returned =
                    Optional.of(one.path(RETURN)).filter(JsonNode::isObject).map(Details::returned);
            news.add(new News(
                    one.path(TRANSACTION).asInt(News.ALL),
                    Verdict.valueOf(one.path("verdict").asText().toUpperCase(Locale.ROOT)),
                    one.path("code").asText(),
                    reasons,
                    returned));
        }
        return news;
    }

    private static Returned returned(JsonNode node) {
        Optional<Money> amount = Optional.of(node.path(AMOUNT))
                .filter(JsonNode::isTextual)
                .map(text -> new Money(
                        new BigDecimal(text.asText()), node.path(CURRENCY).asText()));
        return new Returned(node.path("id").asText(), amount);
    }

    /** The message by which a step {@code PENDING}, {@code ANSWERED} or {@code ASKED} came about. */
    static Optional<MessageId> by(byte[] detail) {
        return MessageId.of(read(detail).path(BY).asText());
    }

    /** Of the step {@code ASKED}: by which message, for which time. */
    static byte[] asked(MessageId by, int time) {
        return JsonReport.line(json -> {
            json.writeStringField(BY, by.toString());
            json.writeNumberField("time", time);
        });
    }

    /** Which time the step {@code ASKED} says it is. */
    static int time(byte[] detail) {
        return read(detail).path("time").asInt();
    }

    /** Of a step that says no more than a finding. */
    static byte[] finding(String id) {
        return JsonReport.line(json -> json.writeStringField("finding", id));
    }
}
