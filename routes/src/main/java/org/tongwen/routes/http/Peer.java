package org.tongwen.routes.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.SslHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.tongwen.routes.access.ServerTls;

/**
 * Who is at the other end of a connection, as far as the connection itself shows.
 *
 * @param address where it comes from
 * @param certificates the chain of certificates that TLS has verified, its own first; empty when none was shown
 */
record Peer(InetAddress address, List<X509Certificate> certificates) {

    /** Nobody: the message did not come over HTTP. */
    static final Peer NONE = new Peer(InetAddress.getLoopbackAddress(), List.of());

    /** Copies the certificates. */
    Peer {
        certificates = List.copyOf(certificates);
    }

    static Peer of(ChannelHandlerContext ctx) {
        Optional<SslHandler> tls = Optional.ofNullable(ctx.pipeline().get(SslHandler.class));
        return new Peer(address(ctx).orElseThrow(), ServerTls.certificates(tls));
    }

    /** Where a connection comes from; empty when it is closed already. */
    static Optional<InetAddress> address(ChannelHandlerContext ctx) {
        return Optional.ofNullable((InetSocketAddress) ctx.channel().remoteAddress())
                .map(InetSocketAddress::getAddress);
    }
}
