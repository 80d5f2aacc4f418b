package org.tongwen.routes.step;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.tongwen.mappings.plan.Profile;
import org.tongwen.routes.observe.Meters;
import org.tongwen.rules.MessageValidator;
import org.tongwen.rules.ProfileValidator;
import org.tongwen.rules.pack.RulePacks;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.BusinessMessage;

/**
 * The step {@code validate}: lets valid ISO messages pass. The body stays as it is; the header {@link Headers#MESSAGE} may name the message
 * that is expected, {@link Headers#PROFILE} whose rules it must keep to, and {@link Headers#AS_OF} on which day.
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
        Verdict verdict = timed(Bodies.document(exchange), expected, rules(exchange));
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

    /** Adds to what the validator says what rules say. */
    private interface Rules extends UnaryOperator<ProfileValidator.Result> {}

    private static Rules rules(Exchange exchange) {
        Optional<String> profile = Headers.find(exchange, Headers.PROFILE).filter(name -> !name.equals(Profile.NONE));
        Optional<LocalDate> named = AsOf.of(exchange);
        if (profile.isEmpty() && named.isPresent()) {
            throw new RefusedException(
                    Finding.error("hub.AsOf", Place.NOWHERE, "as-of says nothing without the rules of a profile")
                            .hint("add profile, such as " + String.join(", ", RulePacks.profiles())));
        }
        LocalDate day = named.orElseGet(LocalDate::now);
        return profile.map(name -> rules(known(name), day)).orElse(result -> result);
    }

    private static Rules rules(String profile, LocalDate day) {
        return result -> ProfileValidator.judge(result.message(), profile, day);
    }

    private static String known(String profile) {
        if (RulePacks.profiles().contains(profile)) {
            return profile;
        }
        String message = "there is no such profile; it is one of " + String.join(", ", RulePacks.profiles());
        throw new RefusedException(
                Finding.error("hub.UnknownProfile", Place.NOWHERE, message).value(profile));
    }

    private Verdict timed(byte[] document, Optional<String> expected, Rules rules) {
        long start = System.nanoTime();
        Checked<BusinessMessage> read = expected(validator.validate(document), expected);
        Verdict verdict = verdict(rules.apply(new ProfileValidator.Result(read, Optional.empty())));
        meters.validation(verdict.message().orElse("none"), verdict.valid(), System.nanoTime() - start);
        return verdict;
    }

    private static Checked<BusinessMessage> expected(Checked<BusinessMessage> read, Optional<String> message) {
        return message.map(id -> MessageValidator.expect(id, read)).orElse(read);
    }

    private static Verdict verdict(ProfileValidator.Result result) {
        Checked<BusinessMessage> checked = result.message();
        Optional<String> message =
                checked.value().map(found -> found.document().definition().id());
        Optional<String> header = checked.value()
                .flatMap(BusinessMessage::header)
                .map(found -> found.definition().id());
        return new Verdict(message, header, checked.findings(), result.rules(), checked.value());
    }
}
