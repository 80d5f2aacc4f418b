package org.tongwen.routes.http;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.tongwen.mappings.Mapping;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.routes.serving.ServedMappings;
import org.tongwen.routes.step.Headers;
import org.tongwen.routes.step.KnownMapping;
import org.tongwen.routes.step.RefusedException;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/**
 * The step {@code httpRecognise}: finds out what a request asks for and refuses what nothing can answer. It sets the header {@link #RESOURCE}
 * and the headers that {@code translate} and {@code validate} read.
 */
public final class Recognise implements Processor {

    /** The resource asked for, such as {@code translations}, or {@code options}. */
    public static final String RESOURCE = "TongwenResource";

    /** The query parameters that are no given values, and the headers that say the same. */
    private static final Map<String, String> PARAMETERS =
            Map.of("reporting", Headers.REPORTING, "profile", Headers.PROFILE, "as-of", Headers.AS_OF);

    private static final Map<String, String> VALIDATION =
            Map.of("message", Headers.MESSAGE, "profile", Headers.PROFILE, "as-of", Headers.AS_OF);

    private static final Pattern CHARSET = Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";\\s]*)");
    private static final Set<String> CHARSETS = Set.of("utf-8", "us-ascii");

    private final ServedMappings mappings;

    /** Recognises requests for these mappings. */
    public Recognise(ServedMappings mappings) {
        this.mappings = mappings;
    }

    @Override
    public void process(Exchange exchange) {
        Message message = exchange.getMessage();
        Request request = Request.of(exchange);
        Target target = Target.of(request.path()).orElseThrow(() -> unknownPath(request.path()));
        message.setHeader("Allow", target.resource().methods());
        if (!target.resource().takes(request.method())) {
            throw new RefusedException(
                    "hub.MethodNotAllowed",
                    "here the methods are " + target.resource().methods());
        }
        message.setHeader(RESOURCE, target.resource().word());
        if (request.method().equals("OPTIONS")) {
            message.setHeader(RESOURCE, "options");
            return;
        }
        message.removeHeader("Allow");
        read(request, target, exchange);
    }

    private void read(Request request, Target target, Exchange exchange) {
        Message message = exchange.getMessage();
        switch (target.resource()) {
            case TRANSLATIONS -> {
                Mapping mapping = KnownMapping.require(target.path().get(2), exchange, mappings);
                Direction direction = direction(target);
                mustBePlain(request, charset(mapping, direction));
                translation(request, mapping, direction, message);
            }
            case VALIDATIONS -> {
                mustBePlain(request, "");
                Query.parse(request.query(), VALIDATION.keySet())
                        .forEach((name, value) -> message.setHeader(VALIDATION.get(name), value));
            }
            case MAPPING ->
                message.setHeader(
                        Headers.MAPPING,
                        KnownMapping.require(target.path().get(2), exchange, mappings)
                                .name());
            case MAPPINGS, HEALTH, LIVE, READY, METRICS, OPENAPI -> {}
        }
    }

    private static Direction direction(Target target) {
        return Direction.of(target.path().get(3))
                .orElseThrow(() -> new RefusedException("hub.UnknownDirection", "the direction is to-iso or from-iso"));
    }

    private static void translation(Request request, Mapping mapping, Direction direction, Message message) {
        message.setHeader(Headers.MAPPING, mapping.name());
        message.setHeader(Headers.DIRECTION, direction.word());
        Set<String> known = new TreeSet<>(mapping.given());
        known.addAll(PARAMETERS.keySet());
        Map<String, String> values = Query.parse(request.query(), known);
        values.forEach((name, value) -> message.setHeader(PARAMETERS.getOrDefault(name, Headers.GIVEN + name), value));
    }

    /** The charset of the institution's documents, when it is not the usual one. */
    private static String charset(Mapping mapping, Direction direction) {
        Matcher charset = CHARSET.matcher(mapping.mediaType().toLowerCase(Locale.ROOT));
        return direction == Direction.TO_ISO && charset.find() ? charset.group(1) : "";
    }

    private static void mustBePlain(Request request, String own) {
        String encoding = request.header("Content-Encoding");
        if (!encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity")) {
            throw new RefusedException("hub.ContentEncoding", "the body must not be compressed or otherwise encoded");
        }
        Matcher charset = CHARSET.matcher(request.header("Content-Type").toLowerCase(Locale.ROOT));
        if (charset.find()
                && !CHARSETS.contains(charset.group(1))
                && !charset.group(1).equals(own)) {
            throw new RefusedException("hub.Charset", "the body must be in " + (own.isEmpty() ? "UTF-8" : own));
        }
    }

    private static RefusedException unknownPath(String path) {
        return new RefusedException(Finding.error("hub.UnknownPath", Place.NOWHERE, "there is nothing at this path")
                .value(path)
                .hint("GET /openapi.yaml tells what there is"));
    }
}
