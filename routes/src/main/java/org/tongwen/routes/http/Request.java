package org.tongwen.routes.http;

import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import org.apache.camel.Exchange;

/**
 * What stands in the head of a request. It travels as an exchange property, not as headers of the message, so that nobody outside can set
 * a header that a route or Camel acts upon, and nothing of it comes back with the answer.
 *
 * @param method the method
 * @param path the path as written, still percent-encoded
 * @param query the query as written, empty when there is none
 * @param headers its HTTP headers
 * @param peer who is at the other end of the connection
 */
public record Request(String method, String path, String query, HttpHeaders headers, Peer peer) {

    /** The exchange property. */
    public static final String PROPERTY = "TongwenRequest";

    private static final Request NONE = new Request("", "", "", EmptyHttpHeaders.INSTANCE, Peer.NONE);

    static Request of(HttpRequest request) {
        String uri = request.uri();
        int query = uri.indexOf('?');
        Peer peer = request instanceof WholeRequest whole ? whole.peer() : Peer.NONE;
        return new Request(
                request.method().name(),
                query < 0 ? uri : uri.substring(0, query),
                query < 0 ? "" : uri.substring(query + 1),
                request.headers(),
                peer);
    }

    static Request of(Exchange exchange) {
        return exchange.getProperty(PROPERTY, NONE, Request.class);
    }

    /** All values of a header, separated by commas; empty when it is not there. A route may ask for any header it knows. */
    public String header(String name) {
        return String.join(", ", headers.getAll(name));
    }
}
