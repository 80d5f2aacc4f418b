package org.tongwen.routes.access;

import java.util.Map;
import org.tongwen.routes.config.HubConfig;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** Whether somebody may come in. */
public sealed interface Admission {

    /** It is this participant. */
    record Admitted(HubConfig.Participant participant) implements Admission {}

    /**
     * Turned away.
     *
     * @param finding why, as far as strangers may know; its id decides the HTTP status
     * @param headers headers of the answer
     */
    record Refused(Finding finding, Map<String, String> headers) implements Admission {

        private static final String WAYS_IN = "send an API key (X-API-Key: twk_…) or an access token (Authorization:"
                + " Bearer …), or show a client certificate; what was wrong stands in the hub's log";

        /** Copies the headers. */
        public Refused {
            headers = Map.copyOf(headers);
        }

        /** The hint is the same for everybody: a stranger learns nothing of those who are known. */
        static Refused unauthenticated() {
            return new Refused(
                    finding("hub.Unauthenticated", "the credentials are missing or not right")
                            .hint(WAYS_IN),
                    Map.of("WWW-Authenticate", "Bearer, ApiKey"));
        }

        /** Which right is missing is not said: what there is that one must not use is nobody's business. */
        static Refused forbidden() {
            return new Refused(finding("hub.Forbidden", "this participant may not do that"), Map.of());
        }

        static Refused mapping() {
            Finding finding = forbidden().finding().hint("GET /mappings lists the mappings that it may use");
            return new Refused(finding, Map.of());
        }

        static Refused tooMany(String message, long seconds) {
            return new Refused(finding("hub.TooManyRequests", message), retryAfter(seconds));
        }

        static Refused keysAway(long seconds) {
            return new Refused(
                    finding("hub.TokenKeysAway", "tokens cannot be checked now; send the request again later"),
                    retryAfter(seconds));
        }

        static Refused tooLarge(int most) {
            return new Refused(
                    finding("hub.TooLarge", "the body is larger than the participant's limit of " + most + " bytes"),
                    Map.of());
        }

        private static Finding finding(String id, String message) {
            return Finding.error(id, Place.NOWHERE, message);
        }

        private static Map<String, String> retryAfter(long seconds) {
            return Map.of("Retry-After", Long.toString(seconds));
        }
    }
}
