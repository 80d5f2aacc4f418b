package org.tongwen.routes.http;

import io.netty.channel.ChannelHandler;
import java.time.Duration;
import org.apache.camel.component.netty.DefaultChannelHandlerFactory;

/** Puts a {@link HttpGate} before the routes on each connection. */
public final class HttpGates extends DefaultChannelHandlerFactory {

    private final int maxBytes;
    private final Duration timeout;
    private volatile boolean stopping;

    /**
     * Gates with these limits.
     *
     * @param maxBytes the largest body
     * @param timeout how long a request may take to arrive, and again to be answered
     */
    public HttpGates(int maxBytes, Duration timeout) {
        this.maxBytes = maxBytes;
        this.timeout = timeout;
    }

    /** From now on new requests are turned away; those that are inside are answered. */
    public void stop() {
        stopping = true;
    }

    @Override
    public ChannelHandler newChannelHandler() {
        return new HttpGate(this);
    }

    int maxBytes() {
        return maxBytes;
    }

    Duration timeout() {
        return timeout;
    }

    boolean stopping() {
        return stopping;
    }
}
