package org.tongwen.routes.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tongwen.rules.yaml.Section;

/** Reads sections {@code tls}. */
final class TlsReader {

    private final Source source;

    TlsReader(Source source) {
        this.source = source;
    }

    /** How the hub shows itself to those who come. */
    Optional<HubConfig.Tls> server(Section parent) {
        return parent.section("tls", Set.of("certificate", "key", "trusted", RevocationsReader.KEY, "clients"))
                .map(tls -> {
                    mustHave(tls, "certificate");
                    mustHave(tls, "key");
                    return tls(tls, clients(tls));
                });
    }

    /** How the hub reaches somebody. */
    Optional<HubConfig.Tls> client(Section parent) {
        return parent.section("tls", Set.of("certificate", "key", "trusted")).map(tls -> {
            if (tls.has("certificate") != tls.has("key")) {
                mustHave(tls, "certificate");
                mustHave(tls, "key");
            }
            return tls(tls, HubConfig.Tls.Clients.NONE);
        });
    }

    private void mustHave(Section tls, String key) {
        if (!tls.has(key)) {
            source.error("IncompleteTls", tls.place(), "the key " + key + " is missing");
        }
    }

    private static HubConfig.Tls.Clients clients(Section tls) {
        return tls.optional("clients")
                .flatMap(word -> tls.word(
                        word,
                        HubConfig.Tls.Clients.values(),
                        each -> each.name().toLowerCase(Locale.ROOT)))
                .orElse(HubConfig.Tls.Clients.NONE);
    }

    private HubConfig.Tls tls(Section section, HubConfig.Tls.Clients clients) {
        Optional<Path> trusted = source.certificates(section, "trusted");
        HubConfig.Tls tls = new HubConfig.Tls(
                source.certificates(section, "certificate"),
                source.privateKey(section, "key"),
                trusted,
                new RevocationsReader(source, section, trusted).read(),
                clients);
        if (tls.certificate().isPresent() && tls.key().isPresent()) {
            mustFit(tls.certificate().get(), tls.key().get(), section);
        }
        return tls;
    }

    private void mustFit(Path certificate, Path key, Section section) {
        try {
            if (!Pem.isPair(Pem.certificates(certificate).get(0).getPublicKey(), Pem.privateKey(key))) {
                source.error(
                        "KeyMismatch",
                        Source.place(section, "key"),
                        "the key does not belong to the first certificate of the file certificate");
            }
        } catch (IOException e) {
            // Found already, where the file is named.
        }
    }
}
