package org.tongwen.routes.http;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import org.tongwen.mappings.plan.Outcome;
import org.tongwen.routes.journal.JournalException;
import org.tongwen.routes.step.RefusedException;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.FindingJson;
import org.tongwen.xsd.finding.JsonReport;
import org.tongwen.xsd.finding.Place;

/**
 * An error answer in the form of RFC 9457 with the findings in it.
 *
 * @param status the HTTP status
 * @param findings why; never empty
 */
record Problem(int status, List<Finding> findings) {

    static final String MEDIA_TYPE = "application/problem+json; charset=utf-8";

    /** When it is worth the while to come again after 503. */
    static final int PAUSE_SECONDS = 5;

    private static final Problem STORE_AWAY = of(
            "hub.StoreAway",
            "the hub cannot say whether this was written; send the same again later, under the same key");

    /** The problem that these findings amount to. Without any, it is the hub's own fault. */
    static Problem of(List<Finding> findings) {
        return findings.isEmpty() ? internal() : new Problem(Statuses.of(findings), findings);
    }

    /** The problem that is this one finding. */
    static Problem of(String id, String message) {
        return of(List.of(Finding.error(id, Place.NOWHERE, message)));
    }

    /** What ended a route: a refusal tells all, anything else nothing. */
    static Problem of(Throwable cause) {
        return cause instanceof JournalException
                ? STORE_AWAY
                : RefusedException.in(cause)
                        .map(refused -> of(refused.findings()))
                        .orElseGet(Problem::internal);
    }

    private static Problem internal() {
        return of("hub.Internal", "the hub could not process the request; the fault is not in the request");
    }

    /** The id of the finding that decided. */
    String id() {
        return Statuses.deciding(findings).id();
    }

    /** Whether the same request may well be answered a little later. */
    boolean isForNow() {
        return status == 503;
    }

    byte[] json() {
        return JsonReport.object(json -> {
            json.writeStringField("type", "about:blank");
            json.writeStringField("title", HttpResponseStatus.valueOf(status).reasonPhrase());
            json.writeNumberField("status", status);
            json.writeStringField("detail", detail());
            if (Outcome.of(findings) == Outcome.HELD) {
                json.writeStringField("outcome", Outcome.HELD.word());
            }
            json.writeFieldName("findings");
            FindingJson.array(findings, json);
        });
    }

    private String detail() {
        Finding finding = Statuses.deciding(findings);
        String place = finding.place().toString();
        String more = findings.size() == 1 ? "" : " (the first of " + findings.size() + " findings to look at)";
        return (place.isEmpty() ? "" : place + ": ") + finding.message() + more;
    }
}
