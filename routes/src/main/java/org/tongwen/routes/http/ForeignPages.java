package org.tongwen.routes.http;

import java.util.Locale;
import org.tongwen.routes.config.HubConfig;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/**
 * Tells apart the programs of this machine and the pages of others that a browser on it shows. Whoever needs no credentials is known by nothing but
 * the machine he is on, and there the browser sends what any page wants it to. Such a request says where it comes from, in {@code Origin} and {@code
 * Sec-Fetch-Site}, or it goes to a name of the page's own in {@code Host} that leads to this machine.
 *
 * @param scheme {@code http}, or {@code https} when the hub speaks TLS
 * @param host the address on which the hub listens
 */
public record ForeignPages(String scheme, String host) {

    /** Those that are foreign to a hub that listens on this address. */
    public static ForeignPages to(String host, boolean encrypted) {
        return new ForeignPages(encrypted ? "https" : "http", bare(host));
    }

    /** What a foreign page is answered. */
    static Finding finding() {
        return Finding.error("hub.ForeignPage", Place.NOWHERE, "pages of others may not speak to this hub")
                .hint(
                        "without credentials the hub is reached as localhost, by a loopback address or by the host it listens on,"
                                + " and without an Origin but its own");
    }

    /** Whether another's page may have sent this. */
    boolean sent(Request request) {
        String site = request.header("Sec-Fetch-Site").strip().toLowerCase(Locale.ROOT);
        String target = request.header("Host").strip().toLowerCase(Locale.ROOT);
        return site.equals("cross-site")
                || !isOwn(target)
                || !isFrom(target, request.header("Origin").strip().toLowerCase(Locale.ROOT));
    }

    private boolean isOwn(String target) {
        String name = bare(target.replaceFirst(":[0-9]*$", ""));
        return HubConfig.isLoopback(name) || name.equals(host);
    }

    private boolean isFrom(String target, String origin) {
        return origin.isEmpty() || origin.equals(scheme + "://" + target);
    }

    /** Without the brackets around an address of IPv6. */
    private static String bare(String host) {
        String small = host.toLowerCase(Locale.ROOT);
        return small.startsWith("[") && small.endsWith("]") ? small.substring(1, small.length() - 1) : small;
    }
}
