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
 */
public record Request(String method, String path, String query, HttpHeaders headers) {

    /** The exchange property. */
    public static final String PROPERTY = "TongwenRequest";

    private static final Request NONE = new Request("", "", "", EmptyHttpHeaders.INSTANCE);

    static Request of(HttpRequest request) {
        String uri = request.uri();
        int query = uri.indexOf('?');
        return query < 0
                ? new Request(request.method().name(), uri, "", request.headers())
                : new Request(
                        request.method().name(), uri.substring(0, query), uri.substring(query + 1), request.headers());
    }

    static Request of(Exchange exchange) {
        return exchange.getProperty(PROPERTY, NONE, Request.class);
    }

    /** All values of a header, separated by commas; empty when it is not there. A route may ask for any header it knows. */
    public String header(String name) {
        return String.join(", ", headers.getAll(name));
    }
}
