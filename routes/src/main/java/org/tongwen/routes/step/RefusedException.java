package org.tongwen.routes.step;

import java.util.List;
import java.util.Optional;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/**
 * Stops a route because of what stands in the findings. Camel's own means (onException, doCatch) decide what becomes of the message. The
 * exception's text names the ids only, so that no content reaches a log.
 */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    /** Refused because of these findings. */
    public RefusedException(List<Finding> findings) {
        super("refused: " + ids(findings), null, false, false);
        this.findings = List.copyOf(findings);
    }

    /** Refused because of this one finding. */
    public RefusedException(Finding finding) {
        this(List.of(finding));
    }

    /** Refused because of one error without a place: it concerns the document or request as a whole. */
    public RefusedException(String id, String message) {
        this(Finding.error(id, Place.NOWHERE, message));
    }

    /** Why. */
    public List<Finding> findings() {
        return findings;
    }

    /** The refusal in a failure or among its causes: type converters and beans wrap what they throw. */
    public static Optional<RefusedException> in(Throwable failure) {
        for (Optional<Throwable> cause = Optional.of(failure);
                cause.isPresent();
                cause = cause.map(Throwable::getCause)) {
            if (cause.get() instanceof RefusedException refused) {
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }

    private static List<String> ids(List<Finding> findings) {
        return findings.stream().map(Finding::id).distinct().toList();
    }
}
