package org.tongwen.mappings.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Profile;
import org.tongwen.rules.yaml.Yaml;
import org.tongwen.rules.yaml.YamlReader;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Nearest;
import org.tongwen.xsd.finding.Place;

/**
 * What a case's {@code sample.yaml} says. A case without the file starts from the institution's document, has no given values, and obeys
 * the full law.
 *
 * @param first which way the case is translated first
 * @param law what must hold
 * @param reason why a weaker law than the full one is meant; empty for the full one
 * @param origin where the documents come from, such as a published example; empty when nobody says
 * @param given values that the institution's profile supplies
 * @param profile whose rules the messages must keep to, and as of which day
 */
public record Terms(
        Direction first, Law law, String reason, String origin, Map<String, String> given, Profile profile) {

    /** The file's name. */
    public static final String FILE = "sample.yaml";

    static final Terms DEFAULT = new Terms(Direction.TO_ISO, Law.FULL, "", "", Map.of(), Profile.USUAL);
    private static final List<String> KEYS =
            List.of("start", "roundTrip", "reason", "origin", "given", "profile", "as-of");

    /** Copies the given values. */
    public Terms {
        given = Map.copyOf(given);
    }

    /** Reads the file of a case, if there is one. */
    static Checked<Terms> read(Path folder, String document) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Checked.of(DEFAULT, List.of());
        }
        Checked<Yaml> read = YamlReader.read(document, Files.readAllBytes(file));
        List<Finding> findings = new ArrayList<>(read.findings());
        Optional<Yaml.Fields> fields = read.value().flatMap(yaml -> fields(yaml, "a sample.yaml is a map", findings));
        Optional<Terms> terms = fields.map(found -> new Reading(found, findings).terms());
        return Finding.anyError(findings) ? Checked.none(findings) : new Checked<>(terms, findings);
    }

    private static Optional<Yaml.Fields> fields(Yaml yaml, String what, List<Finding> findings) {
        if (yaml instanceof Yaml.Fields fields) {
            return Optional.of(fields);
        }
        findings.add(form(yaml.place(), what));
        return Optional.empty();
    }

    private static Finding form(Place place, String message) {
        return Finding.error("sample.Form", place, message);
    }

    /** Turns the entries into terms. */
    private record Reading(Yaml.Fields fields, List<Finding> findings) {

        Terms terms() {
            fields.entries().values().stream()
                    .filter(entry -> !KEYS.contains(entry.key()))
                    .forEach(this::unknown);
            Law law = law();
            String reason = text("reason");
            if (law != Law.FULL && reason.isBlank()) {
                findings.add(form(fields.place(), "roundTrip: " + law.word() + " needs a reason:"));
            }
            if (law == Law.FULL && !reason.isEmpty()) {
                findings.add(form(fields.place(), "reason: stands beside roundTrip:, and there is none"));
            }
            return new Terms(start(), law, reason, text("origin"), given(), profile());
        }

        private void unknown(Yaml.Entry entry) {
            findings.add(
                    form(entry.keyPlace(), "there is no key " + entry.key() + " here" + Nearest.hint(entry.key(), KEYS))
                            .hint("keys: " + String.join(", ", KEYS)));
        }

        private Direction start() {
            return switch (text("start")) {
                case "", "institution" -> Direction.TO_ISO;
                case "iso" -> Direction.FROM_ISO;
                default -> {
                    findings.add(form(place("start"), "start: is institution or iso"));
                    yield Direction.TO_ISO;
                }
            };
        }

        private Law law() {
            String word = text("roundTrip");
            Optional<Law> law = word.isEmpty() ? Optional.of(Law.FULL) : Law.of(word);
            if (law.isEmpty()) {
                findings.add(form(
                        place("roundTrip"),
                        "roundTrip: is onePass, twoPass or none; leave it out when both directions agree"));
            }
            return law.orElse(Law.FULL);
        }

        private Profile profile() {
            return new Profile(
                    Optional.of(text("profile")).filter(this::isProfile),
                    Optional.of(text("as-of")).filter(day -> !day.isEmpty()).flatMap(this::day));
        }

        private boolean isProfile(String name) {
            boolean known = Profile.names().contains(name);
            if (!known && !name.isEmpty()) {
                findings.add(form(place("profile"), "profile: is one of " + String.join(", ", Profile.names())));
            }
            return known;
        }

        private Optional<LocalDate> day(String text) {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeParseException e) {
                findings.add(form(place("as-of"), "as-of: is a day such as 2026-11-14"));
                return Optional.empty();
            }
        }

        private Map<String, String> given() {
            Map<String, String> values = new LinkedHashMap<>();
            fields.entry("given")
                    .flatMap(entry -> Terms.fields(entry.value(), "given: holds a value for each name", findings))
                    .ifPresent(given -> given.entries().forEach((name, entry) -> values.put(name, text(entry))));
            return values;
        }

        private String text(String key) {
            return fields.entry(key).map(this::text).orElse("");
        }

        private String text(Yaml.Entry entry) {
            if (entry.value() instanceof Yaml.Text text) {
                return text.text();
            }
            findings.add(form(entry.value().place(), entry.key() + ": is one piece of text"));
            return "";
        }

        private Place place(String key) {
            return fields.entry(key).map(entry -> entry.value().place()).orElse(fields.place());
        }
    }

    /** Whether the case begins with a message that somebody else wrote, as far as the author says. */
    public boolean isOfThirdParty() {
        return first == Direction.FROM_ISO && !origin.isBlank();
    }

    /** Names that are given. */
    TreeSet<String> givenNames() {
        return new TreeSet<>(given.keySet());
    }
}
