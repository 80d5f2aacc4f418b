package org.tongwen.app;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongwen.conformance.participant.LocalParticipant;
import org.tongwen.conformance.participant.ParticipantConfig;
import org.tongwen.conformance.participant.SigningKeys;
import org.tongwen.conformance.plan.Plan;
import org.tongwen.conformance.run.Participant;
import org.tongwen.mappings.Mappings;
import org.tongwen.routes.Hub;
import org.tongwen.routes.HubOptions;
import org.tongwen.routes.config.HubConfig;
import org.tongwen.routes.serving.ServedMappings;
import org.tongwen.rules.MessageValidator;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.Limits;

/**
 * Our own hub as a participant: started in this process for a run, and met over HTTP like any other.
 *
 * @param plan the plan that it is to pass; messages are judged by its profile
 * @param asOf the day whose rules count
 */
record LocalHub(Plan plan, LocalDate asOf) implements LocalParticipant {

    /** The mappings by which it translates what plans call by their own names. */
    private static final Map<String, String> MAPPINGS = Map.of("mt103", "swift.mt103", "wallet", "wallet.transfer");

    @Override
    public Running start(Suite suite) {
        Catalogue catalogue = Catalogue.builtIn();
        Checked<Mappings> mappings = Mappings.builtIn(catalogue);
        MessageValidator validator = new MessageValidator(catalogue, Limits.DEFAULT);
        TemporaryFolder data = TemporaryFolder.create("tongwen-hub");
        Hub hub = Hub.start(
                HubOptions.of(HubConfig.local(data.path(), "127.0.0.1")).port(0),
                ServedMappings.fixed(mappings.value().orElseThrow(), Instant.now()),
                catalogue,
                validator::validate);
        URI base = URI.create("http://127.0.0.1:" + hub.port().orElseThrow());
        // The hub signs nothing: this key fits no message, so that a plan with signatures fails it.
        return new Running(config(base), SigningKeys.create().getPublic(), () -> {
            hub.close();
            data.close();
        });
    }

    /** A plan without profile speaks of definitions alone, and the hub also names what the standard's rules find: verdicts count then. */
    private ParticipantConfig config(URI base) {
        boolean reasons = !plan.profile().isEmpty();
        return new ParticipantConfig(
                new Participant("tongwen-hub", "Tongwen hub", List.of()),
                plan.id(),
                endpoints(base),
                Optional.empty(),
                ParticipantConfig.Callback.LOCAL,
                ParticipantConfig.Keys.NONE,
                Map.of(),
                MAPPINGS,
                reasons,
                ParticipantConfig.Limits.DEFAULT,
                Optional.empty(),
                Map.of());
    }

    private ParticipantConfig.Endpoints endpoints(URI base) {
        String rules = plan.profile().isEmpty() ? "" : "?profile=" + plan.profile() + "&as-of=" + asOf;
        return new ParticipantConfig.Endpoints(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(base.resolve("/validations" + rules)),
                Optional.of(base.resolve("/translations")));
    }
}
