package org.tongwen.routes.config;

import java.util.HashMap;
import java.util.Map;
import org.tongwen.xsd.finding.Place;

/** Which participant claimed what may belong to one only. */
final class Owners {

    private record Claim(String participant, Place place) {}

    private final Source source;
    private final Map<String, Claim> claims = new HashMap<>();

    Owners(Source source) {
        this.source = source;
    }

    /** Claims a value; a finding of that id when it is taken. The value is not shown. */
    void claim(String id, String what, String value, String participant, Place place) {
        Claim before = claims.putIfAbsent(id + " " + value, new Claim(participant, place));
        if (before == null) {
            return;
        }
        String owner = before.participant().equals(participant)
                ? "it stands here twice"
                : "it belongs to " + before.participant();
        source.error(
                id,
                place,
                what + " is taken: " + owner,
                "the first one is in line " + before.place().line());
    }
}
