package org.tongwen.routes.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stands between one connection and the routes. It lets whole requests in, one at a time, refuses what is too large, too slow or not HTTP, sees
 * to it that every request is answered once and in time, and turns bare error answers of the server into problems.
 */
final class HttpGate extends ChannelDuplexHandler {

    private static final Duration IDLE = Duration.ofSeconds(60);
    private static final Duration LINGER = Duration.ofSeconds(1);

    private enum State {
        /** Nothing asked, or not yet all of it. */
        LISTENING,
        /** A request is with the routes. */
        ANSWERING,
        /** The last answer is on its way; whatever still comes in is thrown away. */
        LEAVING
    }

    private final HttpGates gates;
    private final Deque<Object> held = new ArrayDeque<>();
    private State state = State.LISTENING;
    private Optional<InetAddress> place = Optional.empty();
    private boolean isArriving;
    private @Nullable Incoming incoming;
    private @Nullable Future<?> timer;

    HttpGate(HttpGates gates) {
        this.gates = gates;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        ctx.pipeline().replace(HttpRequestDecoder.class, "decoder", new RequestDecoder(() -> arrives(ctx)));
        gates.encrypt(ctx.pipeline());
    }

    /** From its first byte on a request has its time, so that nobody holds a connection by sending a head bit by bit. */
    private void arrives(ChannelHandlerContext ctx) {
        if (state == State.LISTENING && incoming == null && !isArriving) {
            isArriving = true;
            limit(ctx, gates.timeout(), () -> refuse(ctx, Problems.TOO_SLOW, true));
        }
    }

    /** One connection too many, in all or from its address, is closed at once: an answer would cost what is to be spared. */
    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        place = Peer.address(ctx).filter(gates.places()::enter);
        if (place.isEmpty()) {
            ctx.close();
            return;
        }
        limit(ctx, IDLE, ctx::close);
        ctx.fireChannelActive();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        discard();
        place.ifPresent(gates.places()::leave);
        place = Optional.empty();
        state = State.LEAVING;
        stopTimer();
        held.forEach(ReferenceCountUtil::release);
        held.clear();
        ctx.fireChannelInactive();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object part) {
        if (state == State.ANSWERING || !held.isEmpty()) {
            held.add(part);
            ctx.channel().config().setAutoRead(false);
        } else {
            receive(ctx, (HttpObject) part);
        }
    }

    private void receive(ChannelHandlerContext ctx, HttpObject part) {
        try {
            if (state == State.LEAVING) {
                leave(ctx, part);
                return;
            }
            Optional<Problem> problem = take(ctx, part);
            if (problem.isPresent()) {
                refuse(
                        ctx,
                        problem.get(),
                        part instanceof LastHttpContent && part.decoderResult().isSuccess());
            } else if (part instanceof LastHttpContent end && incoming != null) {
                state = State.ANSWERING;
                limit(ctx, gates.timeout(), () -> refuse(ctx, Problems.TIMED_OUT, true));
                ctx.fireChannelRead(incoming.complete(end, Peer.of(ctx)));
            }
        } finally {
            ReferenceCountUtil.release(part);
        }
    }

    private static void leave(ChannelHandlerContext ctx, HttpObject part) {
        if (part instanceof LastHttpContent) {
            ctx.close();
        }
    }

    private Optional<Problem> take(ChannelHandlerContext ctx, HttpObject part) {
        if (part.decoderResult().isFailure()) {
            return Optional.of(Problems.unreadable(part.decoderResult().cause()));
        }
        if (part instanceof HttpRequest request) {
            return start(
                    ctx,
                    new Incoming(
                            request, ctx.alloc().heapBuffer(), gates.memory().share()));
        }
        return part instanceof HttpContent content && incoming != null
                ? incoming.add(content, gates.maxBytes())
                : Optional.empty();
    }

    private Optional<Problem> start(ChannelHandlerContext ctx, Incoming request) {
        arrives(ctx);
        isArriving = false;
        incoming = request;
        if (gates.stopping()) {
            return Optional.of(Problems.STOPPING);
        }
        Optional<Problem> refusal = request.refusal(gates.maxBytes());
        if (refusal.isEmpty() && HttpUtil.is100ContinueExpected(request.request())) {
            ctx.writeAndFlush(Responses.goOn());
        }
        return refusal;
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (state == State.ANSWERING && message instanceof HttpResponse response) {
            answer(ctx, response, promise);
        } else {
            // Too late: the request has been answered otherwise.
            ReferenceCountUtil.release(message);
            promise.trySuccess();
        }
    }

    /** After an answer that the server makes itself, it closes the connection. */
    private void answer(ChannelHandlerContext ctx, HttpResponse response, ChannelPromise promise) {
        boolean stay = keepsAlive() && response instanceof FullHttpResponse && !gates.stopping();
        giveBack();
        FullHttpResponse sent = ready(Responses.complete(response), stay);
        if (stay) {
            state = State.LISTENING;
            incoming = null;
            limit(ctx, IDLE, ctx::close);
            ctx.write(sent, promise);
            // After this answer is flushed, so that a request that was held cannot overtake it.
            ctx.executor().execute(() -> next(ctx));
        } else {
            state = State.LEAVING;
            stopTimer();
            ctx.write(sent, promise).addListener(ChannelFutureListener.CLOSE);
        }
    }

    private void next(ChannelHandlerContext ctx) {
        while (!held.isEmpty() && state != State.ANSWERING) {
            receive(ctx, (HttpObject) held.remove());
        }
        if (held.isEmpty()) {
            ctx.channel().config().setAutoRead(true);
        }
    }

    /** Answers and leaves. While the client is still sending, it gets the time to finish, or it would never read the answer. */
    private void refuse(ChannelHandlerContext ctx, Problem problem, boolean complete) {
        discard();
        state = State.LEAVING;
        stopTimer();
        gates.refused(problem);
        ChannelFuture written = ctx.writeAndFlush(ready(Responses.of(problem), false));
        if (complete) {
            written.addListener(ChannelFutureListener.CLOSE);
        } else {
            limit(ctx, LINGER, ctx::close);
        }
    }

    /** Keeps nothing more of the request: what has come of its body, as long as that is not with the routes, and the memory for it. */
    private void discard() {
        if (state == State.LISTENING && incoming != null) {
            incoming.body().release();
        }
        giveBack();
    }

    private void giveBack() {
        if (incoming != null) {
            incoming.share().close();
        }
    }

    private FullHttpResponse ready(FullHttpResponse response, boolean stay) {
        FullHttpResponse ready = incoming != null && incoming.isHead() ? Responses.headOnly(response) : response;
        HttpUtil.setKeepAlive(ready, stay);
        return ready;
    }

    private boolean keepsAlive() {
        return incoming != null && incoming.keepsAlive();
    }

    private void limit(ChannelHandlerContext ctx, Duration time, Runnable action) {
        stopTimer();
        timer = ctx.executor().schedule(action, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void stopTimer() {
        if (timer != null) {
            timer.cancel(false);
        }
    }
}
