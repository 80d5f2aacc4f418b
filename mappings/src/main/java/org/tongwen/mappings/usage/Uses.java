package org.tongwen.mappings.usage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tongwen.mappings.AuthoredMapping;
import org.tongwen.mappings.codec.Codecs;
import org.tongwen.mappings.line.Line;
import org.tongwen.mappings.line.MappingLines;
import org.tongwen.mappings.plan.Leaf;
import org.tongwen.mappings.plan.SourcePath;
import org.tongwen.mappings.read.MappingFile;
import org.tongwen.mappings.read.MappingFile.Word;
import org.tongwen.xsd.finding.Place;

/** Searches one mapping, mistakes or not. */
public final class Uses {

    private static final Pattern CODEC = Pattern.compile(".*\\sas\\s+(?<codec>[a-z].*)");

    private final AuthoredMapping mapping;
    private final List<Line> lines;
    private final Map<Place, List<String>> sources = new HashMap<>();

    private Uses(AuthoredMapping mapping) {
        this.mapping = mapping;
        this.lines = MappingLines.of(mapping);
        for (Leaf leaf : mapping.plan().leaves()) {
            sources.computeIfAbsent(leaf.place(), place -> new ArrayList<>()).addAll(leaf.sources());
        }
    }

    /**
     * All uses of some words in a mapping, in the order of the file.
     *
     * @param words each an ISO path or the end of one, a source path or the end of one, a codec such as {@code minor} or {@code minor(CNY)},
     *     a code, the name of a code table or of a given value
     */
    public static List<Use> of(AuthoredMapping mapping, List<String> words) {
        Uses uses = new Uses(mapping);
        return List.copyOf(new TreeSet<>(words.stream().flatMap(uses::all).toList()));
    }

    private Stream<Use> all(String word) {
        return Stream.of(head(word), codes(word), lines.stream().flatMap(line -> inLine(line, word)))
                .flatMap(uses -> uses);
    }

    private Stream<Use> head(String word) {
        MappingFile text = mapping.text();
        Stream<Use> given = text.given().stream()
                .filter(name -> isGiven(name.text(), word))
                .map(name -> new Use(Use.Kind.GIVEN, "given " + name.text(), name.place()));
        Stream<Use> messages = Stream.of(text.iso(), text.header())
                .filter(message -> message.text().equals(word))
                .map(message -> new Use(Use.Kind.ISO, message.text(), message.place()));
        return Stream.of(
                        given,
                        messages,
                        declared("no-home", text.noHome(), word),
                        declared("no-field", text.noField(), word),
                        declared("refuse", text.refuse(), word),
                        declared("back", text.back(), word))
                .flatMap(uses -> uses);
    }

    private static boolean isGiven(String name, String word) {
        return name.equals(word) || word.equals("$" + name);
    }

    private Stream<Use> declared(String section, Map<String, Word> fields, String word) {
        return fields.entrySet().stream().flatMap(field -> {
            String text = field.getValue().text();
            Place place = field.getValue().place();
            String shown = section + " " + field.getKey() + ": " + text;
            boolean source = endsWith(field.getKey(), word, ".");
            return source ? Stream.of(new Use(Use.Kind.SOURCE, shown, place)) : formula(text, word, shown, place);
        });
    }

    private Stream<Use> codes(String word) {
        return mapping.text().codes().entrySet().stream().flatMap(table -> {
            String name = table.getKey();
            Stream<Use> self = name.equals(word)
                    ? Stream.of(new Use(
                            Use.Kind.TABLE,
                            "code table " + name,
                            table.getValue().place()))
                    : Stream.empty();
            Stream<Use> rows = table.getValue().toIso().entrySet().stream()
                    .filter(row ->
                            row.getKey().equals(word) || row.getValue().text().equals(word))
                    .map(row -> new Use(
                            Use.Kind.CODE,
                            name + ": " + row.getKey() + " → " + row.getValue().text(),
                            row.getValue().place()));
            return Stream.concat(self, rows);
        });
    }

    private Stream<Use> inLine(Line line, String word) {
        boolean rule = line.kind() != Line.Kind.GROUP;
        String shown = rule ? line.isoPath() + ": " + line.text() : line.isoPath();
        List<Use> uses = new ArrayList<>();
        if ((!rule || line.kind() == Line.Kind.LEAF) && endsWith(line.isoPath(), word, "/")) {
            uses.add(new Use(Use.Kind.ISO, shown, line.place()));
        }
        if (rule && sources(line).anyMatch(source -> endsWith(source, word, "."))) {
            uses.add(new Use(Use.Kind.SOURCE, shown, line.place()));
        } else if (rule) {
            formula(line.text(), word, shown, line.place()).forEach(uses::add);
        }
        codec(line).ifPresent(call -> {
            if (call.equals(word) || Codecs.name(call).equals(word)) {
                uses.add(new Use(Use.Kind.CODEC, shown, line.place()));
            } else if (Codecs.arguments(call).contains(word)) {
                boolean table = mapping.text().codes().containsKey(word);
                uses.add(new Use(table ? Use.Kind.TABLE : Use.Kind.CODE, shown, line.place()));
            }
        });
        return uses.stream();
    }

    private static Optional<String> codec(Line line) {
        return line.kind() == Line.Kind.LEAF
                ? Optional.of(CODEC.matcher(line.text()))
                        .filter(java.util.regex.Matcher::matches)
                        .map(found -> found.group("codec").strip())
                : Optional.empty();
    }

    private Stream<String> sources(Line line) {
        boolean path = line.kind() == Line.Kind.EACH
                || line.kind() == Line.Kind.CHOICE && !line.text().strip().startsWith("=");
        Stream<String> own = path
                ? SourcePath.parse(line.text()).map(known -> known.absolute(line.base())).stream()
                : Stream.empty();
        return Stream.concat(own, sources.getOrDefault(line.place(), List.of()).stream());
    }

    /** A formula may name a field with dots or slashes, a given value with a dollar sign, and a code in quotes. */
    private static Stream<Use> formula(String text, String word, String shown, Place place) {
        String path = Stream.of(word.split("[./]"))
                .map(Pattern::quote)
                .reduce((a, b) -> a + "[./]" + b)
                .orElse("");
        boolean formula = text.strip().startsWith("=") || text.contains("?? =");
        boolean field = formula && !word.startsWith("$") && !path.isEmpty();
        if (field && contains(text.replaceAll("'[^']*'", "''"), "(?<![\\w$])" + path + "(?![\\w(])")) {
            return Stream.of(new Use(Use.Kind.SOURCE, shown, place));
        }
        if (text.contains("'" + word + "'") || text.contains("=" + word + "]")) {
            return Stream.of(new Use(Use.Kind.CODE, shown, place));
        }
        String name = word.startsWith("$") ? word.substring(1) : word;
        return formula && contains(text, "\\$" + Pattern.quote(name) + "(?![\\w])")
                ? Stream.of(new Use(Use.Kind.GIVEN, shown, place))
                : Stream.empty();
    }

    private static boolean contains(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).find();
    }

    /** Whether a path is the word or ends with it, step by step; selections of items may be left out. */
    private static boolean endsWith(String path, String word, String separator) {
        String wanted = word.startsWith("/") ? word.substring(1) : word;
        String plain = path.replaceAll("\\[[^\\]]*\\]", "");
        return Stream.of(path, plain).anyMatch(one -> one.equals(wanted) || one.endsWith(separator + wanted));
    }
}
