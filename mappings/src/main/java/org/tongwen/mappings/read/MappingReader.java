package org.tongwen.mappings.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tongwen.mappings.read.MappingFile.Checking;
import org.tongwen.mappings.read.MappingFile.Choice;
import org.tongwen.mappings.read.MappingFile.Content;
import org.tongwen.mappings.read.MappingFile.Element;
import org.tongwen.mappings.read.MappingFile.Elements;
import org.tongwen.mappings.read.MappingFile.Group;
import org.tongwen.mappings.read.MappingFile.Policy;
import org.tongwen.mappings.read.MappingFile.Shape;
import org.tongwen.mappings.read.MappingFile.Split;
import org.tongwen.mappings.read.MappingFile.Stylesheet;
import org.tongwen.mappings.read.MappingFile.When;
import org.tongwen.mappings.read.MappingFile.Word;
import org.tongwen.rules.yaml.Yaml;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.finding.Severity;

/** Reads mapping files and lists every mistake of form with its place. */
public final class MappingReader {

    private static final String RECALL = "recall";

    /** The words of a file's head. */
    public static final Set<String> HEAD = Set.of(
            "mapping",
            "extends",
            "title",
            "iso",
            "header",
            "source",
            "given",
            "codes",
            "no-home",
            "no-field",
            "refuse",
            "carry",
            RECALL,
            "sensitive",
            "back",
            "policy",
            "scheme",
            "accept",
            "note");

    private static final String IF_SOURCE = "if-source";
    private static final String IF_ISO = "if-iso";

    /** The words that may stand beside the elements of a group. */
    public static final Set<String> STRUCTURE = Set.of(
            "use",
            "each",
            "group-by",
            "at",
            "choose",
            "cases",
            IF_SOURCE,
            IF_ISO,
            "split",
            "as",
            "xslt",
            "reads",
            "one-way",
            "note");

    private static final String KEEP_DEFAULT = "keep-default";
    private static final String CHARSET = "charset";
    private static final Set<String> POLICIES =
            Set.of("unread-source", "unread-iso", "formula-differs", "undeclared-loss", CHARSET, KEEP_DEFAULT);

    /** The sets that {@code charset} in the policy takes. */
    public static final List<String> CHARSETS = List.of("any", "swift-x", "swift-z", "cbpr", "sepa");

    private static final int MAX_DEPTH = 60;
    private static final String ISO = "iso";
    private static final String VALUE = "value";
    private static final String VARIABLE = "[A-Za-z_][A-Za-z0-9_.-]*";

    private final List<Finding> findings = new ArrayList<>();

    private final Assembly.Files files;

    private MappingReader(Assembly.Files files) {
        this.files = files;
    }

    /** Words of the language: those of the head, or those that stand in groups. */
    public static Set<String> words(boolean head) {
        return head ? HEAD : STRUCTURE;
    }

    /**
     * Reads a mapping file.
     *
     * @param whole its content, with all that it extends and uses
     * @param files opens the code tables beside it
     */
    public static Checked<MappingFile> read(Yaml whole, Assembly.Files files) {
        MappingReader reader = new MappingReader(files);
        Optional<MappingFile> file = reader.file(whole);
        return new Checked<>(file, reader.findings);
    }

    private Optional<MappingFile> file(Yaml root) {
        if (!(root instanceof Yaml.Fields fields)) {
            report("mapping.Form", root.place(), "a mapping file begins with its head, such as mapping: bank.transfer");
            return Optional.empty();
        }
        return Optional.of(new MappingFile(
                required(fields, "mapping"),
                fields.text("title").orElse(""),
                required(fields, "iso"),
                optional(fields, "header").orElse(new Word("head.001.001.02", fields.place())),
                section(fields, "source").map(this::words).orElse(Map.of()),
                given(fields),
                onDemand(fields),
                section(fields, "codes")
                        .map(new CodeTables(files, findings)::read)
                        .orElse(Map.of()),
                section(fields, "no-home").map(this::words).orElse(Map.of()),
                section(fields, "no-field").map(this::words).orElse(Map.of()),
                section(fields, "refuse").map(this::words).orElse(Map.of()),
                texts(fields, "carry"),
                named(fields, RECALL),
                recallBy(fields),
                texts(fields, "sensitive"),
                section(fields, "back").map(this::backs).orElse(Map.of()),
                section(fields, "back").map(this::backConditions).orElse(Map.of()),
                section(fields, "policy").map(this::policy).orElse(Policy.DEFAULT),
                new Checking(texts(fields, "scheme"), accepted(fields)),
                elements(fields, HEAD, 0),
                fields.place()));
    }

    private Word required(Yaml.Fields fields, String key) {
        return optional(fields, key).orElseGet(() -> {
            report("mapping.Form", fields.place(), "the head needs " + key);
            return new Word("", fields.place());
        });
    }

    private Optional<Word> optional(Yaml.Fields fields, String key) {
        return fields.entry(key).flatMap(entry -> word(entry.value(), key));
    }

    private Optional<Word> word(Yaml value, String key) {
        if (value instanceof Yaml.Text text) {
            return Optional.of(new Word(text.text(), text.place()));
        }
        report("mapping.Form", value.place(), key + " must be text");
        return Optional.empty();
    }

    private Optional<Yaml.Fields> section(Yaml.Fields fields, String key) {
        Optional<Yaml> value = fields.entry(key).map(Yaml.Entry::value);
        if (value.isPresent() && !(value.get() instanceof Yaml.Fields)) {
            report("mapping.Form", value.get().place(), key + " must hold names and values");
        }
        return value.filter(Yaml.Fields.class::isInstance).map(Yaml.Fields.class::cast);
    }

    private Map<String, Word> words(Yaml.Fields fields) {
        Map<String, Word> words = new LinkedHashMap<>();
        fields.entries()
                .forEach((key, entry) -> word(entry.value(), key)
                        .ifPresent(word -> words.put(key, new Word(word.text(), entry.keyPlace()))));
        return words;
    }

    /** Formulas for the way back: each alone, or as the value of one that has a condition. */
    private Map<String, Word> backs(Yaml.Fields fields) {
        Map<String, Word> words = new LinkedHashMap<>();
        fields.entries().forEach((key, entry) -> {
            Optional<Word> word = entry.value() instanceof Yaml.Fields conditional
                    ? Optional.of(required(conditional, VALUE))
                    : word(entry.value(), key);
            word.ifPresent(known -> words.put(key, new Word(known.text(), entry.keyPlace())));
        });
        return words;
    }

    private Map<String, Word> backConditions(Yaml.Fields fields) {
        Map<String, Word> words = new LinkedHashMap<>();
        fields.entries().forEach((key, entry) -> {
            if (entry.value() instanceof Yaml.Fields conditional) {
                words.put(key, required(conditional, IF_SOURCE));
            }
        });
        return words;
    }

    /** Formulas call given values {@code $name}, so their names are those of XPath's variables. */
    private List<Word> given(Yaml.Fields fields) {
        List<Word> given = named(fields, "given");
        given.stream()
                .filter(name -> !name.text().matches(VARIABLE))
                .forEach(name -> report(
                        "mapping.Form",
                        name.place(),
                        "the name of a given value has letters, digits, and - _ . and begins with a letter or _"));
        given.stream()
                .filter(name -> name.text().equals(ISO))
                .forEach(name -> report(
                        "mapping.Form", name.place(), "$iso is the message itself; give the value another name"));
        return given.stream()
                .filter(name -> name.text().matches(VARIABLE) && !name.text().equals(ISO))
                .toList();
    }

    /** Names behind a key: a list of them, or names with words on what they are. */
    private List<Word> named(Yaml.Fields fields, String key) {
        Optional<Yaml> value = fields.entry(key).map(Yaml.Entry::value);
        return value.isPresent() && value.get() instanceof Yaml.Fields names
                ? names.entries().values().stream()
                        .map(entry -> new Word(entry.key(), entry.keyPlace()))
                        .toList()
                : texts(fields, key);
    }

    /** Given values that come with words on what they are: only some documents need them. */
    private Map<String, String> onDemand(Yaml.Fields fields) {
        Map<String, String> words = new LinkedHashMap<>();
        fields.entry("given")
                .map(Yaml.Entry::value)
                .filter(Yaml.Fields.class::isInstance)
                .ifPresent(names -> words((Yaml.Fields) names).forEach((name, word) -> words.put(name, word.text())));
        return words;
    }

    /** Leaves by which a document names the stored messages that formulas look at, where the head has them. */
    private Map<String, Content> recallBy(Yaml.Fields fields) {
        Map<String, Content> by = new LinkedHashMap<>();
        fields.entry(RECALL)
                .map(Yaml.Entry::value)
                .filter(Yaml.Fields.class::isInstance)
                .ifPresent(names -> ((Yaml.Fields) names)
                        .entries()
                        .forEach((name, entry) -> recallBy(entry.value()).ifPresent(leaf -> by.put(name, leaf))));
        return by;
    }

    private Optional<Content> recallBy(Yaml value) {
        Optional<Content> leaf = value instanceof Yaml.Text text ? content(text, 0) : Optional.empty();
        boolean known = leaf.filter(MappingFile.Formula.class::isInstance).isPresent()
                || leaf.filter(content -> content instanceof MappingFile.Pair pair
                                && pair.otherwise().isEmpty())
                        .isPresent();
        if (!known) {
            report("mapping.Form", value.place(), "a stored message is named by a path, a path as codec, or a formula");
        }
        return known ? leaf : Optional.empty();
    }

    /** Words behind a key: one, or a list of them. */
    private List<Word> texts(Yaml.Fields fields, String key) {
        Optional<Yaml> value = fields.entry(key).map(Yaml.Entry::value);
        if (value.isPresent() && value.get() instanceof Yaml.Fields) {
            report("mapping.Form", value.get().place(), key + " must be a list of names, such as [debtor_name]");
            return List.of();
        }
        if (value.isPresent() && value.get() instanceof Yaml.Items items) {
            return items.items().stream()
                    .flatMap(item -> word(item, key).stream())
                    .toList();
        }
        return value.flatMap(one -> word(one, key)).stream().toList();
    }

    private Map<String, Map<String, Word>> accepted(Yaml.Fields fields) {
        Map<String, Map<String, Word>> accepted = new LinkedHashMap<>();
        section(fields, "accept")
                .ifPresent(ids -> ids.entries()
                        .forEach((id, entry) ->
                                section(ids, id).map(this::words).ifPresent(paths -> accepted.put(id, paths))));
        return accepted;
    }

    private Policy policy(Yaml.Fields fields) {
        Map<String, Word> words = words(fields);
        words.forEach((key, word) -> {
            if (!POLICIES.contains(key)) {
                report("mapping.Form", word.place(), "there is no policy " + key);
            }
        });
        Function<String, Optional<Severity>> level =
                key -> Optional.ofNullable(words.get(key)).flatMap(this::severity);
        return new Policy(
                level.apply("unread-source").orElse(Policy.DEFAULT.unreadSource()),
                level.apply("unread-iso").orElse(Policy.DEFAULT.unreadIso()),
                level.apply("formula-differs").orElse(Policy.DEFAULT.formulaDiffers()),
                level.apply("undeclared-loss").orElse(Policy.DEFAULT.undeclaredLoss()),
                charset(words),
                keepsDefaults(words));
    }

    private String charset(Map<String, Word> words) {
        Word word = words.get(CHARSET);
        if (word != null && !CHARSETS.contains(word.text())) {
            report("mapping.Form", word.place(), CHARSET + " is one of " + String.join(", ", CHARSETS));
        }
        return word != null && CHARSETS.contains(word.text()) ? word.text() : Policy.DEFAULT.charset();
    }

    private boolean keepsDefaults(Map<String, Word> words) {
        Word word = words.get(KEEP_DEFAULT);
        if (word != null && !word.text().equals("yes") && !word.text().equals("no")) {
            report("mapping.Form", word.place(), KEEP_DEFAULT + " is yes or no");
        }
        return word != null && word.text().equals("yes");
    }

    private Optional<Severity> severity(Word word) {
        try {
            return Optional.of(Severity.valueOf(word.text().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            report("mapping.Form", word.place(), "a policy is error, warning or note");
            return Optional.empty();
        }
    }

    private List<Element> elements(Yaml.Fields fields, Set<String> words, int depth) {
        List<Element> elements = new ArrayList<>();
        for (Yaml.Entry entry : fields.entries().values()) {
            if (!words.contains(entry.key())) {
                elements.add(new Element(entry.key(), contents(entry.value(), depth + 1), entry.keyPlace()));
            }
        }
        return elements;
    }

    private List<Content> contents(Yaml value, int depth) {
        if (depth > MAX_DEPTH) {
            report("mapping.Form", value.place(), "elements are nested more than " + MAX_DEPTH + " deep");
            return List.of();
        }
        if (value instanceof Yaml.Items items) {
            return items.items().stream()
                    .flatMap(item -> content(item, depth).stream())
                    .toList();
        }
        return content(value, depth).stream().toList();
    }

    private Optional<Content> content(Yaml value, int depth) {
        if (value instanceof Yaml.Text text) {
            Checked<Content> leaf = LeafReader.read(text);
            findings.addAll(leaf.findings());
            return leaf.value();
        }
        if (value instanceof Yaml.Fields fields) {
            if (fields.entry(IF_SOURCE).isPresent() || fields.entry(IF_ISO).isPresent()) {
                report("mapping.Form", fields.place(), "if-source and if-iso stand in cases");
            }
            return group(fields, depth);
        }
        report("mapping.Form", value.place(), "a list may not stand directly in a list");
        return Optional.empty();
    }

    private Optional<Content> group(Yaml.Fields fields, int depth) {
        return Optional.of(new Group(
                optional(fields, "each"),
                texts(fields, "group-by"),
                optional(fields, "at"),
                shape(fields, depth),
                fields.place()));
    }

    private Shape shape(Yaml.Fields fields, int depth) {
        List<Element> elements = elements(fields, STRUCTURE, depth);
        List<Shape> others = Stream.of(choice(fields, depth), split(fields), stylesheet(fields))
                .flatMap(Optional::stream)
                .toList();
        if (others.size() + (elements.isEmpty() ? 0 : 1) > 1) {
            report(
                    "mapping.Form",
                    fields.place(),
                    "elements, choose, split and xslt exclude each other; put elements into the cases");
        }
        if (fields.entry("group-by").isPresent() && fields.entry("each").isEmpty()) {
            report("mapping.Form", fields.place(), "group-by needs each: it groups the items of that list");
        }
        return others.isEmpty() ? new Elements(elements) : others.get(0);
    }

    private Optional<Shape> split(Yaml.Fields fields) {
        Optional<Word> path = optional(fields, "split");
        Optional<Word> as = optional(fields, "as");
        if (path.isPresent() != as.isPresent()) {
            report("mapping.Form", fields.place(), "split and as belong together");
        }
        return path.flatMap(word -> as.map(pieces -> new Split(word, pieces)));
    }

    private Optional<Shape> stylesheet(Yaml.Fields fields) {
        return optional(fields, "xslt")
                .map(file -> new Stylesheet(file, texts(fields, "reads"), optional(fields, "one-way")));
    }

    private Optional<Shape> choice(Yaml.Fields fields, int depth) {
        Optional<Word> by = optional(fields, "choose");
        Optional<Yaml.Fields> cases = section(fields, "cases");
        Map<String, When> when = cases.map(this::when).orElse(Map.of());
        boolean conditional =
                when.values().stream().anyMatch(one -> one.source().isPresent());
        if (by.isPresent() ? cases.isEmpty() : cases.isPresent() && !conditional) {
            report("mapping.Form", fields.place(), "choose and cases belong together, or the cases say if-source");
            return Optional.empty();
        }
        return cases.map(known -> {
            if (by.isPresent() && conditional) {
                report("mapping.Form", known.place(), "choose names the case, so that if-source has nothing to say");
            } else if (by.isEmpty()) {
                everyCaseButTheLast(known, when);
            }
            return new Choice(by.orElseGet(() -> new Word("", fields.place())), cases(known, depth), when);
        });
    }

    private Map<String, When> when(Yaml.Fields cases) {
        Map<String, When> when = new LinkedHashMap<>();
        cases.entries().forEach((name, entry) -> {
            if (entry.value() instanceof Yaml.Fields fields
                    && (fields.entry(IF_SOURCE).isPresent()
                            || fields.entry(IF_ISO).isPresent())) {
                when.put(name, new When(optional(fields, IF_SOURCE), optional(fields, IF_ISO)));
            }
        });
        return when;
    }

    /** Where nothing names the case, every one but the last says when it holds. */
    private void everyCaseButTheLast(Yaml.Fields cases, Map<String, When> when) {
        boolean told = cases.entries().keySet().stream()
                .limit(cases.entries().size() - 1L)
                .allMatch(name -> when.getOrDefault(name, When.ALWAYS).source().isPresent());
        if (!told) {
            report(
                    "mapping.Form",
                    cases.place(),
                    "without choose, every case but the last says with if-source when it holds");
        }
    }

    private Map<String, Content> cases(Yaml.Fields fields, int depth) {
        Map<String, Content> cases = new LinkedHashMap<>();
        for (Yaml.Entry entry : fields.entries().values()) {
            Optional<Content> content = entry.value() instanceof Yaml.Fields group
                    ? group(group, depth + 1)
                    : content(entry.value(), depth + 1);
            content.ifPresent(known -> cases.put(entry.key(), known));
        }
        return cases;
    }

    private void report(String id, Place place, String message) {
        findings.add(Finding.error(id, place, message));
    }
}
