package org.tongwen.routes.http;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelPipeline;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.camel.component.netty.DefaultChannelHandlerFactory;
import org.tongwen.routes.access.ServerTls;
import org.tongwen.routes.config.HubConfig;

/** Puts a {@link HttpGate} before the routes on each connection. */
public final class HttpGates extends DefaultChannelHandlerFactory {

    private final int maxBytes;
    private final Duration timeout;
    private final Consumer<String> refusals;
    private final Optional<ServerTls> tls;
    private final Places places;
    private final BodyMemory memory;
    private volatile boolean stopping;

    /**
     * Gates with these limits.
     *
     * @param maxBytes the largest body
     * @param memory how many bytes the hub may have in its memory, of which all bodies together get a quarter, and at least one its place
     * @param timeout how long a request may take to arrive, and again to be answered
     * @param listen how many connections at once, and from one address
     * @param tls what connections are encrypted by; empty for plain ones
     * @param refusals is told the id of the finding by which a request is refused
     */
    public HttpGates(
            int maxBytes,
            long memory,
            Duration timeout,
            HubConfig.Listen listen,
            Optional<ServerTls> tls,
            Consumer<String> refusals) {
        this.maxBytes = maxBytes;
        this.memory = BodyMemory.of(memory, maxBytes);
        this.places = new Places(listen);
        this.tls = tls;
        this.timeout = timeout;
        this.refusals = refusals;
    }

    /** From now on new requests are turned away; those that are inside are answered. */
    public void stop() {
        stopping = true;
    }

    @Override
    public ChannelHandler newChannelHandler() {
        return new HttpGate(this);
    }

    /** Encrypts a new connection, when connections are. */
    void encrypt(ChannelPipeline pipeline) {
        tls.ifPresent(encryption -> encryption.addTo(pipeline));
    }

    Places places() {
        return places;
    }

    BodyMemory memory() {
        return memory;
    }

    int maxBytes() {
        return maxBytes;
    }

    Duration timeout() {
        return timeout;
    }

    void refused(Problem problem) {
        refusals.accept(problem.id());
    }

    boolean stopping() {
        return stopping;
    }
}
