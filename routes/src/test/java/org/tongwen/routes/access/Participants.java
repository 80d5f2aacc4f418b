package org.tongwen.routes.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongwen.routes.config.HubConfig;

/** Participants for tests. */
final class Participants {

    private Participants() {}

    static HubConfig.Participant with(String name, HubConfig.Credentials credentials) {
        return of(name, false, credentials, List.of(name + ".*"), List.of(), HubConfig.Limits.NONE);
    }

    static HubConfig.Participant with(String name, HubConfig.Limits limits) {
        return of(name, false, HubConfig.Credentials.NONE, List.of(name + ".*"), List.of(), limits);
    }

    static HubConfig.Participant of(
            String name,
            boolean operator,
            HubConfig.Credentials credentials,
            List<String> mappings,
            List<String> counterparties,
            HubConfig.Limits limits) {
        return new HubConfig.Participant(
                name,
                name,
                operator,
                credentials,
                List.of(),
                mappings,
                counterparties,
                Optional.empty(),
                Map.of(),
                false,
                limits,
                HubConfig.Checks.NONE,
                Optional.empty(),
                Optional.empty());
    }

    static HubConfig.Credentials key(ApiKey key) {
        return new HubConfig.Credentials(List.of(key.hash()), List.of(), List.of(), Optional.empty(), false);
    }

    static HubConfig.Credentials certificate(String fingerprint) {
        return new HubConfig.Credentials(List.of(), List.of(fingerprint), List.of(), Optional.empty(), false);
    }

    static HubConfig.Credentials subject(String subject) {
        return new HubConfig.Credentials(List.of(), List.of(), List.of(subject), Optional.empty(), false);
    }

    static HubConfig.Credentials tokens(String issuer, String subject, String keys) {
        return new HubConfig.Credentials(
                List.of(),
                List.of(),
                List.of(),
                Optional.of(new HubConfig.Tokens(issuer, subject, "tongwen", keys)),
                false);
    }
}
