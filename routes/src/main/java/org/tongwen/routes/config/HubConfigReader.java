package org.tongwen.routes.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tongwen.rules.yaml.Section;
import org.tongwen.rules.yaml.Yaml;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;

/** Reads the configuration of a hub. Every mistake is a finding; with an error among them there is no configuration. */
public final class HubConfigReader {

    private static final Set<String> KEYS =
            Set.of("node", "listen", "store", "participants", "delivery", "screening", "conversations", "observe");

    private static final Pattern NODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final String NODE_FORM = "a name of letters, digits, dots, dashes and underscores, 64 at most";
    private static final int MOST_CONNECTIONS = 100_000;
    private static final String PER_ADDRESS = "connections-per-address";

    private final Source source;

    private HubConfigReader(Source source) {
        this.source = source;
    }

    /**
     * Reads a file.
     *
     * @param known which mappings and profiles there are
     * @throws UncheckedIOException when the file cannot be read
     */
    public static Checked<HubConfig> read(Path file, Known known) {
        return read(file, known, System.getenv(), Clock.systemUTC());
    }

    static Checked<HubConfig> read(Path file, Known known, Map<String, String> environment, Clock clock) {
        Source source = new Source(file, known, environment, clock);
        Optional<HubConfig> config = Section.read(
                        Source.FAMILY, String.valueOf(file.getFileName()), bytes(file), KEYS, source.findings())
                .map(new HubConfigReader(source)::config);
        List<Finding> findings = source.findings().stream().sorted().distinct().toList();
        return Finding.anyError(findings) ? Checked.none(findings) : new Checked<>(config, findings);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the configuration " + file + " cannot be read", e);
        }
    }

    private HubConfig config(Section root) {
        HubConfig.Listen listen = listen(root);
        HubConfig.Store store = store(root);
        Map<String, HubConfig.Participant> participants = new ParticipantsReader(source).read(root);
        HubConfig config = new HubConfig(
                node(root, store),
                listen,
                store,
                participants,
                delivery(root),
                screening(root),
                conversations(root),
                observe(root));
        new CrossCheck(source, root, config).run();
        return config;
    }

    private String node(Section root, HubConfig.Store store) {
        Optional<Yaml> value = root.value("node");
        if (value.isPresent() && value.get() instanceof Yaml.Fields) {
            return nodeOfEnvironment(value.get()).orElse("");
        }
        if (value.isEmpty() && store instanceof HubConfig.Store.Postgres) {
            source.error(
                    "MissingKey",
                    root.place(),
                    "the key node is missing",
                    "hubs that share a database need different names; {env: HOSTNAME} gives each that of its machine");
        }
        return root.parsed("node", NODE_FORM, HubConfigReader::name).orElse("hub");
    }

    /** The environment gives a name that no secret is; it must be one. */
    private Optional<String> nodeOfEnvironment(Yaml value) {
        Optional<String> name = source.secret("node", value)
                .filter(Secret.InEnvironment.class::isInstance)
                .flatMap(secret -> source.environment(((Secret.InEnvironment) secret).variable()))
                .flatMap(HubConfigReader::name);
        if (name.isEmpty()) {
            source.error("WrongValue", value.place(), "node must be " + NODE_FORM);
        }
        return name;
    }

    private static Optional<String> name(String text) {
        return Optional.of(text).filter(name -> NODE.matcher(name).matches());
    }

    private HubConfig.Listen listen(Section root) {
        Optional<Section> section =
                root.section("listen", Set.of("host", "port", "max-size", "connections", PER_ADDRESS, "tls"));
        return section.map(listen -> new HubConfig.Listen(
                        listen.optional("host").map(Yaml.Text::text),
                        listen.parsed("port", "a whole number from 0 to 65535", text -> Amounts.whole(text, 0, 65_535)),
                        listen.parsed("max-size", Amounts.SIZE_FORM, Amounts::size),
                        new TlsReader(source).server(listen),
                        listen.number("connections", MOST_CONNECTIONS, HubConfig.Listen.DEFAULT.connections()),
                        perAddress(listen)))
                .orElse(HubConfig.Listen.DEFAULT);
    }

    private static Optional<Integer> perAddress(Section listen) {
        return listen.parsed(
                PER_ADDRESS,
                "a whole number from 1 to " + MOST_CONNECTIONS,
                text -> Amounts.whole(text, 1, MOST_CONNECTIONS));
    }

    private HubConfig.Store store(Section root) {
        Path usual = source.resolve("tongwen-data");
        Optional<Section> section = root.section("store", Set.of("file", "keys", "postgres", "user", "password"));
        if (section.isEmpty()) {
            return HubConfig.Store.in(usual);
        }
        Section store = section.get();
        if (store.has("postgres")) {
            return postgres(store);
        }
        Optional<Yaml> stray = store.value("user").or(() -> store.value("password"));
        stray.ifPresent(value -> source.error(
                "WrongValue", value.place(), "a file needs no user or password", "they belong to postgres"));
        Path file = source.path(store, "file").orElse(usual.resolve("journal"));
        return new HubConfig.Store.Embedded(file, source.path(store, "keys").orElse(file.resolveSibling("keys.json")));
    }

    private HubConfig.Store postgres(Section store) {
        if (store.has("file")) {
            source.error("WrongValue", Source.place(store, "file"), "the store is either a file or a database");
        }
        if (!store.has("keys")) {
            source.error("MissingKey", store.place(), "the key keys is missing");
        }
        String url = store.parsed(
                        "postgres",
                        "an address such as jdbc:postgresql://db.internal/tongwen, without user and password",
                        HubConfigReader::postgresUrl)
                .orElse("");
        return new HubConfig.Store.Postgres(
                url,
                store.text("user").map(Yaml.Text::text).orElse(""),
                source.secret(store, "password"),
                source.path(store, "keys").orElse(source.resolve("keys.json")));
    }

    private static Optional<String> postgresUrl(String text) {
        boolean secret = text.contains("password=") || text.contains("user=") || text.contains("@");
        return text.startsWith("jdbc:postgresql://") && !secret ? Optional.of(text) : Optional.empty();
    }

    private HubConfig.DeliveryPolicy delivery(Section root) {
        HubConfig.DeliveryPolicy usual = HubConfig.DeliveryPolicy.DEFAULT;
        Optional<Section> section = root.section(
                "delivery", Set.of("first", "factor", "ceiling", "jitter", "give-up-after", "timeout", "workers"));
        if (section.isEmpty()) {
            return usual;
        }
        Section delivery = section.get();
        HubConfig.DeliveryPolicy policy = new HubConfig.DeliveryPolicy(
                time(delivery, "first", Duration.ofHours(1)).orElse(usual.first()),
                number(delivery, "factor", 1, 10).orElse(usual.factor()),
                time(delivery, "ceiling", Duration.ofDays(1)).orElse(usual.ceiling()),
                number(delivery, "jitter", 0, 1).orElse(usual.jitter()),
                time(delivery, "give-up-after", Duration.ofDays(30)).orElse(usual.giveUpAfter()),
                time(delivery, "timeout", Duration.ofMinutes(10)).orElse(usual.timeout()),
                delivery.number("workers", 1_000, usual.workers()));
        inOrder(delivery, "first", policy.first(), "ceiling", policy.ceiling());
        inOrder(delivery, "ceiling", policy.ceiling(), "give-up-after", policy.giveUpAfter());
        return policy;
    }

    private void inOrder(Section section, String shorter, Duration one, String longer, Duration other) {
        if (one.compareTo(other) > 0) {
            source.error(
                    "WrongValue",
                    Source.place(section, section.has(shorter) ? shorter : longer),
                    shorter + " must not be longer than " + longer);
        }
    }

    private Optional<HubConfig.Screening> screening(Section root) {
        return root.section("screening", Set.of("url", "timeout", "when-away", "bearer", "tls"))
                .map(screening -> new HubConfig.Screening(
                        screening
                                .text("url")
                                .flatMap(text -> Addresses.http(screening, "url", text))
                                .orElse(""),
                        time(screening, "timeout", Duration.ofMinutes(1)).orElse(Duration.ofSeconds(2)),
                        screening
                                .optional("when-away")
                                .flatMap(word -> screening.word(word, new String[] {"hold", "release"}, each -> each))
                                .filter("release"::equals)
                                .isPresent(),
                        source.secret(screening, "bearer"),
                        new TlsReader(source).client(screening)));
    }

    private HubConfig.Conversations conversations(Section root) {
        HubConfig.Conversations usual = HubConfig.Conversations.DEFAULT;
        return root.section("conversations", Set.of("ask-after", "asks", "late-after"))
                .map(section -> new HubConfig.Conversations(
                        time(section, "ask-after", Duration.ofDays(30)).orElse(usual.askAfter()),
                        section.parsed("asks", "a whole number from 0 to 100", text -> Amounts.whole(text, 0, 100))
                                .orElse(usual.asks()),
                        time(section, "late-after", Duration.ofDays(365)).orElse(usual.lateAfter())))
                .orElse(usual);
    }

    private HubConfig.Observe observe(Section root) {
        HubConfig.Observe usual = HubConfig.Observe.DEFAULT;
        return root.section("observe", Set.of("open", "json-log", "traces"))
                .map(section -> new HubConfig.Observe(
                        section.has("open") ? section.yes("open") : usual.open(),
                        section.has("json-log") ? section.yes("json-log") : usual.jsonLog(),
                        section.optional("traces").flatMap(text -> Addresses.http(section, "traces", text))))
                .orElse(usual);
    }

    /** A time of at least a millisecond and no longer than the longest. */
    private static Optional<Duration> time(Section section, String key, Duration longest) {
        return Amounts.time(section, key, longest);
    }

    private static Optional<Double> number(Section section, String key, int least, int most) {
        return section.parsed(key, "a number from " + least + " to " + most, text -> Amounts.number(text, least, most));
    }
}
