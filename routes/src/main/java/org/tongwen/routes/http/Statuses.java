package org.tongwen.routes.http;

import java.util.List;
import java.util.Map;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Severity;

/** Which HTTP status says what a finding says. Nothing else knows. */
final class Statuses {

    /** The document could be read, but its content is wrong. */
    private static final int CONTENT = 422;

    private static final Map<String, Integer> BY_ID = Map.ofEntries(
            Map.entry("hub.BadRequest", 400),
            Map.entry("hub.Parameter", 400),
            Map.entry("hub.EmptyBody", 400),
            Map.entry("hub.UnknownMessage", 400),
            Map.entry("hub.UnknownReporting", 400),
            Map.entry("hub.UnknownProfile", 400),
            Map.entry("hub.AsOf", 400),
            Map.entry("hub.IdempotencyKey", 400),
            Map.entry("hub.Reason", 400),
            Map.entry("hub.MappingNeeded", 400),
            Map.entry("hub.Unauthenticated", 401),
            Map.entry("hub.Forbidden", 403),
            Map.entry("hub.ForeignPage", 403),
            Map.entry("csv.Character", 400),
            Map.entry("csv.Empty", 400),
            Map.entry("csv.Encoding", 400),
            Map.entry("csv.Quote", 400),
            Map.entry("csv.UnclosedQuote", 400),
            Map.entry("fixed.Character", 400),
            Map.entry("fixed.CutRecord", 400),
            Map.entry("fixed.Encoding", 400),
            Map.entry("mt.Block", 400),
            Map.entry("mt.Empty", 400),
            Map.entry("mt.Type", 400),
            Map.entry("xsd.NotWellFormed", 400),
            Map.entry("xsd.DoctypeForbidden", 400),
            Map.entry("xsd.TooDeep", 400),
            Map.entry("hub.SignatureMissing", 401),
            Map.entry("hub.SignatureForm", 401),
            Map.entry("hub.SignatureAlgorithm", 401),
            Map.entry("hub.SignatureScope", 401),
            Map.entry("hub.SignatureContent", 401),
            Map.entry("hub.SignatureKey", 401),
            Map.entry("hub.UnknownPath", 404),
            Map.entry("hub.UnknownMapping", 404),
            Map.entry("hub.UnknownDirection", 404),
            Map.entry("hub.MethodNotAllowed", 405),
            Map.entry("hub.RequestTimeout", 408),
            Map.entry("hub.UnknownMessageId", 404),
            Map.entry("hub.IdempotencyConflict", 409),
            Map.entry("hub.Overtaken", 409),
            Map.entry("hub.NothingToRelease", 409),
            Map.entry("csv.TooLarge", 413),
            Map.entry("fixed.TooLarge", 413),
            Map.entry("hub.TooLarge", 413),
            Map.entry("xsd.TooLarge", 413),
            Map.entry("hub.PathTooLong", 414),
            Map.entry("hub.ContentEncoding", 415),
            Map.entry("hub.Charset", 415),
            Map.entry("hub.Expectation", 417),
            Map.entry("hub.TooManyRequests", 429),
            Map.entry("hub.HeadersTooLarge", 431),
            Map.entry("hub.Internal", 500),
            Map.entry("hub.TokenKeysAway", 503),
            Map.entry("hub.Stopping", 503),
            Map.entry("hub.Full", 503),
            Map.entry("hub.StoreAway", 503),
            Map.entry("hub.TimedOut", 504));

    private Statuses() {}

    /** The status of a refusal: that of the first error that is more than wrong content, else 422. */
    static int of(List<Finding> findings) {
        return of(deciding(findings));
    }

    /** The finding that decides the status. */
    static Finding deciding(List<Finding> findings) {
        List<Finding> errors = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        return errors.stream()
                .filter(finding -> of(finding) != CONTENT)
                .findFirst()
                .orElseGet(() -> errors.isEmpty() ? findings.get(0) : errors.get(0));
    }

    /** Whether any of the findings says that the document is not even readable as what it should be. */
    static boolean unreadable(List<Finding> findings) {
        return !findings.isEmpty() && of(findings) != CONTENT;
    }

    private static int of(Finding finding) {
        return finding.id().startsWith("json.") ? 400 : BY_ID.getOrDefault(finding.id(), CONTENT);
    }
}
