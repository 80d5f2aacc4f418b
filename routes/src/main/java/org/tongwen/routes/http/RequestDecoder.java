package org.tongwen.routes.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.List;
import java.util.Optional;

/**
 * Reads requests off a connection in place of the server's own decoder, which mends a request that has both a length and chunks (RFC 9112, 6.3). Whoever
 * stands before the hub may mend it the other way and see another request in its body, so here it is not HTTP.
 */
final class RequestDecoder extends HttpRequestDecoder {

    private static final int LONGEST_LINE = 4_096;
    private static final int LARGEST_HEAD = 8_192;
    private static final int LARGEST_PART = 8_192;

    private final Runnable arrival;
    private Optional<ChunkLines> chunks = Optional.empty();

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
        int from = bytes.readerIndex();
        int before = parts.size();
        super.decode(ctx, bytes, parts);
        if (chunks.isPresent() && !chunks.get().accept(bytes, from, bytes.readerIndex())) {
            while (parts.size() > before) {
                ReferenceCountUtil.release(parts.remove(parts.size() - 1));
            }
            parts.add(broken());
        }
        parts.subList(before, parts.size()).forEach(this::follow);
    }

    /** Chunks begin behind the head with which a call of the server's decoder ends. */
    private void follow(Object part) {
        if (part instanceof HttpRequest head && HttpUtil.isTransferEncodingChunked(head)) {
            chunks = Optional.of(new ChunkLines());
        } else if (part instanceof LastHttpContent) {
            chunks = Optional.empty();
        }
    }

    private static HttpContent broken() {
        LastHttpContent end = new DefaultLastHttpContent();
        end.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("a chunk with more than its size")));
        return end;
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("both Content-Length and Transfer-Encoding");
    }
}
