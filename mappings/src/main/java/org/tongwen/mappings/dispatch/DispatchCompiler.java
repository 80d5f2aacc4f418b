package org.tongwen.mappings.dispatch;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongwen.mappings.dispatch.DispatchFile.Line;
import org.tongwen.mappings.dispatch.DispatchFile.To;
import org.tongwen.mappings.format.SourceFormat;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Plan;
import org.tongwen.mappings.plan.Profile;
import org.tongwen.mappings.read.MappingFile.Word;
import org.tongwen.rules.MessageValidator;
import org.tongwen.rules.condition.Condition;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Nearest;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.Limits;

/** Makes a dispatch of a dispatch file, and lists every mistake: names that there are not, conditions that cannot hold, lines that cannot be reached. */
public final class DispatchCompiler {

    static final String HEADER = "header";
    static final String TYPE = "type";
    private static final String FORMAT = "format";

    /** What stands around a dispatch file. */
    public interface Surroundings {

        /** The mapping of that name, when it is free of errors. */
        Optional<Plan> mapping(String name);

        /** Names of the mappings there are. */
        Set<String> names();

        /** Opens the format that options name. */
        Checked<SourceFormat> open(Map<String, String> options);
    }

    private final DispatchFile file;
    private final Catalogue catalogue;
    private final Surroundings around;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Optional<SourceFormat>> formats = new HashMap<>();

    private DispatchCompiler(DispatchFile file, Catalogue catalogue, Surroundings around) {
        this.file = file;
        this.catalogue = catalogue;
        this.around = around;
    }

    /** Compiles a file; without a value, or with an error, it cannot be used. */
    public static Checked<Dispatch> compile(DispatchFile file, Catalogue catalogue, Surroundings around) {
        DispatchCompiler compiler = new DispatchCompiler(file, catalogue, around);
        Optional<Dispatch> dispatch = compiler.dispatch();
        return new Checked<>(dispatch, compiler.findings.stream().sorted().toList());
    }

    private Optional<Dispatch> dispatch() {
        Checked<SourceFormat> format = around.open(options(Optional.empty()));
        format.findings().forEach(finding -> findings.add(finding.at(file.place())));
        file.profile()
                .filter(name -> !Profile.names().contains(name.text()))
                .ifPresent(name -> findings.add(
                        Finding.error("mapping.UnknownScheme", name.place(), "there is no profile " + name.text())
                                .hint("profiles: " + String.join(", ", Profile.names()))));
        Map<Direction, List<Rule>> rules = new EnumMap<>(Direction.class);
        for (Direction direction : Direction.values()) {
            rules.put(direction, rules(direction));
        }
        return format.value()
                .map(known -> new Dispatch(file, known, new MessageValidator(catalogue, Limits.DEFAULT), rules));
    }

    private Map<String, String> options(Optional<String> type) {
        Map<String, String> options = new HashMap<>();
        file.source().forEach((key, word) -> options.put(key, word.text()));
        type.ifPresent(named -> options.put(TYPE, named));
        return options;
    }

    /** Whether a mapping reads documents just as the dispatch does, so that it can take them as they were read. */
    static boolean isSameSource(DispatchFile file, Plan plan) {
        Map<String, Word> own = new HashMap<>(file.source());
        Map<String, Word> other = new HashMap<>(plan.options());
        own.remove(TYPE);
        other.remove(TYPE);
        return own.keySet().equals(other.keySet())
                && own.entrySet().stream().allMatch(option -> isSame(option.getValue(), other.get(option.getKey())));
    }

    /** The same name of a file, said in another folder, names another file. */
    private static boolean isSame(Word one, @Nullable Word other) {
        return other != null
                && one.text().equals(other.text())
                && folder(one.place()).equals(folder(other.place()));
    }

    private static String folder(Place place) {
        return place.document().substring(0, place.document().lastIndexOf('/') + 1);
    }

    private List<Rule> rules(Direction direction) {
        List<Rule> rules = new ArrayList<>();
        for (Line line : file.lines(direction)) {
            Rule rule = rule(direction, line);
            rules.stream()
                    .filter(before -> before.covers(rule))
                    .findFirst()
                    .ifPresent(before -> findings.add(Finding.error(
                            "mapping.Unreachable",
                            line.place(),
                            "this line is never reached: the one at line "
                                    + before.line().place().line() + " takes all that it would")));
            rules.add(rule);
        }
        return rules;
    }

    private Rule rule(Direction direction, Line line) {
        Set<String> kinds = new LinkedHashSet<>();
        line.kinds().forEach(kind -> kinds.add(kind.text()));
        Optional<Plan> plan = line.goal() instanceof To to ? mapping(to.mapping()) : Optional.empty();
        List<Names> names = direction == Direction.TO_ISO ? sources(line) : messages(line);
        Optional<Condition> condition = line.condition().flatMap(word -> condition(word, names));
        plan.ifPresent(known -> suits(direction, line, known));
        return new Rule(line, kinds, condition, plan);
    }

    private Optional<Plan> mapping(Word name) {
        Optional<Plan> plan = around.mapping(name.text());
        if (plan.isEmpty()) {
            findings.add(Finding.error(
                    "mapping.UnknownMapping",
                    name.place(),
                    "there is no mapping " + name.text() + " without errors"
                            + Nearest.hint(name.text(), around.names())));
        }
        return plan;
    }

    /** What documents of the line's types may hold. */
    private List<Names> sources(Line line) {
        if (!isTyped()) {
            line.kinds().forEach(kind -> report("mapping.Form", kind, "only messages of format mt have a type"));
            return format(Optional.empty()).map(Names::of).stream().toList();
        }
        if (line.kinds().isEmpty()) {
            findings.add(Finding.error("mapping.Form", line.place(), "a line says the type, such as type: \"103\""));
        }
        List<Names> names = new ArrayList<>();
        for (Word type : line.kinds()) {
            Optional<SourceFormat> format = format(Optional.of(type.text()));
            format.map(Names::of).ifPresent(names::add);
            if (format.isEmpty()) {
                report("mapping.UnknownType", type, "there is no layout for messages of type " + type.text());
            }
        }
        return names;
    }

    private boolean isTyped() {
        return Optional.ofNullable(file.source().get(FORMAT))
                .filter(format -> format.text().equals("mt"))
                .isPresent();
    }

    private Optional<SourceFormat> format(Optional<String> type) {
        return formats.computeIfAbsent(
                type.orElse(""), key -> around.open(options(type)).value());
    }

    /** What the line's ISO messages may hold. */
    private List<Names> messages(Line line) {
        if (line.kinds().isEmpty()) {
            findings.add(Finding.error(
                    "mapping.Form", line.place(), "a line says the message, such as iso: pacs.008.001.08"));
        }
        List<Names> names = new ArrayList<>();
        for (Word message : line.kinds()) {
            catalogue
                    .find(message.text())
                    .ifPresentOrElse(
                            known -> names.add(Names.of(known, catalogue)),
                            () -> findings.add(Finding.error(
                                            "mapping.UnknownMessage",
                                            message.place(),
                                            "there is no message " + message.text())
                                    .hint("known versions: "
                                            + String.join(", ", catalogue.versionsLike(message.text())))));
        }
        return names;
    }

    private Optional<Condition> condition(Word text, List<Names> names) {
        Checked<Condition> read = Condition.parse(text.text(), Map.of());
        read.findings()
                .forEach(mistake -> findings.add(
                        Finding.error("mapping.Condition", within(text.place(), mistake.place()), mistake.message())
                                .hint(mistake.hint())));
        Set<String> said = new HashSet<>();
        read.value()
                .ifPresent(condition -> condition
                        .paths()
                        .forEach(path -> names.forEach(known -> known.unknown(path)
                                .filter(said::add)
                                .ifPresent(sentence -> findings.add(
                                        Finding.error("mapping.UnknownSource", text.place(), sentence))))));
        return read.value();
    }

    private static Place within(Place text, Place mistake) {
        return new Place(text.document(), text.line(), text.column() + Math.max(0, mistake.column() - 1), text.path());
    }

    /** A mapping must be for what the line is for. */
    private void suits(Direction direction, Line line, Plan plan) {
        Function<Plan, Optional<String>> own = direction == Direction.TO_ISO
                ? known -> Optional.ofNullable(known.options().get(TYPE)).map(Word::text)
                : known -> Optional.of(known.message());
        boolean isOfFormat = plan.format().equals(options(Optional.empty()).getOrDefault(FORMAT, "json"));
        if (!isOfFormat) {
            findings.add(Finding.error(
                    "mapping.WrongMapping",
                    line.place(),
                    plan.name() + " is for the format " + plan.format() + ", not for that of this dispatch"));
        }
        for (Word kind : line.kinds()) {
            own.apply(plan)
                    .filter(of -> !of.equals(kind.text()))
                    .ifPresent(of -> report(
                            "mapping.WrongMapping", kind, plan.name() + " is for " + of + ", not for " + kind.text()));
        }
    }

    private void report(String id, Word word, String message) {
        findings.add(Finding.error(id, word.place(), message));
    }
}
