package org.tongwen.conformance.evidence;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A request or a response as it went over the wire.
 *
 * @param number its place in the log, from 1
 * @param time when it was sent or received, by the real clock
 * @param direction who sent it
 * @param kind whether it asks or answers
 * @param method the HTTP method of the request
 * @param url the address of the request
 * @param status of a response; 0 for a request, and for a response that never came
 * @param headers in lower case, by name
 * @param body what was kept of the body
 * @param note what else there is to say, such as why a response never came; often empty
 * @param previous hash of the exchange before, in hexadecimal
 * @param hash of this one, in hexadecimal
 */
public record Exchange(
        int number,
        Instant time,
        Direction direction,
        Kind kind,
        String method,
        String url,
        int status,
        SortedMap<String, String> headers,
        Body body,
        String note,
        String previous,
        String hash) {

    /** Who sent something. */
    public enum Direction {
        /** The suite to the participant. */
        SENT,
        /** The participant to the suite. */
        RECEIVED
    }

    /** Asks or answers. */
    public enum Kind {
        /** It asks. */
        REQUEST,
        /** It answers. */
        RESPONSE
    }

    /** Copies the headers. */
    public Exchange {
        headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
    }
}
