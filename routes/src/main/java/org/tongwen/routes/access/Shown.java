package org.tongwen.routes.access;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.ssl.SslHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What a request shows of who sends it.
 *
 * @param authorization the header {@code Authorization}; empty when there is none. Several of them, joined by commas, are never right.
 * @param apiKey the header {@code X-API-Key}; empty when there is none
 * @param certificates the client's certificate chain, its own first, as TLS has verified it; empty when it showed none
 * @param address where the connection comes from
 */
public record Shown(String authorization, String apiKey, List<X509Certificate> certificates, InetAddress address) {

    /** Copies the certificates. */
    public Shown {
        certificates = List.copyOf(certificates);
    }

    /** What the head of a request shows, and the connection on which it came. */
    public static Shown of(HttpHeaders headers, Channel connection) {
        return new Shown(
                String.join(", ", headers.getAll(HttpHeaderNames.AUTHORIZATION)),
                String.join(", ", headers.getAll("X-API-Key")),
                ServerTls.certificates(Optional.ofNullable(connection.pipeline().get(SslHandler.class))),
                ((InetSocketAddress) connection.remoteAddress()).getAddress());
    }

    /** Only the address: these headers must never reach a log. */
    @Override
    public String toString() {
        return "Shown[" + address.getHostAddress() + "]";
    }
}
