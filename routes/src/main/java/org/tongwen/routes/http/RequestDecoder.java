package org.tongwen.routes.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequestDecoder;
import java.util.List;

/**
 * Reads requests off a connection in place of the server's own decoder, which mends a request that has both a length and chunks (RFC 9112, 6.3). Whoever
 * stands before the hub may mend it the other way and see another request in its body, so here it is not HTTP.
 */
final class RequestDecoder extends HttpRequestDecoder {

    private static final int LONGEST_LINE = 4_096;
    private static final int LARGEST_HEAD = 8_192;
    private static final int LARGEST_PART = 8_192;

    private final Runnable arrival;

    /**
     * A decoder for one connection.
     *
     * @param arrival is told when bytes of a request have come
     */
    RequestDecoder(Runnable arrival) {
        super(LONGEST_LINE, LARGEST_HEAD, LARGEST_PART);
        this.arrival = arrival;
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf bytes, List<Object> parts) throws Exception {
        arrival.run();
        super.decode(ctx, bytes, parts);
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("both Content-Length and Transfer-Encoding");
    }
}
