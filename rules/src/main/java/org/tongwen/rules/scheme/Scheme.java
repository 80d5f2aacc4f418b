package org.tongwen.rules.scheme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tongwen.rules.condition.Condition;
import org.tongwen.rules.scheme.ElementRule.Exemption;
import org.tongwen.rules.yaml.Yaml;
import org.tongwen.rules.yaml.YamlReader;

/**
 * A scheme or usage guideline, as far as its element rules are known.
 *
 * @param name its name, that of the folder of its pack
 * @param title its name for people
 * @param rules what it says of elements
 */
public record Scheme(String name, String title, List<ElementRule> rules) {

    private static final List<String> BUILT_IN = List.of("cbpr-plus", "fednow", "sepa-sct");

    /** Copies the rules. */
    public Scheme {
        rules = List.copyOf(rules);
    }

    /** Names of the schemes that come with Tongwen. */
    public static SortedSet<String> names() {
        return new TreeSet<>(BUILT_IN);
    }

    /**
     * The scheme of that name, if it comes with Tongwen.
     *
     * @throws IllegalStateException when its pack is damaged
     */
    public static Optional<Scheme> find(String name) {
        return BUILT_IN.contains(name) ? Optional.of(read(name)) : Optional.empty();
    }

    private static Scheme read(String name) {
        String file = "/packs/" + name + "/elements.yaml";
        try (InputStream stream = Scheme.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is not there");
            }
            Yaml yaml = YamlReader.read(file, stream.readAllBytes())
                    .value()
                    .orElseThrow(() -> new IllegalStateException(file + " cannot be read"));
            return scheme(name, fields(yaml, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DateTimeException e) {
            throw new IllegalStateException(file + " has a wrong date", e);
        }
    }

    private static Yaml.Fields fields(Yaml yaml, String what) {
        if (yaml instanceof Yaml.Fields fields) {
            return fields;
        }
        throw new IllegalStateException(what + " must hold names and values");
    }

    private static Scheme scheme(String name, Yaml.Fields pack) {
        List<ElementRule> rules = new ArrayList<>();
        Optional<Yaml.Entry> elements = pack.entry("elements");
        Map<String, Yaml.Entry> entries =
                elements.map(entry -> fields(entry.value(), name).entries()).orElse(Map.of());
        entries.forEach((id, entry) -> rules.add(rule(id, fields(entry.value(), id))));
        return new Scheme(name, pack.text("title").orElse(name), rules);
    }

    private static ElementRule rule(String id, Yaml.Fields fields) {
        return new ElementRule(
                id,
                words(fields, "messages"),
                words(fields, "forbid"),
                fields.text("within"),
                words(fields, "demand"),
                fields.entry("unless").map(entry -> exemption(id, entry.value())),
                fields.text("words").orElse(""),
                fields.text("confidence").equals(Optional.of("A")),
                fields.text("from").map(LocalDate::parse));
    }

    private static Exemption exemption(String rule, Yaml value) {
        Yaml.Fields fields = fields(value, rule);
        String text = fields.text("if").orElse("");
        Condition condition = Condition.parse(text, Map.of())
                .value()
                .orElseThrow(() -> new IllegalStateException(rule + " has a wrong condition: " + text));
        return new Exemption(fields.text("within"), condition);
    }

    private static List<String> words(Yaml.Fields fields, String key) {
        Optional<Yaml> value = fields.entry(key).map(Yaml.Entry::value);
        return value.filter(Yaml.Items.class::isInstance).stream()
                .flatMap(items -> ((Yaml.Items) items).items().stream())
                .filter(Yaml.Text.class::isInstance)
                .map(text -> ((Yaml.Text) text).text())
                .toList();
    }
}
