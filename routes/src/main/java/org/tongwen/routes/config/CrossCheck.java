package org.tongwen.routes.config;

import java.util.Collection;
import java.util.Optional;
import org.tongwen.rules.yaml.Section;
import org.tongwen.rules.yaml.Yaml;
import org.tongwen.xsd.finding.Place;

/** What only several parts of a configuration together make wrong. */
final class CrossCheck {

    private final Source source;
    private final Section root;
    private final HubConfig config;

    CrossCheck(Source source, Section root, HubConfig config) {
        this.source = source;
        this.root = root;
        this.config = config;
    }

    void run() {
        config.listen().host().ifPresent(this::openElsewhere);
        Optional<HubConfig.Tls> tls = config.listen().tls();
        HubConfig.Tls.Clients clients = tls.map(HubConfig.Tls::clients).orElse(HubConfig.Tls.Clients.NONE);
        config.participants().values().forEach(participant -> {
            certificates(participant, clients);
            subjects(participant, tls);
            size(participant);
            reachable(participant);
            screened(participant);
        });
        plain(tls);
        decided();
    }

    private void openElsewhere(String host) {
        config.opensTo(host)
                .ifPresent(name -> source.error(
                        "OpenAddress",
                        place("listen"),
                        "everybody who reaches this address could come in as " + name + ", which needs no credentials",
                        "listen on 127.0.0.1, or give it credentials"));
    }

    private void certificates(HubConfig.Participant participant, HubConfig.Tls.Clients clients) {
        HubConfig.Credentials credentials = participant.credentials();
        boolean byCertificate =
                !credentials.certificates().isEmpty() || !credentials.subjects().isEmpty();
        if (byCertificate && clients == HubConfig.Tls.Clients.NONE) {
            source.error(
                    "IncompleteTls",
                    place(participant),
                    "its certificates are never seen: clients are not asked for them",
                    "listen.tls.clients must be asked or required");
        }
    }

    private void subjects(HubConfig.Participant participant, Optional<HubConfig.Tls> tls) {
        if (!participant.credentials().subjects().isEmpty()
                && tls.flatMap(HubConfig.Tls::trusted).isEmpty()) {
            source.error(
                    "IncompleteTls",
                    place(participant),
                    "a subject is known only by the authority that vouches for it, and none is trusted",
                    "name a file of authorities in listen.tls.trusted");
        }
    }

    private void size(HubConfig.Participant participant) {
        Optional<Integer> most = config.listen().maxBytes();
        if (most.isPresent()
                && participant
                        .limits()
                        .maxBytes()
                        .filter(own -> own > most.get())
                        .isPresent()) {
            source.error(
                    "WrongValue",
                    place(participant),
                    "its max-size is larger than that of the hub, which counts first");
        }
    }

    private void reachable(HubConfig.Participant participant) {
        participant.counterparties().stream()
                .map(config.participants()::get)
                .filter(counterparty ->
                        counterparty != null && counterparty.receives().isEmpty())
                .forEach(counterparty -> source.warning(
                        "NoWayTo",
                        place(participant),
                        "it may send to " + counterparty.name() + ", which receives nothing"));
    }

    private void screened(HubConfig.Participant participant) {
        if (participant.checks().screened() && config.screening().isEmpty()) {
            source.error(
                    "MissingKey",
                    place(participant),
                    "its payments are to be screened, and there is no section screening");
        }
    }

    private void decided() {
        Collection<HubConfig.Participant> all = config.participants().values();
        boolean sent = all.stream().anyMatch(each -> !each.counterparties().isEmpty());
        if (sent && all.stream().noneMatch(HubConfig.Participant::operator)) {
            source.warning(
                    "NoOperator",
                    place("participants"),
                    "nobody can release or repair what is held: no participant is an operator");
        }
    }

    private void plain(Optional<HubConfig.Tls> tls) {
        boolean elsewhere = config.listen()
                .host()
                .filter(host -> !HubConfig.isLoopback(host))
                .isPresent();
        if (elsewhere && tls.isEmpty()) {
            source.warning(
                    "PlainHttp",
                    place("listen"),
                    "without tls everybody on the way can read messages and credentials; only a proxy on this machine makes that good");
        }
    }

    private Place place(String key) {
        return Source.place(root, key);
    }

    private Place place(HubConfig.Participant participant) {
        return Optional.ofNullable(root.entries("participants").get(participant.name()))
                .map(Yaml.Entry::keyPlace)
                .orElse(root.place());
    }
}
