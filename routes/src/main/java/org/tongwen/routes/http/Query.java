package org.tongwen.routes.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.tongwen.routes.step.RefusedException;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** Reads the query part of a request. */
final class Query {

    private Query() {}

    /** Values by name. A name that is not known, a name given twice and a broken escape are refused. */
    static Map<String, String> parse(String query, Set<String> known) {
        Map<String, String> values = parse(query);
        values.keySet().forEach(name -> mustBeKnown(name, known));
        return values;
    }

    /** Values by any names. A name given twice and a broken escape are refused. */
    static Map<String, String> parse(String query) {
        Map<String, String> values = new LinkedHashMap<>();
        if (query.isEmpty()) {
            return values;
        }
        for (String part : query.split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals < 1) {
                throw refused("a query parameter is written name=value");
            }
            String name = decoded(part.substring(0, equals));
            if (values.put(name, decoded(part.substring(equals + 1))) != null) {
                throw refused("the query parameter " + name + " is given twice");
            }
        }
        return values;
    }

    private static void mustBeKnown(String name, Set<String> known) {
        if (!known.contains(name)) {
            String hint = known.isEmpty() ? "it takes none here" : "it takes " + String.join(", ", known);
            throw new RefusedException(Finding.error("hub.Parameter", Place.NOWHERE, "a query parameter is not known")
                    .value(name)
                    .hint(hint));
        }
    }

    /** A plus sign means a blank to some and itself to others; with names and telephone numbers at stake it is refused. */
    private static String decoded(String encoded) {
        if (encoded.contains("+")) {
            throw refused("a query parameter holds a bare plus sign; write %20 for a blank, %2B for a plus sign");
        }
        return Percent.decode(encoded).orElseThrow(() -> refused("a query parameter is not percent-encoded UTF-8"));
    }

    private static RefusedException refused(String message) {
        return new RefusedException("hub.Parameter", message);
    }
}
