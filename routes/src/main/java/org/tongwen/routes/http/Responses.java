package org.tongwen.routes.http;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;

/** Makes complete responses, each with the headers that all of them have. */
final class Responses {

    /** The methods that something in the interface takes. */
    private static final String ALLOW = "GET, HEAD, POST, PUT, OPTIONS";

    private Responses() {}

    static FullHttpResponse of(Problem problem) {
        byte[] body = problem.json();
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(problem.status()), Unpooled.wrappedBuffer(body));
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
        if (problem.status() == 405) {
            response.headers().set(HttpHeaderNames.ALLOW, ALLOW);
        }
        if (problem.isForNow()) {
            response.headers().setInt(HttpHeaderNames.RETRY_AFTER, Problem.PAUSE_SECONDS);
        }
        return sniffless(response);
    }

    /** The interim answer to a client that waits before it sends the body. */
    static FullHttpResponse goOn() {
        return new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER);
    }

    /** A response of the routes as it is; a bare error of the server in words. */
    static FullHttpResponse complete(HttpResponse response) {
        return response instanceof FullHttpResponse full ? sniffless(full) : of(Problems.of(response.status()));
    }

    /** The answer to HEAD: what GET would answer, without the body. */
    static FullHttpResponse headOnly(FullHttpResponse response) {
        FullHttpResponse head = response.replace(Unpooled.EMPTY_BUFFER);
        response.release();
        return head;
    }

    private static FullHttpResponse sniffless(FullHttpResponse response) {
        response.headers().set("X-Content-Type-Options", "nosniff");
        return response;
    }
}
