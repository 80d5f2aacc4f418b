package org.tongwen.mappings.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongwen.mappings.read.Assembly;
import org.tongwen.mappings.read.MappingFile;
import org.tongwen.mappings.read.MappingFile.Choice;
import org.tongwen.mappings.read.MappingFile.Element;
import org.tongwen.mappings.read.MappingFile.Word;
import org.tongwen.mappings.read.MappingReader;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.rules.condition.Condition;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.definition.Type;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Nearest;
import org.tongwen.xsd.finding.Place;

/** Compiles the body of a mapping: groups, lists, choices. What stands at the leaves is {@link LeafCompiler}'s. */
final class ContentCompiler {

    private final MappingFile file;
    private final SourceField schema;
    private final PlanCompiler.Stylesheets stylesheets;
    private final List<Finding> findings;
    private final LeafCompiler leafCompiler;
    private final StructureCheck structure;
    private final CaseConditions caseConditions;
    private int choices;

    ContentCompiler(
            MappingFile file,
            SourceField schema,
            List<ElementDeclaration> roots,
            PlanCompiler.Stylesheets stylesheets,
            List<Finding> findings) {
        this.caseConditions = new CaseConditions(schema, roots, findings);
        this.stylesheets = stylesheets;
        this.file = file;
        this.schema = schema;
        this.findings = findings;
        this.leafCompiler = new LeafCompiler(file, schema, findings);
        this.structure = new StructureCheck(findings);
    }

    List<Leaf> leaves() {
        return leafCompiler.leaves();
    }

    Map<Object, Place> places() {
        return leafCompiler.places();
    }

    /** ISO paths of elements whose codec brings texts into a set of characters. */
    Set<String> converted() {
        return leafCompiler.converted();
    }

    /** The fields that formulas fill on the way back. */
    List<Back> backs() {
        List<Back> backs = new ArrayList<>();
        file.back().forEach((path, word) -> back(path, word).ifPresent(backs::add));
        return backs;
    }

    /** How documents name the stored messages that formulas recall. */
    Map<String, RecallBy> recallBy() {
        Map<String, RecallBy> by = new HashMap<>();
        file.recallBy()
                .forEach((message, leaf) -> leafCompiler.recallBy(leaf).ifPresent(known -> by.put(message, known)));
        return by;
    }

    private Optional<Back> back(String path, Word word) {
        Optional<SourcePath> parsed = SourcePath.parse(path)
                .filter(known -> known.find(schema, schema).isPresent());
        if (parsed.isEmpty()) {
            findings.add(Finding.error("mapping.UnknownSource", word.place(), "the source has no field " + path));
        }
        if (!word.text().startsWith("=")) {
            findings.add(Finding.error(
                    "mapping.Form", word.place(), "what stands under back is a formula, such as = 'CRED'"));
            return Optional.empty();
        }
        Optional<Formula> formula =
                leafCompiler.backFormula(word.text().substring(1).strip(), word.place());
        return parsed.flatMap(known -> formula.map(compiled -> new Back(known, compiled, condition(path))));
    }

    private Optional<Condition> condition(String path) {
        return Optional.ofNullable(file.backIf().get(path)).flatMap(caseConditions::onSource);
    }

    /** What travels in supplementary data. */
    Optional<Carry> carry(MessageDefinition message) {
        if (file.carry().isEmpty()) {
            return Optional.empty();
        }
        Place place = file.carry().get(0).place();
        List<SourcePath> paths = known(file.carry());
        ElementDeclaration body = PlanCompiler.elements(message.root()).get(0);
        Scope scope = Scope.root(message.root(), schema).into(body);
        Optional<Scope> data = scope.child("SplmtryData").map(scope::into);
        Optional<Scope> envelope = data.flatMap(found -> found.child("Envlp").map(found::into));
        if (envelope.isEmpty()) {
            findings.add(Finding.error(
                    "mapping.Carry", place, message.id() + " has no supplementary data that could carry fields"));
            return Optional.empty();
        }
        leafCompiler.carried(paths, envelope.get(), place);
        Carry carry = new Carry(paths, data.get().element(), envelope.get().element(), schema);
        return Optional.of(leafCompiler.placed(carry, place));
    }

    /** Sensitive fields must be there, or a misspelt one would be shown. */
    void sensitive() {
        known(file.sensitive());
    }

    private List<SourcePath> known(List<Word> words) {
        List<SourcePath> paths = new ArrayList<>();
        for (Word word : words) {
            Optional<SourcePath> path = path(word);
            if (path.flatMap(found -> found.find(schema, schema)).isEmpty()) {
                unknownSource(path, word, "", schema);
            }
            path.ifPresent(paths::add);
        }
        return paths;
    }

    Group root(MessageDefinition message, List<Element> elements) {
        Place place = elements.isEmpty() ? file.place() : elements.get(0).place();
        return group(elements, place, Scope.root(message.root(), schema));
    }

    Group header(MessageDefinition message, Element header) {
        boolean plain = header.contents().stream()
                .allMatch(content -> content instanceof MappingFile.Group group && group.isPlain());
        if (!plain) {
            findings.add(Finding.error(
                    "mapping.Form", header.place(), "AppHdr holds elements; each, at and choose stand inside them"));
        }
        List<Element> elements = header.contents().stream()
                .filter(MappingFile.Group.class::isInstance)
                .flatMap(content -> ((MappingFile.Group) content).children().stream())
                .toList();
        return group(elements, header.place(), Scope.root(message.root(), schema));
    }

    private Group group(List<Element> elements, Place place, Scope scope) {
        structure.check(elements, place, scope);
        List<ElementRule> rules = new ArrayList<>();
        for (Element element : elements) {
            rule(element, scope).ifPresent(rules::add);
        }
        rules.sort(Comparator.comparingInt(rule -> rule.element().index()));
        rules.forEach(rule -> beside(rule, elements));
        return Group.of(rules);
    }

    /** An element that a codec fills from the one beside it may have no rule of its own. */
    private void beside(ElementRule rule, List<Element> elements) {
        rule.contents().stream()
                .filter(Pair.class::isInstance)
                .flatMap(pair -> ((Pair) pair).targets().stream())
                .filter(Target::beside)
                .map(target -> target.steps().get(0).element().name())
                .forEach(name -> elements.stream()
                        .filter(element -> element.name().equals(name))
                        .forEach(element -> findings.add(Finding.error(
                                "mapping.NotInvertible",
                                element.place(),
                                name + " is written twice: by its own rule, and by the codec of "
                                        + rule.element().name()))));
    }

    private Optional<ElementRule> rule(Element element, Scope scope) {
        Optional<ElementDeclaration> declaration = scope.child(element.name());
        if (declaration.isEmpty()) {
            List<String> known = PlanCompiler.elements(scope.element()).stream()
                    .map(ElementDeclaration::name)
                    .toList();
            String hint = Nearest.of(element.name(), withWords(known, scope))
                    .map(near -> "did you mean " + near + "?")
                    .orElseGet(() -> known.isEmpty() ? "" : "it has " + String.join(", ", known));
            findings.add(Finding.error(
                            "mapping.UnknownElement",
                            element.place(),
                            scope.element().name() + " has no element " + element.name())
                    .hint(hint));
            return Optional.empty();
        }
        Scope inner = scope.into(declaration.get());
        List<Content> contents = element.contents().stream()
                .flatMap(content -> content(content, inner).stream())
                .toList();
        return contents.isEmpty() ? Optional.empty() : Optional.of(ElementRule.of(declaration.get(), contents));
    }

    /** What stands where elements stand may be a misspelt word of the language. */
    private static List<String> withWords(List<String> elements, Scope scope) {
        boolean head = scope.isoPath().indexOf('/') < 0;
        return Stream.concat(elements.stream(), MappingReader.words(head).stream())
                .toList();
    }

    private Optional<Content> content(MappingFile.Content content, Scope scope) {
        return content instanceof MappingFile.Group group ? group(group, scope) : leafCompiler.leaf(content, scope);
    }

    private Optional<Content> group(MappingFile.Group group, Scope scope) {
        if (group.each().isPresent()) {
            return each(group, group.each().get(), scope);
        }
        if (group.at().isPresent()) {
            return at(group, group.at().get(), scope);
        }
        if (group.shape() instanceof Choice choice) {
            return choose(choice, scope);
        }
        if (group.shape() instanceof MappingFile.Split split) {
            return split(split, group.place(), scope);
        }
        if (group.shape() instanceof MappingFile.Stylesheet sheet) {
            return styled(sheet, scope);
        }
        Type type = scope.element().type();
        if (type instanceof ComplexType complex && complex.value().isEmpty()) {
            return Optional.of(group(group.children(), group.place(), scope));
        }
        findings.add(Finding.error(
                "mapping.NotAGroup",
                group.place(),
                scope.element().name() + " holds a value (" + type.name() + "), not elements"));
        return Optional.empty();
    }

    private Optional<Content> each(MappingFile.Group group, Word list, Scope scope) {
        if (list.text().equals(".") && scope.group().isPresent()) {
            return items(group.ofItem(), scope);
        }
        Optional<SourcePath> path = path(list);
        Optional<SourceField> field = path.flatMap(found -> found.find(schema, scope.source()));
        if (path.isEmpty() || field.isEmpty()) {
            unknownSource(path, list, scope);
            return Optional.empty();
        }
        if (field.get().kind() != Tree.Kind.LIST || field.get().items().isEmpty()) {
            findings.add(Finding.error("mapping.TypeMismatch", list.place(), list.text() + " is no list")
                    .hint(
                            list.text().equals(".")
                                    ? "each: . writes the items of a group; it stands inside group-by"
                                    : ""));
            return Optional.empty();
        }
        SourceField item = field.get().items().get();
        boolean ofValues = item.fields().isEmpty();
        if (!ofValues) {
            leafCompiler.list(path.get(), list, scope);
        }
        String listPath = path.get().absolute(scope.sourcePath());
        return group.groupBy().isEmpty()
                ? group(group.ofItem(), scope.item(item, listPath))
                        .map(content -> leafCompiler.placed(new Each(path.get(), ofValues, content), list.place()))
                : groupBy(group, path.get(), scope.item(item, listPath))
                        .map(content -> leafCompiler.placed(content, list.place()));
    }

    /** The element once for each group; what its paths name must be the same for all items of a group. */
    private Optional<Content> groupBy(MappingFile.Group group, SourcePath list, Scope item) {
        List<SourcePath> keys = new ArrayList<>();
        for (Word key : group.groupBy()) {
            Optional<SourcePath> path = path(key);
            if (path.flatMap(found -> found.find(schema, item.source())).isEmpty()) {
                unknownSource(path, key, item);
            }
            path.ifPresent(keys::add);
        }
        Set<String> names =
                keys.stream().map(key -> key.absolute(item.sourcePath())).collect(Collectors.toSet());
        return group(group.ofItem(), item.group(item.source(), new Scope.Grouping(item.sourcePath(), names)))
                .map(content -> new GroupBy(list, keys, content));
    }

    private Optional<Content> items(MappingFile.Group group, Scope scope) {
        String list = scope.group().map(Scope.Grouping::list).orElse("");
        if (!scope.sourcePath().equals(list)) {
            findings.add(Finding.error(
                    "mapping.Form", group.place(), "each: . writes the items of a group; it may not stand inside at"));
        }
        return group(group, scope.item(scope.source(), list))
                .map(content -> new GroupBy.Items(SourcePath.parse(".").orElseThrow(), content));
    }

    private Optional<Content> at(MappingFile.Group group, Word object, Scope scope) {
        Optional<SourcePath> path = path(object);
        Optional<SourceField> field = path.flatMap(found -> found.find(schema, scope.source()));
        if (path.isEmpty() || field.isEmpty()) {
            unknownSource(path, object, scope);
            return Optional.empty();
        }
        Scope inner = scope.at(field.get(), path.get().absolute(scope.sourcePath()));
        return group(group.ofObject(), inner).map(content -> new At(path.get(), content));
    }

    private Optional<Content> split(MappingFile.Split split, Place place, Scope scope) {
        Optional<SourcePath> path = path(split.path());
        Optional<SourceField> field = path.flatMap(found -> found.find(schema, scope.source()));
        if (path.isEmpty() || field.isEmpty()) {
            unknownSource(path, split.path(), scope);
            return Optional.empty();
        }
        Optional<Pieces> pieces = Pieces.parse(split.as().text());
        if (pieces.isEmpty() || pieces.get().hasTouchingValues()) {
            findings.add(Finding.error(
                            "mapping.NotInvertible",
                            split.as().place(),
                            "what stands behind as names elements in braces, with something between them")
                    .hint("for instance \"{StrtNm}, {PstCd} {TwnNm}\""));
            return Optional.empty();
        }
        structure.check(written(pieces.get(), split.as().place()), place, scope);
        List<ElementDeclaration> elements = new ArrayList<>();
        for (String name : pieces.get().names()) {
            Optional<ElementDeclaration> element = scope.child(name);
            if (element.isEmpty() || LeafCompiler.valueType(element.get()).isEmpty()) {
                findings.add(Finding.error(
                        element.isEmpty() ? "mapping.UnknownElement" : "mapping.NotALeaf",
                        split.as().place(),
                        scope.element().name() + " has no element " + name + " that holds a value"));
                return Optional.empty();
            }
            elements.add(element.get());
            leafCompiler.part(split, path.get(), field.get(), scope.into(element.get()), elements.size() == 1);
        }
        Split made = new Split(
                scope.isoPath(), path.get(), pieces.get(), elements, split.as().text());
        return Optional.of(leafCompiler.placed(made, split.path().place()));
    }

    private Optional<Content> styled(MappingFile.Stylesheet sheet, Scope scope) {
        String file = sheet.file().text();
        List<SourcePath> reads = new ArrayList<>();
        for (Word word : sheet.reads()) {
            Optional<SourcePath> path = path(word);
            if (path.flatMap(found -> found.find(schema, scope.source())).isEmpty()) {
                unknownSource(path, word, scope);
            }
            path.ifPresent(reads::add);
        }
        if (sheet.reads().isEmpty()) {
            findings.add(Finding.error(
                    "mapping.Form",
                    sheet.file().place(),
                    "beside xslt, reads: lists the source fields that it carries"));
        }
        leafCompiler.styled(sheet, reads, scope);
        Optional<Assembly.Source> source = stylesheets.read(sheet.file());
        if (source.isEmpty()) {
            findings.add(Finding.error(
                    "mapping.UnknownFile",
                    sheet.file().place(),
                    "there is no stylesheet " + file + " beside the mapping"));
            return Optional.empty();
        }
        Checked<Stylesheet> compiled = Stylesheet.compile(
                source.get().name(), source.get().bytes(), sheet.oneWay().isEmpty());
        findings.addAll(compiled.findings());
        return compiled.value()
                .map(made -> new Styled(
                        scope.isoPath(),
                        made,
                        file,
                        reads,
                        scope.source(),
                        sheet.oneWay().map(Word::text)))
                .map(made -> leafCompiler.placed(made, sheet.file().place()));
    }

    private static List<Element> written(Pieces pieces, Place place) {
        return pieces.names().stream()
                .map(name -> new Element(name, List.of(), place))
                .toList();
    }

    private Optional<Content> choose(Choice choice, Scope scope) {
        String text = choice.by().text().strip();
        boolean formula = text.startsWith("=");
        Optional<Formula> by = Optional.empty();
        if (!choice.isByConditions()) {
            by = formula
                    ? leafCompiler.formula(
                            text.substring(1).strip(), choice.by().place())
                    : leafCompiler.discriminator(choice.by(), scope);
            if (by.isEmpty()) {
                return Optional.empty();
            }
        }
        String id = "choice" + choices++;
        List<Choose.Case> cases = new ArrayList<>();
        choice.cases().forEach((name, content) -> {
            CaseConditions.Conditions when = Optional.ofNullable(choice.when().get(name))
                    .map(words -> caseConditions.compile(words, scope))
                    .orElse(CaseConditions.Conditions.NONE);
            content(content, scope.inCase(id + "#" + name))
                    .ifPresent(made -> cases.add(new Choose.Case(name, made, when)));
        });
        return Optional.of(leafCompiler.placed(
                Choose.of(scope.isoPath(), by, text, cases), choice.by().place()));
    }

    private Optional<SourcePath> path(Word word) {
        return SourcePath.parse(word.text());
    }

    private void unknownSource(Optional<SourcePath> path, Word word, Scope scope) {
        unknownSource(path, word, scope.sourcePath(), scope.source());
    }

    private void unknownSource(Optional<SourcePath> path, Word word, String around, SourceField source) {
        String name = path.map(found -> found.absolute(around)).orElse(word.text());
        String fields = String.join(", ", source.fields().keySet());
        findings.add(Finding.error("mapping.UnknownSource", word.place(), "the source has no field " + name)
                .hint(fields.isEmpty() ? "" : "it has " + fields));
    }
}
