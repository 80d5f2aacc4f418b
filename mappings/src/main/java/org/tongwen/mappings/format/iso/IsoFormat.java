package org.tongwen.mappings.format.iso;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tongwen.mappings.format.Format;
import org.tongwen.mappings.format.MappingFiles;
import org.tongwen.mappings.format.SourceFormat;
import org.tongwen.mappings.format.xml.DefinedXml;
import org.tongwen.mappings.format.xml.Single;
import org.tongwen.rules.MessageValidator;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.Limits;

/** Messages of the standard: {@code source: {format: iso, message: pain.001.001.09}}. They are judged as any message is. */
public final class IsoFormat implements Format {

    private static final String MESSAGE = "message";
    private static final String HEADER = "header";
    private static final String USUAL_HEADER = "head.001.001.02";

    /** The format; it has no settings of its own. */
    public IsoFormat() {}

    @Override
    public String name() {
        return "iso";
    }

    /** {@code message} is the message's identifier; {@code header} that of its header, if it is another than head.001.001.02; {@code one} lists of one item. */
    @Override
    public Set<String> options() {
        return Set.of(MESSAGE, HEADER, Single.OPTION);
    }

    @Override
    public Checked<SourceFormat> open(Map<String, String> options, MappingFiles files) {
        List<Finding> findings = new ArrayList<>();
        Set<String> names = new TreeSet<>(options.keySet());
        names.removeAll(Set.of("format", MESSAGE, HEADER, Single.OPTION));
        names.forEach(option -> findings.add(
                Finding.error("mapping.UnknownOption", Place.NOWHERE, "the format iso has no option \"" + option + "\"")
                        .value(option)
                        .hint("known: header, message, one")));
        Catalogue catalogue = files.catalogue();
        Optional<MessageDefinition> message = find(options.getOrDefault(MESSAGE, ""), catalogue, findings);
        Optional<MessageDefinition> header = find(options.getOrDefault(HEADER, USUAL_HEADER), catalogue, findings);
        Set<ElementDeclaration> single =
                message.map(known -> Single.of(options, known, findings)).orElse(Set.of());
        MessageValidator validator = new MessageValidator(catalogue, Limits.DEFAULT);
        return findings.isEmpty()
                ? Checked.of(
                        new DefinedXml(
                                message.orElseThrow(),
                                header,
                                single,
                                true,
                                validator::validate,
                                MessageValidator::check),
                        findings)
                : Checked.none(findings);
    }

    private static Optional<MessageDefinition> find(String id, Catalogue catalogue, List<Finding> findings) {
        Optional<MessageDefinition> found = catalogue.find(id);
        if (found.isEmpty()) {
            List<String> versions = catalogue.versionsLike(id);
            findings.add(Finding.error("mapping.UnknownMessage", Place.NOWHERE, "there is no message " + id)
                    .value(id)
                    .hint(versions.isEmpty() ? "message: pain.001.001.09" : "known: " + String.join(", ", versions)));
        }
        return found;
    }
}
