package org.tongwen.routes.http;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.List;
import java.util.Optional;

/**
 * A request that is coming in, and what must be known of it when its answer goes out.
 *
 * @param request its head
 * @param body as much of its body as is there
 * @param share the memory that the body takes
 */
record Incoming(HttpRequest request, ByteBuf body, BodyMemory.Share share) {

    /** What the head alone forbids. */
    Optional<Problem> refusal(int maxBytes) {
        if (!isClear()) {
            return Optional.of(Problems.UNCLEAR);
        }
        if (HttpUtil.getContentLength(request, 0L) > maxBytes) {
            return Optional.of(Problems.tooLarge(maxBytes));
        }
        boolean expects = request.headers().contains(HttpHeaderNames.EXPECT);
        return expects && !HttpUtil.is100ContinueExpected(request)
                ? Optional.of(Problems.EXPECTATION)
                : Optional.empty();
    }

    /** One host, and a body whose end everybody sees at the same place. */
    private boolean isClear() {
        HttpHeaders headers = request.headers();
        List<String> codings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
        boolean chunked = codings.size() == 1 && codings.get(0).equalsIgnoreCase("chunked");
        boolean isOld = request.protocolVersion().compareTo(HttpVersion.HTTP_1_1) < 0;
        return headers.getAll(HttpHeaderNames.HOST).size() <= 1 && (codings.isEmpty() || chunked && !isOld);
    }

    /** Adds a part of the body, unless it would grow too large, or all bodies together. */
    Optional<Problem> add(HttpContent part, int maxBytes) {
        if (body.readableBytes() + part.content().readableBytes() > maxBytes) {
            return Optional.of(Problems.tooLarge(maxBytes));
        }
        if (!share.grow(part.content().readableBytes())) {
            return Optional.of(Problems.FULL);
        }
        body.writeBytes(part.content());
        return Optional.empty();
    }

    /** The whole of it, with the target as most clients write it: without scheme and host. */
    WholeRequest complete(LastHttpContent end, Peer peer) {
        WholeRequest full = new WholeRequest(request, originForm(request.uri()), body, end.trailingHeaders(), peer);
        full.headers().remove(HttpHeaderNames.EXPECT);
        return full;
    }

    boolean isHead() {
        return request.method().equals(HttpMethod.HEAD);
    }

    boolean keepsAlive() {
        return HttpUtil.isKeepAlive(request);
    }

    private static String originForm(String uri) {
        int scheme = uri.indexOf("://");
        if (scheme < 0 || uri.startsWith("/")) {
            return uri;
        }
        int path = uri.indexOf('/', scheme + 3);
        return path < 0 ? "/" : uri.substring(path);
    }
}
