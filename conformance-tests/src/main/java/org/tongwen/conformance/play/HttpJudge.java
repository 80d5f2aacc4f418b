package org.tongwen.conformance.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.tongwen.conformance.participant.Client;
import org.tongwen.conformance.participant.Reply;
import org.tongwen.conformance.participant.Request;
import org.tongwen.conformance.plan.Verdict;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** A judge that is asked over HTTP: the message is posted, the answer is a verdict in JSON. */
public final class HttpJudge {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;
    private static final int UNREADABLE = 400;

    private final Client client;
    private final URI address;

    /** A judge at an address. */
    public HttpJudge(Client client, URI address) {
        this.client = client;
        this.address = address;
    }

    /**
     * What a judge said.
     *
     * @param judgement the verdict, with the findings of which no warning or note is one
     * @param reply as it came
     */
    public record Said(Judgement judgement, Reply reply) {}

    /** There is no verdict in what came. */
    public static final class NoVerdictException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Reply reply;

        private final String words;

        NoVerdictException(Reply reply, String words) {
            super(words);
            this.reply = reply;
            this.words = words;
        }

        /** What is wrong with it. */
        public String words() {
            return words;
        }

        /** What came instead. */
        public Reply reply() {
            return reply;
        }
    }

    /**
     * Asks about a message. What is no XML at all may be refused with 400, whose problem lists the findings too.
     *
     * @throws NoVerdictException when no verdict came
     */
    public Said ask(byte[] message) {
        Reply reply = client.send(Request.post(address, "application/xml", message));
        if (reply.fault().isPresent() || (reply.status() != OK && reply.status() != UNREADABLE)) {
            throw new NoVerdictException(reply, reply.words());
        }
        try {
            JsonNode answer = JSON.readTree(reply.body());
            return new Said(judgement(answer, reply), reply);
        } catch (IOException e) {
            throw new NoVerdictException(reply, "the answer is no JSON");
        }
    }

    private static Judgement judgement(JsonNode answer, Reply reply) {
        String verdict = reply.status() == UNREADABLE
                ? Verdict.INVALID.word()
                : answer.path("verdict").asText();
        boolean known = verdict.equals(Verdict.VALID.word()) || verdict.equals(Verdict.INVALID.word());
        if (!known) {
            throw new NoVerdictException(reply, "the answer names no verdict");
        }
        List<Finding> findings = new ArrayList<>();
        answer.path("findings").forEach(finding -> {
            if (finding.path("severity").asText("error").equals("error")) {
                Place place = Place.of(
                        finding.path("line").asInt(),
                        finding.path("column").asInt(),
                        finding.path("path").asText());
                findings.add(Finding.error(
                        finding.path("id").asText("unnamed"),
                        place,
                        finding.path("message").asText()));
            }
        });
        return new Judgement(verdict.equals(Verdict.VALID.word()) ? Verdict.VALID : Verdict.INVALID, findings);
    }
}
