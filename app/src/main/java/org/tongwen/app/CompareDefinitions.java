package org.tongwen.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.diff.Difference;
import org.tongwen.xsd.diff.DifferenceJson;
import org.tongwen.xsd.diff.DifferenceText;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.JsonReport;
import org.tongwen.xsd.outline.ElementPath;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tongwen xsd diff}. */
@Command(
        name = "diff",
        description =
                "Compares two definitions, such as two versions of a message, or the standard and a usage guideline.",
        customSynopsis = "tongwen xsd diff A B [PATH] [--format text|json] [--xsd DIR] ...",
        footer = {
            "",
            "A definition is a message such as pacs.008.001.08, a schema file, or iso:pacs.008.001.08 for the built-in definition",
            "where one of your own has taken its place.",
            "",
            "Definitions are compared by their trees, not by the names of types or by namespace. A type that changed is listed",
            "once, with the first place that uses it and the number of others. What a change does to the messages that are valid:",
            "  widens   what was valid stays valid, and more becomes valid",
            "  narrows  less is valid, and nothing that was not valid before",
            "  both     some messages are no longer valid, and some become valid; also where it is not certain",
            "",
            "Exit code 0 also when there are differences. Exit code 3: a message, file or path does not exist.",
            "",
            "Example: tongwen xsd diff pacs.008.001.08 pacs.008.001.10",
            "Example: tongwen xsd diff pacs.008.001.08 guideline/pacs.008.001.08.xsd CdtTrfTxInf/Dbtr"
        })
final class CompareDefinitions implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            index = "0",
            paramLabel = "A",
            description = "The older or wider definition: a message or a schema file.")
    private String before;

    @Parameters(
            index = "1",
            paramLabel = "B",
            description = "The newer or narrower definition: a message or a schema file.")
    private String after;

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "PATH",
            defaultValue = "",
            description = "The element to compare, such as CdtTrfTxInf/Dbtr; both must have it. Default: the root")
    private String path;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            converter = OutputFormat.Converter.class,
            description = "How to write the changes. Default: text")
    private OutputFormat format;

    @Mixin
    private SchemaOptions schemas;

    CompareDefinitions(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Checked<MessageDefinition> one = schemas.definition(before);
        Checked<MessageDefinition> other = schemas.definition(after);
        List<Finding> findings = new ArrayList<>(one.findings());
        findings.addAll(other.findings());
        FindingPrinter.print(findings.stream().distinct().toList(), terminal);
        if (!one.ok() || !other.ok()) {
            return Exit.FINDINGS;
        }
        Difference difference =
                difference(one.value().orElseThrow(), other.value().orElseThrow());
        switch (format) {
            case TEXT -> terminal.result(DifferenceText.of(difference));
            case JSON -> terminal.result(JsonReport.object(json -> DifferenceJson.fields(difference, json)));
        }
        return Exit.DONE;
    }

    private Difference difference(MessageDefinition one, MessageDefinition other) {
        return Difference.of(one, element(one), other, element(other));
    }

    private ElementPath element(MessageDefinition definition) {
        Checked<ElementPath> found = ElementPath.find(definition, path);
        return found.value()
                .orElseThrow(() -> StopException.notFound(
                        definition.id() + ": " + found.findings().get(0).message()));
    }
}
