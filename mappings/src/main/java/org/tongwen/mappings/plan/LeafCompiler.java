package org.tongwen.mappings.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongwen.mappings.codec.Codec;
import org.tongwen.mappings.codec.Codecs;
import org.tongwen.mappings.codec.Converted;
import org.tongwen.mappings.codec.Table;
import org.tongwen.mappings.read.MappingFile;
import org.tongwen.mappings.read.MappingFile.Word;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.definition.AttributeDeclaration;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.SimpleType;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** Compiles what stands at the leaves of a mapping: pairs, formulas, templates. */
final class LeafCompiler {

    /** A path that goes through a codec towards ISO: {@code header.sender as terminal(A)}. */
    private static final Pattern CONVERTED = Pattern.compile("(/?[A-Za-z_][\\w./]*)\\s+as\\s+([a-z].*)");

    private static final Pattern TRANSLITERATED = Pattern.compile("(?:^|\\bthen\\s+)(?:charset\\((?!back)|pinyin)");

    private final MappingFile file;
    private final SourceField schema;
    private final List<Finding> findings;
    private final Map<String, Table> tables;
    private final List<Leaf> leaves = new ArrayList<>();
    private final Map<Object, Place> places = new IdentityHashMap<>();
    private final Set<String> converted = new HashSet<>();

    LeafCompiler(MappingFile file, SourceField schema, List<Finding> findings) {
        this.file = file;
        this.tables = PlanCompiler.tables(file);
        this.schema = schema;
        this.findings = findings;
    }

    List<Leaf> leaves() {
        return leaves;
    }

    /** Where each rule stands in the mapping file, by the rule itself. */
    Map<Object, Place> places() {
        return places;
    }

    /** Remembers where a rule stands: at the place of its leaves. */
    <T> T placed(T rule, Place place) {
        places.put(rule, place);
        return rule;
    }

    /** ISO paths of elements whose codec brings texts into a set of characters. */
    Set<String> converted() {
        return converted;
    }

    Optional<Content> leaf(MappingFile.Content content, Scope scope) {
        return compiled(content, scope).map(rule -> placed(rule, content.place()));
    }

    private Optional<Content> compiled(MappingFile.Content content, Scope scope) {
        if (content instanceof MappingFile.Pair pair) {
            return pair(pair, scope);
        }
        if (content instanceof MappingFile.Formula formula) {
            return computed(formula, scope);
        }
        return template((MappingFile.Template) content, scope);
    }

    /** The type of the text that an element holds; empty when it holds elements. */
    static Optional<SimpleType> valueType(ElementDeclaration element) {
        if (element.type() instanceof SimpleType simple) {
            return Optional.of(simple);
        }
        return element.type() instanceof ComplexType complex ? complex.value() : Optional.empty();
    }

    private Optional<Content> computed(MappingFile.Formula leaf, Scope scope) {
        Optional<SimpleType> type = valueType(scope.element());
        if (type.isEmpty()) {
            notALeaf(leaf.place(), scope);
            return Optional.empty();
        }
        Matcher converted = CONVERTED.matcher(leaf.text());
        boolean hasCodec = converted.matches();
        Optional<Codec> codec = codec(hasCodec ? converted.group(2) : "", leaf.place());
        Optional<Formula> formula = formula(hasCodec ? converted.group(1) : leaf.text(), leaf.place());
        formula.ifPresent(known -> constant(known, type.get(), leaf.place()));
        attributes(scope, List.of(), leaf.place());
        formula.filter(Formula.Path.class::isInstance)
                .ifPresent(path -> field(((Formula.Path) path).path(), leaf.place(), scope));
        add(scope, List.of(), Optional.empty(), "= " + leaf.text(), leaf.place());
        boolean unfit =
                codec.isPresent() && (!codec.get().isSimple() || codec.get().takesList());
        if (unfit) {
            findings.add(Finding.error(
                    "mapping.TypeMismatch",
                    leaf.place(),
                    converted.group(2) + " fills more than one value; a formula gives one"));
            return Optional.empty();
        }
        return formula.flatMap(
                known -> codec.map(made -> new Computed(scope.isoPath(), known, made, !hasCodec, leaf.text())));
    }

    Optional<Formula> formula(String text, Place place) {
        if (FormulaMessages.of(text).translated()) {
            findings.add(Formula.wrong(
                    place, "$iso is the message that is translated back; only formulas under back see it"));
            return Optional.empty();
        }
        return backFormula(text, place);
    }

    /** What names a stored message: a path from the whole document, with a codec or without, or a formula that looks at no message itself. */
    Optional<RecallBy> recallBy(MappingFile.Content leaf) {
        if (leaf instanceof MappingFile.Pair pair) {
            Optional<Formula> path = SourcePath.parse(pair.path()).map(Formula.Path::new);
            if (path.isEmpty()) {
                findings.add(Finding.error("mapping.Form", pair.place(), "this is no path")
                        .value(pair.path()));
            }
            return named(path, pair.codec(), pair.place());
        }
        String text = ((MappingFile.Formula) leaf).text();
        if (!FormulaMessages.of(text).isEmpty()) {
            findings.add(Formula.wrong(leaf.place(), "what names a stored message looks at the document alone"));
            return Optional.empty();
        }
        Matcher converted = CONVERTED.matcher(text);
        boolean hasCodec = converted.matches();
        Optional<Formula> formula = formula(hasCodec ? converted.group(1) : text, leaf.place());
        return named(formula, hasCodec ? converted.group(2) : "", leaf.place());
    }

    private Optional<RecallBy> named(Optional<Formula> formula, String call, Place place) {
        formula.filter(Formula.Path.class::isInstance)
                .map(path -> ((Formula.Path) path).path())
                .filter(path -> path.find(schema, schema).isEmpty())
                .ifPresent(path -> findings.add(
                        Finding.error("mapping.UnknownSource", place, "the source has no field " + path.absolute(""))));
        Optional<Codec> codec = codec(call, place);
        if (codec.filter(made -> !made.isSimple() || made.takesList()).isPresent()) {
            findings.add(
                    Finding.error("mapping.TypeMismatch", place, call + " does not make one reference of one value"));
            return Optional.empty();
        }
        return formula.flatMap(known -> codec.map(made -> new RecallBy(known, made)));
    }

    /** A formula that may look at the message that is translated back. */
    Optional<Formula> backFormula(String text, Place place) {
        Set<String> named = file.recall().stream().map(Word::text).collect(Collectors.toSet());
        for (String message : FormulaMessages.of(text).recalled()) {
            if (!named.contains(message)) {
                findings.add(Finding.error(
                                "mapping.Recall",
                                place,
                                "the formula recalls " + message + ", which the head does not name")
                        .hint("write recall: [" + message + "] into the head"));
                return Optional.empty();
            }
        }
        Checked<Formula> compiled =
                Formula.compile(text, file.given().stream().map(Word::text).toList(), place);
        findings.addAll(compiled.findings());
        return compiled.value().map(formula -> described(formula, text, place));
    }

    /** With the words on a given value. One that only some documents need stands alone, so that it is known which documents do. */
    private Formula described(Formula formula, String text, Place place) {
        if (formula instanceof Formula.Given given) {
            return new Formula.Given(given.name(), file.onDemand().getOrDefault(given.name(), ""));
        }
        file.onDemand().keySet().stream()
                .filter(name -> Pattern.compile("\\$" + Pattern.quote(name) + "(?![\\w.-])")
                        .matcher(text)
                        .find())
                .forEach(name -> findings.add(Finding.error(
                        "mapping.Form",
                        place,
                        "$" + name + " is given on demand, so it stands alone, as in path ?? = $" + name)));
        return formula;
    }

    /** A constant must be a value of the element's type. */
    private void constant(Formula formula, SimpleType type, Place place) {
        if (formula instanceof Formula.Literal literal) {
            type.violation(literal.value())
                    .ifPresent(violation -> findings.add(Finding.error(
                                    violation.id().equals("xsd.NotInEnumeration")
                                            ? "mapping.NotInCodeSet"
                                            : "mapping.PatternNever",
                                    place,
                                    "the constant " + violation.message())
                            .value(literal.value())));
        }
    }

    private Optional<Content> template(MappingFile.Template leaf, Scope scope) {
        Optional<Template> template = Template.parse(leaf.text());
        if (template.isEmpty()) {
            findings.add(
                    Finding.error("mapping.Form", leaf.place(), "the template has an open brace or a path that is none")
                            .value(leaf.text()));
            return Optional.empty();
        }
        if (valueType(scope.element()).isEmpty()) {
            notALeaf(leaf.place(), scope);
        }
        List<String> sources = new ArrayList<>();
        for (SourcePath part : template.get().parts()) {
            field(part, leaf.place(), scope);
            sources.add(part.absolute(scope.sourcePath()));
        }
        if (template.get().pieces().hasTouchingValues()) {
            findings.add(Finding.error(
                    "mapping.NotInvertible",
                    leaf.place(),
                    "two values stand side by side; \"ab\" could be a and b, or ab and nothing"));
        }
        add(scope, sources, Optional.empty(), leaf.text(), leaf.place());
        return Optional.of(template.get());
    }

    private Optional<Content> pair(MappingFile.Pair leaf, Scope scope) {
        Optional<SourcePath> path = SourcePath.parse(leaf.path());
        if (path.isEmpty()) {
            findings.add(Finding.error("mapping.Form", leaf.place(), "this is no path")
                    .value(leaf.path()));
            return Optional.empty();
        }
        Optional<SourceField> field = field(path.get(), leaf.place(), scope);
        Optional<Codec> codec = codec(leaf.codec(), leaf.place());
        if (field.isEmpty() || codec.isEmpty()) {
            return Optional.empty();
        }
        List<Target> targets = targets(codec.get(), scope, leaf.place());
        if (TRANSLITERATED.matcher(leaf.codec()).find()) {
            converted.add(scope.isoPath());
        }
        List<SourcePath> others = others(codec.get(), leaf, scope);
        boolean list = field.get().kind() == Tree.Kind.LIST;
        shape(field.get(), codec.get(), leaf, scope);
        new FitCheck(findings).check(field.get(), codec.get(), leaf, scope);
        Stream<String> carried =
                Stream.concat(Stream.of(path.get()), others.stream()).map(one -> one.absolute(scope.sourcePath()));
        add(scope, carried.toList(), field, leaf.path(), leaf.place());
        return Optional.of(new Pair(
                scope.isoPath(),
                path.get(),
                otherwise(leaf),
                codec.get(),
                leaf.codec(),
                others,
                targets,
                list && !codec.get().takesList()));
    }

    private void shape(SourceField field, Codec codec, MappingFile.Pair leaf, Scope scope) {
        boolean list = field.kind() == Tree.Kind.LIST;
        boolean leaves =
                list && field.items().filter(item -> item.fields().isEmpty()).isPresent();
        if (field.kind() == Tree.Kind.OBJECT || (list && !leaves)) {
            mismatch(leaf, leaf.path() + " holds fields, not a value");
        } else if (list && !codec.takesList() && !scope.element().repeats()) {
            mismatch(leaf, leaf.path() + " is a list, but " + scope.element().name() + " may occur only once");
        } else if (list && !leaf.otherwise().isEmpty()) {
            mismatch(leaf, leaf.path() + " is a list, which cannot have a default");
        } else if (list && !codec.takesList() && codec.isoPaths().stream().anyMatch(Target::isBeside)) {
            mismatch(leaf, leaf.path() + " is a list, but " + leaf.codec() + " also fills one element beside");
        } else if (!list && codec.takesList()) {
            mismatch(leaf, leaf.path() + " is no list, but " + leaf.codec() + " needs one");
        }
    }

    private void mismatch(MappingFile.Pair leaf, String message) {
        findings.add(Finding.error("mapping.TypeMismatch", leaf.place(), message));
    }

    private Optional<Formula> otherwise(MappingFile.Pair leaf) {
        String text = leaf.otherwise();
        return text.isEmpty()
                ? Optional.empty()
                : formula(text.startsWith("=") ? text.substring(1).strip() : text, leaf.place());
    }

    private Optional<Codec> codec(String call, Place place) {
        if (call.isEmpty()) {
            return Optional.of(Codecs.plain());
        }
        Converted<Codec> codec = Codecs.make(call, tables);
        if (codec instanceof Converted.Refused<Codec> refused) {
            findings.add(Finding.error(refused.id(), place, refused.message()).hint(refused.hint()));
            return Optional.empty();
        }
        return Optional.of(((Converted.Done<Codec>) codec).value());
    }

    private List<Target> targets(Codec codec, Scope scope, Place place) {
        List<Target> targets = codec.isoPaths().stream()
                .flatMap(key -> Target.find(key, scope.element(), scope.parent()).stream())
                .toList();
        Set<String> places = targets.stream().map(Target::key).collect(Collectors.toUnmodifiableSet());
        boolean isLeaf =
                !codec.isoPaths().contains("") || valueType(scope.element()).isPresent();
        if (!codec.sourcePaths().isEmpty() && targets.size() < codec.isoPaths().size()) {
            findings.add(Finding.error(
                    "mapping.TypeMismatch",
                    place,
                    scope.element().name() + " has no room for " + String.join(", ", codec.sourcePaths())));
        } else if (!places.isEmpty() && isLeaf && !codec.worksWith(places)) {
            findings.add(Finding.error(
                    "mapping.TypeMismatch",
                    place,
                    scope.element().name() + " has no place for "
                            + codec.isoPaths().stream()
                                    .filter(path -> !places.contains(path))
                                    .collect(Collectors.joining(", "))));
        }
        attributes(scope, targets, place);
        if (targets.isEmpty() || !isLeaf) {
            notALeaf(place, scope);
        }
        return targets;
    }

    /** A mandatory attribute, such as the currency of an amount, that nothing fills. */
    private void attributes(Scope scope, List<Target> targets, Place place) {
        if (scope.element().type() instanceof ComplexType type) {
            type.attributes().stream()
                    .filter(AttributeDeclaration::required)
                    .filter(attribute ->
                            targets.stream().noneMatch(target -> target.key().equals("@" + attribute.name())))
                    .forEach(attribute -> findings.add(Finding.error(
                                    "mapping.MissingMandatory",
                                    place,
                                    scope.isoPath() + "/@" + attribute.name() + " is mandatory and has no rule")
                            .hint("give the codec a currency, such as decimal(currency) or minor(CNY)")));
        }
    }

    private List<SourcePath> others(Codec codec, MappingFile.Pair leaf, Scope scope) {
        List<SourcePath> others = new ArrayList<>();
        for (String text : codec.sourcePaths()) {
            Optional<SourcePath> path = SourcePath.parse(text);
            path.ifPresent(known -> {
                field(known, leaf.place(), scope);
                others.add(known);
            });
        }
        return others;
    }

    /** What decides a choice: a source field, which the choice owns. */
    Optional<Formula> discriminator(Word by, Scope scope) {
        Optional<SourcePath> path = SourcePath.parse(by.text());
        if (path.isEmpty()) {
            findings.add(
                    Finding.error("mapping.Form", by.place(), "this is no path").value(by.text()));
            return Optional.empty();
        }
        Optional<SourceField> field = field(path.get(), by.place(), scope);
        add(scope, List.of(path.get().absolute(scope.sourcePath())), field, by.text(), by.place());
        return Optional.of(new Formula.Path(path.get()));
    }

    private Optional<SourceField> field(SourcePath path, Place place, Scope scope) {
        Optional<SourceField> field = path.find(schema, scope.source());
        if (field.isEmpty()) {
            findings.add(Finding.error(
                            "mapping.UnknownSource",
                            place,
                            "the source has no field " + path.absolute(scope.sourcePath()))
                    .hint(hint(path, scope)));
        }
        return field;
    }

    /** A list whose items an {@code each} writes: on the way back it makes them, so nothing else may. */
    void list(SourcePath path, Word word, Scope scope) {
        add(scope, List.of(path.absolute(scope.sourcePath())), Optional.empty(), "each: " + word.text(), word.place());
    }

    private static String hint(SourcePath path, Scope scope) {
        if (path.text().matches("\\$.*|'.*'|[A-Z0-9]{1,4}")) {
            return "a path names a field; for a constant write = 'X', for a given value = $name";
        }
        return path.steps().size() == 1 ? scope.knownFields() : "";
    }

    private void notALeaf(Place place, Scope scope) {
        findings.add(Finding.error(
                "mapping.NotALeaf",
                place,
                scope.isoPath() + " holds elements (" + scope.element().type().name() + "), not a value"));
    }

    /** One of the elements that a value is split into; the first of them stands for the value. */
    void part(MappingFile.Split split, SourcePath path, SourceField field, Scope scope, boolean first) {
        List<String> sources = first ? List.of(path.absolute(scope.sourcePath())) : List.of();
        String text = "split: " + split.path().text() + ", as: " + split.as().text();
        add(scope, sources, Optional.of(field), text, split.path().place());
    }

    /** What a stylesheet carries. */
    void styled(MappingFile.Stylesheet sheet, List<SourcePath> reads, Scope scope) {
        List<String> sources =
                reads.stream().map(path -> path.absolute(scope.sourcePath())).toList();
        String text = "xslt: " + sheet.file().text();
        int owned = sheet.oneWay().isPresent() ? 0 : sources.size();
        add(scope, sources, owned, Optional.empty(), text, sheet.file().place());
    }

    /** What travels in supplementary data. */
    void carried(List<SourcePath> paths, Scope scope, Place place) {
        List<String> sources = paths.stream().map(path -> path.absolute("")).toList();
        add(scope, sources, sources.size(), Optional.empty(), "carry", place);
    }

    /** What a group of items shares must be among the fields that make the group. */
    private void shared(Scope scope, List<String> sources, Place place) {
        scope.group()
                .ifPresent(group -> sources.stream()
                        .filter(source -> source.startsWith(group.list() + ".")
                                && !group.keys().contains(source))
                        .forEach(source -> findings.add(Finding.error(
                                        "mapping.NotInvertible",
                                        place,
                                        source
                                                + " is written once for a group of items, but the items may have different values")
                                .hint("add it to group-by, or write it inside each: ."))));
    }

    private void add(Scope scope, List<String> sources, Optional<SourceField> field, String text, Place place) {
        add(scope, sources, 1, field, text, place);
    }

    private void add(
            Scope scope, List<String> sources, int owned, Optional<SourceField> field, String text, Place place) {
        shared(scope, sources, place);
        leaves.add(new Leaf(scope.isoPath(), scope.element(), sources, owned, field, text, scope.cases(), place));
    }
}
