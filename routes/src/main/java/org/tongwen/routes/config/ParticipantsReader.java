package org.tongwen.routes.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.tongwen.rules.yaml.Section;
import org.tongwen.rules.yaml.Yaml;
import org.tongwen.xsd.finding.Place;

/** Reads the section {@code participants}. */
final class ParticipantsReader {

    private static final Set<String> KEYS = Set.of(
            "title",
            "operator",
            "credentials",
            "agents",
            "mappings",
            "counterparties",
            "profile",
            "given",
            "assign-uetr",
            "limits",
            "checks",
            "signature",
            "receives");

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");
    private static final Pattern AGENT = Pattern.compile("[A-Za-z0-9/.:-]{1,35}");
    private static final String EVERY = "*";

    /** Under this name the journal holds what the hub does by itself. */
    private static final Set<String> RESERVED = Set.of("hub");

    private final Source source;
    private final Owners owners;
    private Set<String> names = Set.of();

    ParticipantsReader(Source source) {
        this.source = source;
        this.owners = new Owners(source);
    }

    Map<String, HubConfig.Participant> read(Section root) {
        Map<String, HubConfig.Participant> participants = new LinkedHashMap<>();
        Map<String, Yaml.Entry> entries = root.entries("participants");
        names = entries.keySet();
        if (entries.isEmpty()) {
            source.error("MissingKey", root.place(), "there must be participants");
        }
        entries.forEach((name, entry) -> {
            mustBeName(entry);
            if (entry.value() instanceof Yaml.Fields fields) {
                Section section = Section.of(Source.FAMILY, fields, KEYS, source.findings());
                participants.put(name, participant(name, section, entry.keyPlace()));
            } else {
                source.error("WrongKind", entry.value().place(), name + " must hold keys and values");
            }
        });
        return participants;
    }

    private void mustBeName(Yaml.Entry entry) {
        if (!NAME.matcher(entry.key()).matches() || RESERVED.contains(entry.key())) {
            source.error(
                    "WrongName",
                    entry.keyPlace(),
                    "the name of a participant has small letters, digits, dots and dashes, 64 at most, and is not 'hub'");
        }
    }

    private HubConfig.Participant participant(String name, Section section, Place place) {
        List<String> mappings = mappings(section);
        HubConfig.Participant participant = new HubConfig.Participant(
                name,
                section.textOr("title", name),
                section.yes("operator"),
                new CredentialsReader(source, owners, name).read(section),
                agents(section, name),
                mappings,
                counterparties(section),
                profile(section),
                given(section, mappings),
                section.yes("assign-uetr"),
                limits(section),
                new ChecksReader(source).read(section),
                signature(section),
                new ReceivesReader(source).read(section));
        mustMakeSense(participant, section, place);
        return participant;
    }

    private void mustMakeSense(HubConfig.Participant participant, Section section, Place place) {
        if (participant.credentials().equals(HubConfig.Credentials.NONE)
                && (participant.operator() || !participant.mappings().isEmpty())) {
            source.warning("NoCredentials", place, "nobody can come in under this name: it has no credentials");
        }
        if (participant.operator() && (section.has("mappings") || section.has("counterparties"))) {
            source.error(
                    "OperatorSends",
                    Source.place(section, section.has("mappings") ? "mappings" : "counterparties"),
                    "an operator sends nothing",
                    "make two participants of it, so that nobody releases what he sent");
        }
        if (!participant.counterparties().isEmpty() && participant.mappings().isEmpty()) {
            source.warning(
                    "NoMapping",
                    Source.place(section, "counterparties"),
                    "without a mapping it can send nothing to them");
        }
    }

    private List<String> agents(Section section, String name) {
        List<Yaml.Text> agents = section.textOrTexts("agents");
        agents.forEach(agent -> {
            if (AGENT.matcher(agent.text()).matches()) {
                String branch = agent.text().length() == 11 && agent.text().endsWith("XXX")
                        ? agent.text().substring(0, 8)
                        : agent.text();
                owners.claim("SharedAgent", "the identifier", branch, name, agent.place());
            } else {
                source.error(
                        "WrongValue", agent.place(), "an agent is a BIC or another identifier, 35 characters at most");
            }
        });
        return agents.stream().map(Yaml.Text::text).toList();
    }

    private List<String> mappings(Section section) {
        List<Yaml.Text> patterns = section.textOrTexts("mappings");
        patterns.forEach(
                pattern -> mustNameSome(pattern, source.known().ways(), "UnknownMapping", "there is no such mapping"));
        return patterns.stream().map(Yaml.Text::text).toList();
    }

    private List<String> counterparties(Section section) {
        List<Yaml.Text> patterns = section.textOrTexts("counterparties");
        patterns.forEach(
                pattern -> mustNameSome(pattern, names, "UnknownCounterparty", "there is no such participant"));
        return patterns.stream().map(Yaml.Text::text).toList();
    }

    private void mustNameSome(Yaml.Text pattern, Set<String> known, String id, String message) {
        if (pattern.text().indexOf('*') >= 0
                && pattern.text().indexOf('*') < pattern.text().length() - 1) {
            source.error("WrongValue", pattern.place(), "a star may stand only at the end");
        } else if (known.stream().noneMatch(name -> HubConfig.Participant.fits(name, pattern.text()))) {
            source.unknown(id, pattern, message, known);
        }
    }

    private Optional<String> profile(Section section) {
        Optional<Yaml.Text> profile = section.optional("profile");
        profile.filter(name -> !source.known().profiles().contains(name.text()))
                .ifPresent(name -> source.unknown(
                        "UnknownProfile",
                        name,
                        "there is no such profile",
                        source.known().profiles()));
        return profile.map(Yaml.Text::text);
    }

    private Map<String, String> given(Section section, List<String> mappings) {
        Set<String> wanted = new TreeSet<>();
        source.known().mappings().forEach((mapping, names) -> {
            if (mappings.stream().anyMatch(pattern -> HubConfig.Participant.fits(mapping, pattern))) {
                wanted.addAll(names);
            }
        });
        Map<String, String> given = new LinkedHashMap<>();
        section.entries("given").forEach((name, entry) -> {
            if (!(entry.value() instanceof Yaml.Text text)) {
                source.error("WrongKind", entry.value().place(), name + " must be text");
                return;
            }
            if (!wanted.contains(name)) {
                source.unknown(
                        "UnknownGiven",
                        new Yaml.Text(name, false, entry.keyPlace()),
                        "none of its mappings takes such a value",
                        wanted);
            }
            given.put(name, text.text());
        });
        return given;
    }

    private static HubConfig.Limits limits(Section section) {
        HubConfig.Limits none = HubConfig.Limits.NONE;
        return section.section("limits", Set.of("max-size", "rate", "burst", "concurrent"))
                .map(limits -> {
                    Optional<Double> rate = limits.parsed("rate", Amounts.RATE_FORM, Amounts::rate);
                    int burst = rate.map(each -> (int) Math.ceil(each)).orElse(none.burst());
                    return new HubConfig.Limits(
                            limits.parsed("max-size", Amounts.SIZE_FORM, Amounts::size),
                            rate.orElse(none.perSecond()),
                            limits.number("burst", 1_000_000, burst),
                            limits.number("concurrent", 1_000_000, none.concurrent()));
                })
                .orElse(none);
    }

    private Optional<HubConfig.Signature> signature(Section section) {
        return section.section("signature", Set.of("keys", "required")).flatMap(signature -> {
            if (!signature.has("keys")) {
                source.error("MissingKey", signature.place(), "the key keys is missing");
            }
            return new KeyFiles(source)
                    .verification(signature, "keys")
                    .map(keys ->
                            new HubConfig.Signature(keys, !signature.has("required") || signature.yes("required")));
        });
    }
}
