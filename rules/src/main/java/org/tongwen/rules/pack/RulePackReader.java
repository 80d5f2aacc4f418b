package org.tongwen.rules.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.tongwen.rules.identifier.Countries;
import org.tongwen.rules.identifier.Currencies;
import org.tongwen.rules.yaml.Yaml;
import org.tongwen.rules.yaml.YamlReader;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/**
 * Reads a pack: {@code pack.yaml} names it, its files, for each file the messages that its rules are for, and its releases. Conditions may
 * name the lists of {@code pack.yaml}, those of their own file, and {@code CURRENCIES} and {@code COUNTRIES}.
 */
final class RulePackReader {

    private static final String HEAD = "pack.yaml";
    private static final String FILE = "{file}";

    private final Function<String, Optional<byte[]>> files;
    private final Predicate<List<String>> wanted;
    private final RuleNames names;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, RulePart> parts = new LinkedHashMap<>();
    private final Map<String, byte[]> contents = new LinkedHashMap<>();
    private final Map<String, String> bases = new HashMap<>();

    private RulePackReader(Function<String, Optional<byte[]>> files, Predicate<List<String>> wanted, RuleNames names) {
        this.files = files;
        this.wanted = wanted;
        this.names = names;
    }

    /**
     * Reads a pack.
     *
     * @param files gives the content of each of its files
     * @param wanted whether a file is wanted, given the messages that it is for
     * @param names says which names of messages and elements mean nothing
     */
    static Checked<RulePack> read(
            Function<String, Optional<byte[]>> files, Predicate<List<String>> wanted, RuleNames names) {
        return new RulePackReader(files, wanted, names).read();
    }

    private Checked<RulePack> read() {
        Optional<RuleFields> head = fields(HEAD);
        if (head.isEmpty()) {
            return Checked.none(findings);
        }
        RuleFields pack = head.get();
        pack.allow(
                "pack",
                "prefix",
                "title",
                "source",
                "extends",
                "files",
                "data",
                "lists",
                "bases",
                "releases",
                "ungated",
                "elsewhere");
        String name = pack.require("pack");
        String prefix = pack.text("prefix").orElse("rule");
        Map<String, Set<String>> lists =
                lists(pack, Map.of("CURRENCIES", Currencies.all(), "COUNTRIES", Countries.all()));
        pack.texts("data").forEach(this::content);
        pack.entries("files").values().forEach(file -> names.messages(file.value(), findings));
        bases.putAll(pack.textsByName("bases"));
        pack.entries("files").values().stream()
                .filter(file -> wanted.test(RuleFields.texts(file.value())))
                .forEach(file -> file(name, file.key(), prefix.replace(FILE, file.key()) + ".", lists));
        return Checked.of(
                new RulePack(
                        name,
                        pack.require("title"),
                        pack.text("source").orElse(""),
                        pack.texts("extends"),
                        List.copyOf(parts.values()),
                        releases(pack),
                        bases,
                        pack.textsByName("ungated"),
                        pack.textsByName("elsewhere")),
                findings);
    }

    private void file(String pack, String file, String prefix, Map<String, Set<String>> common) {
        Optional<RuleFields> read = fields(file + ".yaml");
        if (read.isEmpty()) {
            return;
        }
        RuleFields head = read.get();
        head.allow("title", "source", "for", "lists", "bases", "rules");
        head.value("for").ifPresent(messages -> names.messages(messages, findings));
        bases.putAll(head.textsByName("bases"));
        RuleReader reader = new RuleReader(pack, prefix, head.texts("for"), lists(head, common), names, findings);
        List<Rule> rules = new ArrayList<>();
        head.entries("rules").forEach((id, entry) -> reader.read(id, entry).ifPresent(rules::add));
        parts.put(file, new RulePart(file, head.require("title"), rules));
    }

    /** The releases, or one for all time that has all files. */
    private List<RuleRelease> releases(RuleFields pack) {
        List<RuleRelease> releases = new ArrayList<>();
        pack.entries("releases")
                .values()
                .forEach(entry -> RuleFields.of(entry.value(), findings)
                        .ifPresent(fields -> releases.add(release(entry.key(), fields))));
        if (releases.isEmpty()) {
            List<String> all = List.copyOf(parts.keySet());
            releases.add(release("all", Optional.empty(), Optional.empty(), List.of(), all));
        }
        return releases;
    }

    private RuleRelease release(String name, RuleFields fields) {
        fields.allow("from", "until", "messages", "files");
        fields.value("messages").ifPresent(messages -> names.messages(messages, findings));
        checkWindow(fields);
        List<String> named = fields.texts("files");
        named.stream()
                .filter(file -> !parts.containsKey(file))
                .forEach(file -> findings.add(Finding.error(
                        "rules.MissingFile",
                        fields.place(),
                        "The release names a file that the pack has not: " + file)));
        return release(name, fields.date("from"), fields.date("until"), fields.texts("messages"), named);
    }

    private void checkWindow(RuleFields fields) {
        Optional<LocalDate> from = fields.date("from");
        Optional<LocalDate> until = fields.date("until");
        if (from.isPresent() && until.filter(from.get()::isAfter).isPresent()) {
            findings.add(Finding.error("rules.Form", fields.place(), "The release ends before it begins"));
        }
    }

    /** A rule of a later file takes the place of one of the same name in an earlier file. */
    private RuleRelease release(
            String name,
            Optional<LocalDate> from,
            Optional<LocalDate> until,
            List<String> messages,
            List<String> named) {
        Map<String, Rule> rules = new LinkedHashMap<>();
        Digest digest = Digest.of(name, from, until);
        contents.forEach((file, content) -> {
            if (!file.endsWith(".yaml") || file.equals(HEAD) || named.contains(file.replace(".yaml", ""))) {
                digest.add(file, content);
            }
        });
        named.stream()
                .flatMap(file -> Optional.ofNullable(parts.get(file)).stream())
                .flatMap(part -> part.rules().stream())
                .forEach(rule -> rules.put(rule.name(), rule.within(from, until, messages)));
        return new RuleRelease(name, from, until, List.copyOf(rules.values()), digest.hex());
    }

    private Map<String, Set<String>> lists(RuleFields fields, Map<String, Set<String>> known) {
        Map<String, Set<String>> lists = new HashMap<>(known);
        fields.entries("lists")
                .forEach((name, entry) -> lists.put(name, new HashSet<>(RuleFields.texts(entry.value()))));
        return lists;
    }

    private Optional<byte[]> content(String file) {
        Optional<byte[]> content = files.apply(file);
        content.ifPresentOrElse(
                bytes -> contents.put(file, bytes),
                () -> findings.add(
                        Finding.error("rules.MissingFile", Place.NOWHERE.in(file), "The file is not there")));
        return content;
    }

    private Optional<RuleFields> fields(String file) {
        return content(file).flatMap(bytes -> {
            Checked<Yaml> yaml = YamlReader.read(file, bytes);
            findings.addAll(yaml.findings());
            yaml.value().ifPresent(value -> contents.put(file, Digest.canonical(value)));
            return yaml.value().flatMap(value -> RuleFields.of(value, findings));
        });
    }
}
