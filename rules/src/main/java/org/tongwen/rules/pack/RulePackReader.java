package org.tongwen.rules.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tongwen.rules.identifier.Countries;
import org.tongwen.rules.identifier.Currencies;
import org.tongwen.rules.yaml.Yaml;
import org.tongwen.rules.yaml.YamlReader;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/**
 * Reads a pack: {@code pack.yaml} names it and its files, each of which holds rules for one or several messages. Conditions may name the
 * lists of {@code pack.yaml}, those of their own file, and {@code CURRENCIES} and {@code COUNTRIES}.
 */
final class RulePackReader {

    private static final String HEAD = "pack.yaml";

    private final Function<String, Optional<byte[]>> files;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, String> bases = new HashMap<>();

    private RulePackReader(Function<String, Optional<byte[]>> files) {
        this.files = files;
    }

    /** Reads a pack, given what gives the content of each of its files. */
    static Checked<RulePack> read(Function<String, Optional<byte[]>> files) {
        return new RulePackReader(files).read();
    }

    private Checked<RulePack> read() {
        Optional<RuleFields> head = fields(HEAD);
        if (head.isEmpty()) {
            return Checked.none(findings);
        }
        RuleFields pack = head.get();
        pack.allow("pack", "prefix", "title", "source", "files", "lists");
        Map<String, Set<String>> lists =
                lists(pack, Map.of("CURRENCIES", Currencies.all(), "COUNTRIES", Countries.all()));
        String prefix = pack.text("prefix").orElse("rule");
        pack.texts("files").forEach(file -> file(file, prefix + "." + file + ".", lists));
        return Checked.of(
                new RulePack(
                        pack.require("pack"),
                        pack.require("title"),
                        pack.text("source").orElse(""),
                        rules,
                        bases),
                findings);
    }

    private void file(String file, String prefix, Map<String, Set<String>> common) {
        Optional<RuleFields> read = fields(file + ".yaml");
        if (read.isEmpty()) {
            return;
        }
        RuleFields head = read.get();
        head.allow("title", "source", "for", "lists", "bases", "rules");
        head.entries("bases").forEach((type, base) -> bases.put(type, RuleFields.text(base.value())));
        RuleReader reader = new RuleReader(prefix, head.texts("for"), lists(head, common), findings);
        head.entries("rules").forEach((id, entry) -> reader.read(id, entry).ifPresent(rules::add));
    }

    private Map<String, Set<String>> lists(RuleFields fields, Map<String, Set<String>> known) {
        Map<String, Set<String>> lists = new HashMap<>(known);
        fields.entries("lists")
                .forEach((name, entry) -> lists.put(name, new HashSet<>(RuleFields.texts(entry.value()))));
        return lists;
    }

    private Optional<RuleFields> fields(String file) {
        Optional<byte[]> content = files.apply(file);
        if (content.isEmpty()) {
            findings.add(Finding.error("rules.MissingFile", Place.NOWHERE.in(file), "The file is not there"));
            return Optional.empty();
        }
        Checked<Yaml> yaml = YamlReader.read(file, content.get());
        findings.addAll(yaml.findings());
        return yaml.value().flatMap(value -> RuleFields.of(value, findings));
    }
}
