package org.tongwen.routes.http;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;

/** A request that is complete, and who sent it. */
final class WholeRequest extends DefaultFullHttpRequest {

    private final Peer peer;

    WholeRequest(HttpRequest head, String uri, ByteBuf body, HttpHeaders trailers, Peer peer) {
        super(head.protocolVersion(), head.method(), uri, body, head.headers(), trailers);
        this.peer = peer;
    }

    Peer peer() {
        return peer;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
