package org.tongwen.routes.step;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** The day whose rules count, as the header {@link Headers#AS_OF} names it. */
final class AsOf {

    private AsOf() {}

    /** The day, if one is named; what is no day is refused. */
    static Optional<LocalDate> of(Exchange exchange) {
        return Headers.find(exchange, Headers.AS_OF).map(AsOf::day);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            String message = "as-of is a day such as 2026-11-14";
            throw new RefusedException(
                    Finding.error("hub.AsOf", Place.NOWHERE, message).value(text));
        }
    }
}
