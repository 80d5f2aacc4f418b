package org.tongwen.routes.http;

import java.util.List;
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
import org.tongwen.routes.access.BodySignatures;
import org.tongwen.routes.access.Rights;
import org.tongwen.routes.config.HubConfig;
import org.tongwen.routes.config.HubConfig.Participant;
import org.tongwen.routes.desk.Call;
import org.tongwen.routes.intake.Reception;
import org.tongwen.routes.intake.SignatureCheck;
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

    /** The exchange property that holds what is asked of the desk. */
    static final String CALL = "TongwenCall";

    private static final int LONGEST_KEY = 255;

    /** The query parameters that are no given values, and the headers that say the same. */
    private static final Map<String, String> PARAMETERS =
            Map.of("reporting", Headers.REPORTING, "profile", Headers.PROFILE, "as-of", Headers.AS_OF);

    private static final Map<String, String> VALIDATION =
            Map.of("message", Headers.MESSAGE, "profile", Headers.PROFILE, "as-of", Headers.AS_OF);

    private static final Pattern CHARSET = Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";\\s]*)");
    private static final Set<String> CHARSETS = Set.of("utf-8", "us-ascii");

    private final ServedMappings mappings;
    private final Entrance entrance;

    /** Recognises requests for these mappings, of those who come in by that entrance. */
    public Recognise(ServedMappings mappings, Entrance entrance) {
        this.mappings = mappings;
        this.entrance = entrance;
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
        target.resource().action(request.method()).ifPresent(action -> entrance.enter(request, action, exchange));
        read(request, target, exchange);
    }

    private void read(Request request, Target target, Exchange exchange) {
        Message message = exchange.getMessage();
        switch (target.resource()) {
            case TRANSLATIONS -> {
                mayUse(target.path().get(2), exchange);
                Mapping mapping = KnownMapping.require(target.path().get(2), exchange, mappings);
                Direction direction = direction(target);
                mustBePlain(request, charset(mapping, direction));
                translation(request, mapping, direction, exchange);
            }
            case MESSAGES -> messages(request, target, exchange);
            case VALIDATIONS -> {
                mustBePlain(request, "");
                Query.parse(request.query(), VALIDATION.keySet())
                        .forEach((name, value) -> message.setHeader(VALIDATION.get(name), value));
            }
            case MAPPING ->
                message.setHeader(
                        Headers.MAPPING,
                        KnownMapping.requireSeen(target.path().get(2), exchange, mappings)
                                .name());
            case MESSAGE, SOURCE, RELEASE, REFUSAL, DELIVERIES, VERIFICATION -> {
                mustNotBeEncoded(request);
                desk(request, target, exchange);
            }
            case MAPPINGS, HEALTH, LIVE, READY, METRICS, OPENAPI -> {}
        }
    }

    private static Direction direction(Target target) {
        return Direction.of(target.path().get(3))
                .orElseThrow(() -> new RefusedException("hub.UnknownDirection", "the direction is to-iso or from-iso"));
    }

    private static void translation(Request request, Mapping mapping, Direction direction, Exchange exchange) {
        Message message = exchange.getMessage();
        message.setHeader(Headers.MAPPING, mapping.name());
        message.setHeader(Headers.DIRECTION, direction.word());
        Participant sender = exchange.getProperty(Reception.PARTICIPANT, Participant.class);
        Map<String, String> values = Query.parse(request.query(), open(mapping, sender));
        values.forEach((name, value) -> message.setHeader(PARAMETERS.getOrDefault(name, Headers.GIVEN + name), value));
        keyed(request, "translations/" + mapping.name() + "/" + direction.word() + " ", message);
    }

    /** What a sender may say: not what the configuration says of him. Whoever has a profile cannot choose the day of its rules either. */
    private static Set<String> open(Mapping mapping, Participant sender) {
        Set<String> names = new TreeSet<>(mapping.given());
        names.addAll(PARAMETERS.keySet());
        names.removeAll(sender.given().keySet());
        if (sender.profile().isPresent()) {
            names.removeAll(Set.of("profile", "as-of"));
        }
        return names;
    }

    private void messages(Request request, Target target, Exchange exchange) {
        if (request.method().equals("POST")) {
            mustBePlain(request, "");
            Query.parse(request.query(), Set.of("mapping")).values().forEach(mapping -> {
                mayUse(mapping, exchange);
                if (!mapping.equals(HubConfig.ISO)) {
                    KnownMapping.require(mapping, exchange, mappings);
                }
                exchange.getMessage().setHeader(Headers.MAPPING, mapping);
            });
            keyed(request, "", exchange.getMessage());
        } else {
            desk(request, target, exchange);
        }
    }

    private static void desk(Request request, Target target, Exchange exchange) {
        byte[] body = exchange.getMessage().getBody(byte[].class);
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        List<String> path = target.path().subList(1, target.path().size());
        exchange.getMessage().setHeader(RESOURCE, "desk");
        exchange.setProperty(
                CALL, new Call(method, path, Query.parse(request.query()), body == null ? new byte[0] : body));
    }

    /** Rights before existence: whoever may not use a mapping does not learn whether there is one. */
    private static void mayUse(String mapping, Exchange exchange) {
        Participant sender = exchange.getProperty(Reception.PARTICIPANT, Participant.class);
        Rights.refusalOfMapping(sender, mapping).ifPresent(refused -> {
            throw new RefusedException(refused.finding());
        });
    }

    /** A sender may use one key for a translation and for what it then sends. Keys have no blanks, so that none is like one with a place before it. */
    private static void keyed(Request request, String place, Message message) {
        String key = request.header("Idempotency-Key").strip();
        if (key.length() > LONGEST_KEY || !key.chars().allMatch(sign -> sign > ' ' && sign < 127)) {
            throw new RefusedException(
                    "hub.IdempotencyKey",
                    "an Idempotency-Key has at most " + LONGEST_KEY + " printable signs of ASCII");
        }
        if (!key.isEmpty()) {
            message.setHeader(Reception.KEY, place + key);
        }
        message.setHeader(SignatureCheck.SIGNATURE, request.header(BodySignatures.HEADER));
    }

    /** The charset of the institution's documents, when it is not the usual one. */
    private static String charset(Mapping mapping, Direction direction) {
        Matcher charset = CHARSET.matcher(mapping.mediaType().toLowerCase(Locale.ROOT));
        return direction == Direction.TO_ISO && charset.find() ? charset.group(1) : "";
    }

    private static void mustNotBeEncoded(Request request) {
        String encoding = request.header("Content-Encoding");
        if (!encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity")) {
            throw new RefusedException("hub.ContentEncoding", "the body must not be compressed or otherwise encoded");
        }
    }

    private static void mustBePlain(Request request, String own) {
        mustNotBeEncoded(request);
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
