package org.tongwen.routes.step;

import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.tongwen.routes.observe.Meters;
import org.tongwen.rules.MessageValidator;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.BusinessMessage;

/**
 * The step {@code validate}: lets valid ISO messages pass. The body stays as it is; the header {@link Headers#MESSAGE} may name the message
 * that is expected.
 */
public final class Validate implements Processor {

    private final Validator validator;
    private final Catalogue catalogue;
    private final Meters meters;

    /** Validates by that validator; the catalogue says which messages may be expected. */
    public Validate(Validator validator, Catalogue catalogue, Meters meters) {
        this.validator = validator;
        this.catalogue = catalogue;
        this.meters = meters;
    }

    /** Leaves the verdict; throws {@link RefusedException} when it is that the message is not valid. */
    @Override
    public void process(Exchange exchange) {
        Verdict verdict = verdict(exchange);
        if (!verdict.valid()) {
            throw new RefusedException(verdict.findings());
        }
    }

    /** Leaves the verdict and goes on whatever it is. */
    public Verdict verdict(Exchange exchange) {
        Optional<String> expected = Headers.find(exchange, Headers.MESSAGE);
        expected.ifPresent(this::mustBeKnown);
        Verdict verdict = timed(Bodies.document(exchange), expected);
        exchange.setProperty(Headers.VERDICT, verdict);
        return verdict;
    }

    private void mustBeKnown(String message) {
        if (catalogue.find(message).isPresent()) {
            return;
        }
        List<String> versions = catalogue.versionsLike(message);
        String hint = versions.isEmpty() ? "" : "known versions: " + String.join(", ", versions);
        throw new RefusedException(
                Finding.error("hub.UnknownMessage", Place.NOWHERE, "there is no message of this identifier")
                        .value(message)
                        .hint(hint));
    }

    private Verdict timed(byte[] document, Optional<String> expected) {
        long start = System.nanoTime();
        Verdict verdict = verdict(expected(validator.validate(document), expected));
        meters.validation(verdict.message().orElse("none"), verdict.valid(), System.nanoTime() - start);
        return verdict;
    }

    private static Checked<BusinessMessage> expected(Checked<BusinessMessage> read, Optional<String> message) {
        return message.map(id -> MessageValidator.expect(id, read)).orElse(read);
    }

    private static Verdict verdict(Checked<BusinessMessage> checked) {
        Optional<String> message =
                checked.value().map(found -> found.document().definition().id());
        Optional<String> header = checked.value()
                .flatMap(BusinessMessage::header)
                .map(found -> found.definition().id());
        return new Verdict(message, header, checked.findings());
    }
}
