package org.tongwen.conformance.participant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongwen.conformance.run.Participant;
import org.tongwen.rules.yaml.Section;
import org.tongwen.rules.yaml.Yaml;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** Reads the configuration file of a participant. Files that it names are looked for beside it. */
public final class ConfigReader {

    private static final Set<String> KEYS = Set.of(
            "id",
            "name",
            "plan",
            "roles",
            "endpoints",
            "clock",
            "callback",
            "keys",
            "data",
            "mappings",
            "reasons",
            "limits",
            "waivers");

    private final Path file;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Place> places = new LinkedHashMap<>();

    private ConfigReader(Path file) {
        this.file = file;
    }

    /**
     * Reads a configuration; one with a mistake is none.
     *
     * @throws UncheckedIOException when the file cannot be read
     */
    public static Checked<ParticipantConfig> read(Path file) {
        ConfigReader reader = new ConfigReader(file);
        Optional<ParticipantConfig> config = Section.fields(
                        "conformance", String.valueOf(file.getFileName()), bytes(file), reader.findings)
                .flatMap(reader::config);
        return reader.findings.isEmpty() ? new Checked<>(config, List.of()) : Checked.none(reader.findings);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the configuration " + file + " cannot be read", e);
        }
    }

    private Optional<ParticipantConfig> config(Yaml.Fields fields) {
        places("", fields);
        return config(Section.of("conformance", fields, KEYS, findings));
    }

    /** Notes where each key stands, for findings that only a look at what it names gives. */
    private void places(String around, Yaml.Fields fields) {
        fields.entries().values().forEach(entry -> {
            String key = around + entry.key();
            places.put(key, entry.keyPlace().orIn(String.valueOf(file.getFileName())));
            if (entry.value() instanceof Yaml.Fields inner) {
                places(key + ".", inner);
            }
        });
    }

    private Optional<ParticipantConfig> config(Section config) {
        Optional<String> id = config.text("id").map(Yaml.Text::text);
        String name = config.textOr("name", id.orElse(""));
        List<String> roles = config.texts("roles").stream().map(Yaml.Text::text).toList();
        ParticipantConfig.Endpoints endpoints = config.section(
                        "endpoints", Set.of("messages", "trigger", "observe", "validate", "translate"))
                .map(this::endpoints)
                .orElse(ParticipantConfig.Endpoints.NONE);
        Optional<URI> clock =
                config.section("clock", Set.of("control")).flatMap(section -> address(section, "control"));
        boolean reasons = config.optional("reasons")
                .flatMap(word -> config.word(word, List.of("ids", "none"), each -> each))
                .filter("ids"::equals)
                .isPresent();
        ParticipantConfig read = new ParticipantConfig(
                new Participant(id.orElse(""), name, roles),
                config.textOr("plan", ""),
                endpoints,
                clock,
                callback(config),
                keys(config),
                texts(config, "data"),
                texts(config, "mappings"),
                reasons,
                limits(config),
                path(config, "waivers"),
                places);
        return id.map(known -> read);
    }

    private ParticipantConfig.Endpoints endpoints(Section section) {
        return new ParticipantConfig.Endpoints(
                address(section, "messages"),
                address(section, "trigger"),
                address(section, "observe"),
                address(section, "validate"),
                address(section, "translate"));
    }

    private static ParticipantConfig.Callback callback(Section config) {
        Optional<Section> section = config.section("callback", Set.of("host", "port", "address"));
        ParticipantConfig.Callback local = ParticipantConfig.Callback.LOCAL;
        return section.map(given -> new ParticipantConfig.Callback(
                        given.textOr("host", local.host()), given.number("port", 65_535, 0), address(given, "address")))
                .orElse(local);
    }

    private ParticipantConfig.Keys keys(Section config) {
        Set<String> known =
                Set.of("participant", "suite", "parties", "trust", "client", "client-key", "client-password");
        return config.section("keys", known)
                .map(keys -> new ParticipantConfig.Keys(
                        path(keys, "participant"),
                        path(keys, "suite"),
                        parties(keys),
                        path(keys, "trust"),
                        client(keys)))
                .orElse(ParticipantConfig.Keys.NONE);
    }

    private Map<String, Path> parties(Section keys) {
        Map<String, Path> parties = new LinkedHashMap<>();
        keys.entries("parties").forEach((name, entry) -> {
            if (entry.value() instanceof Yaml.Text text) {
                parties.put(name, path(keys, text));
            } else {
                keys.report("conformance.WrongKind", entry.value().place(), name + " must be a file");
            }
        });
        return parties;
    }

    private Optional<ParticipantConfig.ClientCertificate> client(Section keys) {
        Optional<Path> key = path(keys, "client-key");
        Optional<Path> password = path(keys, "client-password");
        Optional<Path> certificate = path(keys, "client");
        if (certificate.isEmpty() && (key.isPresent() || password.isPresent())) {
            keys.report(
                    "conformance.MissingKey", keys.place(), "the key client is missing, which names the certificate");
        }
        return certificate.map(file -> new ParticipantConfig.ClientCertificate(file, key, password));
    }

    private static ParticipantConfig.Limits limits(Section config) {
        ParticipantConfig.Limits other = ParticipantConfig.Limits.DEFAULT;
        return config.section("limits", Set.of("answer", "patience", "grace", "run"))
                .map(limits -> new ParticipantConfig.Limits(
                        limits.time("answer").orElse(other.answer()),
                        limits.time("patience").orElse(other.patience()),
                        limits.time("grace").orElse(other.grace()),
                        limits.time("run").orElse(other.run())))
                .orElse(other);
    }

    private static Map<String, String> texts(Section config, String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        config.entries(key).forEach((name, entry) -> {
            if (entry.value() instanceof Yaml.Text text) {
                texts.put(name, text.text().strip());
            } else {
                config.report("conformance.WrongKind", entry.value().place(), name + " must be text");
            }
        });
        return texts;
    }

    private Optional<Path> path(Section section, String key) {
        return section.optional(key).map(text -> path(section, text));
    }

    /** A file that must be there. */
    private Path path(Section section, Yaml.Text name) {
        Path path = file.resolveSibling(name.text());
        if (!Files.isRegularFile(path)) {
            section.report("conformance.MissingFile", name.place(), "there is no such file");
        }
        return path;
    }

    private static Optional<URI> address(Section section, String key) {
        Optional<Yaml.Text> text = section.optional(key);
        Optional<URI> address = text.flatMap(each -> address(each.text()));
        if (text.isPresent() && address.isEmpty()) {
            section.report(
                    "conformance.WrongValue",
                    text.get().place(),
                    key + " must be an address such as https://bank.example/iso20022, without query");
        }
        return address;
    }

    private static Optional<URI> address(String text) {
        try {
            URI address = new URI(text.replaceAll("/$", ""));
            boolean good = ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getHost() != null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null
                    && address.getRawUserInfo() == null;
            return good ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
