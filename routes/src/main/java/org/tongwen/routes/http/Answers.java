package org.tongwen.routes.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongwen.mappings.Mapping;
import org.tongwen.mappings.plan.Translation;
import org.tongwen.mappings.plan.TranslationJson;
import org.tongwen.routes.config.HubConfig.Participant;
import org.tongwen.routes.desk.Call;
import org.tongwen.routes.desk.Counter;
import org.tongwen.routes.desk.Viewer;
import org.tongwen.routes.intake.Intake;
import org.tongwen.routes.intake.Reception;
import org.tongwen.routes.observe.Health;
import org.tongwen.routes.observe.Meters;
import org.tongwen.routes.serving.ServedMappings;
import org.tongwen.routes.serving.Standing;
import org.tongwen.routes.step.Headers;
import org.tongwen.routes.step.KnownMapping;
import org.tongwen.routes.step.RefusedException;
import org.tongwen.routes.step.Report;
import org.tongwen.routes.step.Validate;
import org.tongwen.routes.step.Verdict;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.JsonReport;

/** The bean {@code httpAnswer}: each method writes one kind of answer into the message. */
public final class Answers {

    /** Asks for result, findings and losses together. */
    public static final String WRAPPER = "application/vnd.tongwen.translation+json";

    private static final String JSON = "application/json; charset=utf-8";
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final byte[] OPENAPI = openapiFile();

    private final ServedMappings mappings;
    private final Validate validate;
    private final Counter counter;
    private final Meters meters;

    /** Answers about these mappings and meters. */
    public Answers(ServedMappings mappings, Validate validate, Counter counter, Meters meters) {
        this.counter = counter;
        this.mappings = mappings;
        this.validate = validate;
        this.meters = meters;
    }

    /** After {@code translate}: how many findings and losses there are, or all of them when the client asked for that. */
    public void translation(Exchange exchange) {
        Report report = exchange.getProperty(Headers.REPORT, Report.class);
        Translation translation = report.translation();
        Message message = exchange.getMessage();
        message.setHeader("Tongwen-Losses", translation.losses().size());
        message.setHeader("Tongwen-Findings", translation.findings().size());
        if (Accept.names(Request.of(exchange).header("Accept"), WRAPPER)) {
            answer(message, WRAPPER + "; charset=utf-8", wrapper(report));
        }
    }

    /** After the message was read and judged: its number, where it is, and why. */
    public void receipt(Exchange exchange) {
        Intake intake = Intake.find(exchange).orElseThrow();
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, 202);
        answer(exchange.getMessage(), JSON, Cards.receipt(intake));
    }

    /** What the desk answers to a call. */
    public void desk(Exchange exchange) {
        Participant participant = exchange.getProperty(Reception.PARTICIPANT, Participant.class);
        Viewer viewer = new Viewer(participant.name(), participant.operator());
        Checked<byte[]> answer = counter.answer(exchange.getProperty(Recognise.CALL, Call.class), viewer);
        answer(exchange.getMessage(), JSON, answer.value().orElseThrow(() -> new RefusedException(answer.findings())));
    }

    /** Validates the body and answers with the verdict; what is no readable XML at all is a problem. */
    public void verdict(Exchange exchange) {
        Verdict verdict = validate.verdict(exchange);
        if (Statuses.unreadable(verdict.findings())) {
            throw new RefusedException(verdict.findings());
        }
        answer(exchange.getMessage(), JSON, Cards.verdict(verdict));
    }

    /** All mappings that the participant may know of, and, for operators, files of which nothing is served. */
    public void mappings(Exchange exchange) {
        Participant participant = exchange.getProperty(Reception.PARTICIPANT, Participant.class);
        List<Standing> known = mappings.standings().stream()
                .filter(standing -> standing.mapping()
                        .map(mapping -> participant.knows(mapping.name()))
                        .orElse(participant.operator()))
                .toList();
        answer(exchange.getMessage(), JSON, Cards.mappings(known));
    }

    /** The mapping that the header names. */
    public void mapping(Exchange exchange) {
        String name = Headers.find(exchange, Headers.MAPPING).orElse("");
        Mapping mapping = KnownMapping.require(name, exchange, mappings);
        answer(exchange.getMessage(), JSON, Cards.mapping(mapping, mappings.standings()));
    }

    /** The state of the checks of the kind asked for: {@code live}, {@code ready}, or all. */
    public void health(Exchange exchange) {
        String kind = Headers.find(exchange, Recognise.RESOURCE).orElse("");
        Health health = Health.of(exchange.getContext(), kind);
        exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, health.up() ? 200 : 503);
        answer(exchange.getMessage(), JSON, Cards.health(health));
    }

    /** The meters. */
    public void metrics(Exchange exchange) {
        answer(exchange.getMessage(), Meters.MEDIA_TYPE, meters.scrape().getBytes(StandardCharsets.UTF_8));
    }

    /** The description of this interface. */
    public void openapi(Exchange exchange) {
        answer(exchange.getMessage(), "application/yaml; charset=utf-8", OPENAPI);
    }

    /** Which methods there are; the header Allow tells. */
    public void options(Exchange exchange) {
        exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, 204);
        exchange.getMessage().setBody(new byte[0]);
    }

    /** What stopped the route. */
    public void problem(Exchange exchange) {
        Throwable cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        Problem problem = Problem.of(cause);
        if (problem.status() >= 500) {
            Faults.log(LOG, "a request could not be processed", cause);
        }
        meters.refusal(problem.id());
        exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, problem.status());
        if (problem.isForNow() && exchange.getMessage().getHeader("Retry-After") == null) {
            exchange.getMessage().setHeader("Retry-After", Problem.PAUSE_SECONDS);
        }
        answer(exchange.getMessage(), Problem.MEDIA_TYPE, problem.json());
    }

    private static void answer(Message message, String mediaType, byte[] body) {
        message.setHeader(Exchange.CONTENT_TYPE, mediaType);
        message.setBody(body);
    }

    private static byte[] wrapper(Report report) {
        Translation translation = report.translation();
        return JsonReport.object(json -> {
            TranslationJson.origin(report.mapping().name(), report.mapping().digest(), report.direction(), json);
            json.writeStringField("mediaType", translation.mediaType());
            result(translation, json);
            TranslationJson.outcome(translation, json);
        });
    }

    /** A text as text, whatever its charset; bytes that are no text in base64. */
    private static void result(Translation translation, JsonGenerator json) throws IOException {
        if (translation.text().isPresent()) {
            json.writeStringField("result", translation.text().get());
        } else {
            json.writeBinaryField("result", translation.result().orElseThrow());
        }
    }

    private static byte[] openapiFile() {
        try (InputStream file = Answers.class.getResourceAsStream("openapi.yaml")) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("openapi.yaml cannot be read", e);
        }
    }
}
