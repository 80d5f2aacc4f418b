package org.tongwen.routes.journal;

import java.util.ArrayList;
import java.util.List;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** What a check of the journal found, up to a number that people can read. */
final class Doubts {

    private static final int MOST = 1_000;

    private final List<Finding> findings = new ArrayList<>();

    /** Something about a message is not as it was written. */
    void about(String id, MessageId message, String text) {
        add(id, "message " + message, text);
    }

    /** Something is not as it was written. */
    void add(String id, String where, String text) {
        if (findings.size() < MOST) {
            findings.add(Finding.error(id, Place.of(where), text));
        }
    }

    /** Two numbers that must be the same. */
    void same(String id, String table, long found, long written) {
        if (found != written) {
            add(id, table, "there are " + found + " rows where " + written + " were written");
        }
    }

    List<Finding> findings() {
        return findings;
    }
}
