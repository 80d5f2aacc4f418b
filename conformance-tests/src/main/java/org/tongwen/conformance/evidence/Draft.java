package org.tongwen.conformance.evidence;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is to be added to the log, before it has a number, a time and a hash.
 *
 * @param status of a response; 0 for a request, and for a response that never came
 */
public record Draft(
        Exchange.Direction direction,
        Exchange.Kind kind,
        String method,
        String url,
        int status,
        SortedMap<String, String> headers,
        Body body,
        String note) {

    /** Copies the headers. */
    public Draft {
        headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
    }
}
