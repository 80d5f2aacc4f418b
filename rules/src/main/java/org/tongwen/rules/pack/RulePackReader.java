package org.tongwen.rules.pack;

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
 * Reads a pack: {@code pack.yaml} names it and its files, and for each file the messages that its rules are for. Conditions may name the
 * lists of {@code pack.yaml}, those of their own file, and {@code CURRENCIES} and {@code COUNTRIES}.
 */
final class RulePackReader {

    private static final String HEAD = "pack.yaml";

    private final Function<String, Optional<byte[]>> files;
    private final Predicate<List<String>> wanted;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, String> titles = new LinkedHashMap<>();
    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, String> bases = new HashMap<>();

    private RulePackReader(Function<String, Optional<byte[]>> files, Predicate<List<String>> wanted) {
        this.files = files;
        this.wanted = wanted;
    }

    /**
     * Reads a pack.
     *
     * @param files gives the content of each of its files
     * @param wanted whether a file is wanted, given the messages that it is for
     */
    static Checked<RulePack> read(Function<String, Optional<byte[]>> files, Predicate<List<String>> wanted) {
        return new RulePackReader(files, wanted).read();
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
        pack.entries("files").values().stream()
                .filter(file -> wanted.test(RuleFields.texts(file.value())))
                .forEach(file -> file(file.key(), prefix + "." + file.key(), lists));
        return Checked.of(
                new RulePack(
                        pack.require("pack"),
                        pack.require("title"),
                        pack.text("source").orElse(""),
                        titles,
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
        titles.put(prefix, head.require("title"));
        head.entries("bases").forEach((type, base) -> bases.put(type, RuleFields.text(base.value())));
        RuleReader reader = new RuleReader(prefix + ".", head.texts("for"), lists(head, common), findings);
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
