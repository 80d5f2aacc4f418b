package org.tongwen.routes.http;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.component.netty.http.DefaultNettyHttpBinding;
import org.apache.camel.component.netty.http.NettyHttpConfiguration;
import org.apache.camel.support.DefaultMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongwen.routes.intake.Intake;

/**
 * Between HTTP and Camel. Inwards only the body, and the trace that the request belongs to, become the message; the head is the property {@link Request#PROPERTY}. Outwards go the status,
 * the body and the headers that the route set, but none that Camel or the hub uses internally.
 */
public final class HttpBinding extends DefaultNettyHttpBinding {

    private static final Logger LOG = LoggerFactory.getLogger(HttpBinding.class);

    /** W3C trace context: which trace a request belongs to. Only this form is passed on to the routes. */
    private static final String TRACE = "traceparent";

    private static final Pattern TRACE_FORM = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    @Override
    public Message toCamelMessage(FullHttpRequest request, Exchange exchange, NettyHttpConfiguration configuration) {
        exchange.setProperty(Request.PROPERTY, Request.of(request));
        Message message = new DefaultMessage(exchange);
        message.setBody(ByteBufUtil.getBytes(request.content()));
        Optional.ofNullable(request.headers().get(TRACE))
                .filter(trace -> TRACE_FORM.matcher(trace).matches())
                .ifPresent(trace -> message.setHeader(TRACE, trace));
        return message;
    }

    @Override
    public HttpResponse toNettyResponse(Message message, NettyHttpConfiguration configuration) {
        Exception failure = message.getExchange().getException();
        try {
            return failure == null ? recorded(message) : problem(failure);
        } catch (InvalidPayloadException | RuntimeException e) {
            return problem(e);
        }
    }

    /** A failure that no route has handled, or an answer that cannot be written: a header with line breaks in it, say. */
    private static HttpResponse problem(Exception failure) {
        Problem problem = Problem.of(failure);
        if (problem.status() >= 500) {
            Faults.log(LOG, "a route ended in an error that it does not handle", failure);
        }
        return Responses.of(problem);
    }

    /** Nobody is told that a message was taken, or refused, before the journal has it: a route without the step that records is a fault. */
    private static HttpResponse recorded(Message message) throws InvalidPayloadException {
        boolean isOpen = Intake.find(message.getExchange())
                .filter(intake -> !intake.isRecorded())
                .isPresent();
        HttpResponse response = response(message);
        return isOpen && response.status().code() < 500
                ? problem(new IllegalStateException("a route answers a message that it has not recorded"))
                : response;
    }

    private static HttpResponse response(Message message) throws InvalidPayloadException {
        byte[] body = message.getBody() == null ? new byte[0] : message.getMandatoryBody(byte[].class);
        int status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, 200, Integer.class);
        FullHttpResponse response = response(status, body);
        message.getHeaders().forEach((name, value) -> {
            if (isForClient(name) && value != null) {
                add(response.headers(), name, value);
            }
        });
        return response;
    }

    private static void add(HttpHeaders headers, String name, Object value) {
        if (value instanceof Iterable<?> values) {
            headers.set(name, values);
        } else {
            headers.set(name, value);
        }
    }

    private static FullHttpResponse response(int status, byte[] body) {
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), Unpooled.wrappedBuffer(body));
        response.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
        return response;
    }

    /** {@code Tongwen-Losses} is for the client, {@code TongwenMapping} is not. */
    private static boolean isForClient(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean internal = lower.startsWith("camel")
                || lower.startsWith("org.apache.camel")
                || lower.startsWith("tongwen") && !lower.startsWith("tongwen-")
                || lower.equals("breadcrumbid")
                || lower.equals(TRACE)
                || lower.equals("tracestate");
        boolean ofConnection = lower.equals("content-length")
                || lower.equals("transfer-encoding")
                || lower.equals("connection")
                || lower.equals("host");
        return !internal && !ofConnection;
    }
}
