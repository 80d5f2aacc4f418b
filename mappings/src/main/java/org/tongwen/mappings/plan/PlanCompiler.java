package org.tongwen.mappings.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongwen.mappings.codec.Table;
import org.tongwen.mappings.format.SourceFormat;
import org.tongwen.mappings.read.Assembly;
import org.tongwen.mappings.read.MappingFile;
import org.tongwen.mappings.read.MappingFile.Element;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.load.Catalogue;

/** Makes a plan of a mapping file: every name is resolved once, against the message, the source schema and the codecs. */
public final class PlanCompiler {

    private final MappingFile file;
    private final Catalogue catalogue;
    private final SourceFormat format;
    private final Stylesheets stylesheets;
    private final List<Finding> findings = new ArrayList<>();

    /** The stylesheets that a mapping names. */
    public interface Stylesheets {

        /** A stylesheet with its place below the folder that mappings stand in; empty when there is none. */
        Optional<Assembly.Source> read(MappingFile.Word name);
    }

    private PlanCompiler(MappingFile file, Catalogue catalogue, SourceFormat format, Stylesheets stylesheets) {
        this.file = file;
        this.catalogue = catalogue;
        this.format = format;
        this.stylesheets = stylesheets;
    }

    /** Compiles a mapping. The plan is there even when names are wrong, so that further checks can run; it must not be used then. */
    public static Checked<Plan> compile(
            MappingFile file, Catalogue catalogue, SourceFormat format, Stylesheets stylesheets) {
        PlanCompiler compiler = new PlanCompiler(file, catalogue, format, stylesheets);
        Optional<Plan> plan = compiler.plan();
        return new Checked<>(plan, compiler.findings);
    }

    private Optional<Plan> plan() {
        Optional<MessageDefinition> document = definition(file.iso());
        Optional<MessageDefinition> header = definition(file.header());
        if (document.isEmpty() || header.isEmpty()) {
            return Optional.empty();
        }
        Map<Boolean, List<Element>> roots = file.body().stream()
                .collect(Collectors.partitioningBy(element -> element.name().equals("AppHdr")));
        List<ElementDeclaration> messages = Stream.of(document.get(), header.get())
                .map(MessageDefinition::root)
                .toList();
        ContentCompiler compiler = new ContentCompiler(file, format.schema(), messages, stylesheets, findings);
        Plan.Part body =
                new Plan.Part(document.get(), compiler.root(document.get(), roots.getOrDefault(false, List.of())));
        Optional<Plan.Part> head = roots.getOrDefault(true, List.of()).stream()
                .findFirst()
                .map(element -> new Plan.Part(header.get(), compiler.header(header.get(), element)));
        Optional<Carry> carry = compiler.carry(document.get());
        compiler.sensitive();
        recalls();
        noField(messages);
        List<Back> backs = compiler.backs();
        Optional<CharsetPolicy> charset = CharsetPolicy.of(file.policy().charset(), compiler.converted());
        return Optional.of(new Plan(
                file,
                format,
                catalogue,
                head,
                body,
                compiler.leaves(),
                compiler.places(),
                backs,
                carry,
                charset,
                compiler.recallBy()));
    }

    /** Messages that formulas recall must be messages of the standard, of some version. */
    private void recalls() {
        file.recall().stream()
                .filter(name -> catalogue.ids().stream().noneMatch(id -> SeenMessages.isVersion(id, name.text())))
                .forEach(this::unknownMessage);
    }

    /** What has no field must be in the message, or a misspelt element would be lost without a word. */
    private void noField(List<ElementDeclaration> roots) {
        if (file.noField().isEmpty()) {
            return;
        }
        NamedElements elements = NamedElements.below(roots);
        file.noField().forEach((path, reason) -> {
            if (!elements.has(NoField.names(path))) {
                findings.add(
                        Finding.error("mapping.UnknownElement", reason.place(), "the message has no element " + path));
            }
        });
    }

    private Optional<MessageDefinition> definition(MappingFile.Word id) {
        Optional<MessageDefinition> definition = catalogue.find(id.text());
        if (definition.isEmpty()) {
            unknownMessage(id);
        }
        return definition;
    }

    private void unknownMessage(MappingFile.Word id) {
        List<String> versions = catalogue.versionsLike(id.text());
        findings.add(Finding.error("mapping.UnknownMessage", id.place(), "there is no message of this name")
                .value(id.text())
                .hint(versions.isEmpty() ? "" : "known versions: " + String.join(", ", versions)));
    }

    /** Code tables as codecs take them. */
    public static Map<String, Table> tables(MappingFile file) {
        Map<String, Table> tables = new LinkedHashMap<>();
        file.codes().forEach((name, table) -> {
            Map<String, String> toIso = new LinkedHashMap<>();
            Map<String, String> fromIso = new LinkedHashMap<>();
            table.toIso().forEach((source, iso) -> toIso.put(source, iso.text()));
            table.fromIso().forEach((iso, source) -> fromIso.put(iso, source.text()));
            tables.put(name, new Table(toIso, fromIso, table.otherwise().map(MappingFile.Word::text)));
        });
        return tables;
    }

    /** The elements of a type, none for a type that holds a value. */
    static List<ElementDeclaration> elements(ElementDeclaration element) {
        return element.type() instanceof ComplexType type ? type.elements() : List.of();
    }
}
