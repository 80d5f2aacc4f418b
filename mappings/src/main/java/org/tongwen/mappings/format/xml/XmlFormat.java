package org.tongwen.mappings.format.xml;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tongwen.mappings.format.Format;
import org.tongwen.mappings.format.MappingFiles;
import org.tongwen.mappings.format.SourceFormat;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.load.SchemaFolder;
import org.tongwen.xsd.message.Limits;
import org.tongwen.xsd.message.MessageCheck;
import org.tongwen.xsd.message.MessageReader;

/**
 * XML of an institution's own, described by an XML Schema beside the mapping: {@code source: {format: xml, schema: transfer.xsd}}.
 */
public final class XmlFormat implements Format {

    private static final String SCHEMA = "schema";

    /** The format; it has no settings of its own. */
    public XmlFormat() {}

    @Override
    public String name() {
        return "xml";
    }

    @Override
    public Set<String> options() {
        return Set.of(SCHEMA, Single.OPTION);
    }

    @Override
    public Checked<SourceFormat> open(Map<String, String> options, MappingFiles files) {
        List<Finding> findings = new ArrayList<>();
        Set<String> names = new TreeSet<>(options.keySet());
        names.removeAll(Set.of("format", SCHEMA, Single.OPTION));
        names.forEach(option -> findings.add(
                Finding.error("mapping.UnknownOption", Place.NOWHERE, "the format xml has no option \"" + option + "\"")
                        .value(option)
                        .hint("known: " + Single.OPTION + ", " + SCHEMA)));
        String name = options.getOrDefault(SCHEMA, "");
        if (name.isEmpty()) {
            findings.add(Finding.error(
                            "mapping.MissingSchema",
                            Place.NOWHERE,
                            "the format xml needs an XML Schema beside the mapping")
                    .hint("source: {format: xml, schema: NAME.xsd}"));
            return Checked.none(findings);
        }
        Checked<MessageDefinition> definition =
                SchemaFolder.file(name, location -> new ByteArrayInputStream(files.read(location)));
        findings.addAll(definition.findings());
        Optional<SourceFormat> documents =
                definition.value().map(known -> documents(known, Single.of(options, known, findings)));
        return findings.isEmpty() ? new Checked<>(documents, findings) : Checked.none(findings);
    }

    private static SourceFormat documents(MessageDefinition definition, Set<ElementDeclaration> single) {
        Catalogue catalogue = Catalogue.builtIn().with(List.of(definition));
        MessageReader reader = new MessageReader(catalogue, Limits.DEFAULT);
        return new DefinedXml(
                definition,
                Optional.empty(),
                single,
                false,
                reader::read,
                message -> MessageCheck.check(message.document()));
    }
}
