package org.tongwen.routes.http;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;

/** What is wrong with a request before any route sees it. */
final class Problems {

    static final Problem STOPPING = Problem.of("hub.Stopping", "the hub is stopping; send the request again later");

    static final Problem FULL =
            Problem.of("hub.Full", "the hub has no memory left for the body; send the request again later");

    static final Problem TOO_SLOW = Problem.of("hub.RequestTimeout", "the request did not arrive in time");

    static final Problem TIMED_OUT = Problem.of("hub.TimedOut", "the request could not be answered in time");

    static final Problem EXPECTATION =
            Problem.of("hub.Expectation", "the expectation in the header Expect cannot be met");

    static final Problem UNCLEAR = Problem.of(
            "hub.BadRequest", "the request has several hosts, or its body's length can be read in several ways");

    private Problems() {}

    static Problem tooLarge(int maxBytes) {
        return Problem.of("hub.TooLarge", "the body is larger than the limit of " + maxBytes + " bytes");
    }

    /** What the decoder could not read. */
    static Problem unreadable(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return Problem.of("hub.PathTooLong", "the request line is too long");
        }
        if (cause instanceof TooLongHttpHeaderException) {
            return Problem.of("hub.HeadersTooLarge", "the headers are too large");
        }
        return Problem.of("hub.BadRequest", "this is not a request of HTTP/1.1");
    }

    /** In words what the server itself answers with a bare status. */
    static Problem of(HttpResponseStatus status) {
        return switch (status.code()) {
            case 404 -> Problem.of("hub.UnknownPath", "there is nothing at this path");
            case 405 -> Problem.of("hub.MethodNotAllowed", "the method is not known here");
            case 503 -> STOPPING;
            default ->
                status.code() < 500
                        ? Problem.of("hub.BadRequest", "this is not a proper request of HTTP/1.1")
                        : Problem.of("hub.Internal", "the hub could not process the request");
        };
    }
}
