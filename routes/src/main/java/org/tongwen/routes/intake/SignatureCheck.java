package org.tongwen.routes.intake;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.tongwen.routes.access.BodySignatures;
import org.tongwen.routes.config.HubConfig.Participant;
import org.tongwen.routes.step.Headers;
import org.tongwen.routes.step.RefusedException;

/** The step {@code signature}: refuses what is not signed as its sender's configuration says. */
public final class SignatureCheck implements Processor {

    /** The header or property with a signature that came beside a body. */
    public static final String SIGNATURE = "TongwenSignature";

    private final Map<String, BodySignatures> signatures = new HashMap<>();

    /**
     * Checks the signatures of those of whom the configuration has keys.
     *
     * @throws IOException when keys cannot be read
     */
    public SignatureCheck(Map<String, Participant> participants) throws IOException {
        for (Participant participant : participants.values()) {
            if (participant.signature().isPresent()) {
                signatures.put(
                        participant.name(),
                        BodySignatures.of(participant.signature().get()));
            }
        }
    }

    @Override
    public void process(Exchange exchange) {
        Intake intake = Intake.of(exchange);
        BodySignatures expected = signatures.get(intake.participant().name());
        if (expected != null) {
            String header = Headers.find(exchange, SIGNATURE).orElse("");
            expected.fault(header, intake.source(), IsoText.is(intake.source())).ifPresent(fault -> {
                throw new RefusedException(fault);
            });
        }
    }
}
