package org.tongwen.app;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tongwen.mappings.format.mt.MtOutline;
import org.tongwen.mappings.format.mt.MtOutlineJson;
import org.tongwen.mappings.format.mt.MtOutlineText;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.FindingJson;
import org.tongwen.xsd.finding.JsonReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tongwen mt show}. */
@Command(
        name = "show",
        description =
                "Shows a SWIFT MT message: its blocks, fields and their parts with their names, and what is wrong with it.",
        customSynopsis = "tongwen mt show [FILE|-] [--format text|json]",
        footer = {
            "",
            "With --format text the findings go to standard error, with --format json they stand in the result. A damaged message is",
            "shown as far as it can be read. Of a type that Tongwen has no layout for, the fields are shown as they stand.",
            "",
            "Exit code 1: the message has findings of severity error.",
            "",
            "Example: tongwen mt show payment.fin"
        })
final class ShowMt implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = Input.STANDARD,
            description = "The message. Default: -, standard input")
    private String file;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            converter = OutputFormat.Converter.class,
            description =
                    "How to write the message. JSON also has the path by which mappings find each value. Default: text")
    private OutputFormat format;

    @Option(
            names = "--max-size",
            paramLabel = "SIZE",
            defaultValue = "10MB",
            converter = Size.Converter.class,
            description = "Refuse a document larger than this. Default: 10MB")
    private Size maxSize;

    ShowMt(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Input input = new Input(file);
        if (!input.exists()) {
            throw StopException.notFound(input.missing());
        }
        Checked<byte[]> read = input.read(terminal, maxSize);
        Checked<MtOutline> outline =
                read.value().map(MtOutline::of).orElseGet(() -> new Checked<>(Optional.empty(), read.findings()));
        print(outline.value(), FindingPrinter.in(input.name(), outline.findings()));
        return Finding.anyError(outline.findings()) ? Exit.FINDINGS : Exit.DONE;
    }

    private void print(Optional<MtOutline> outline, List<Finding> findings) {
        switch (format) {
            case TEXT -> {
                outline.map(MtOutlineText::of).ifPresent(terminal::result);
                FindingPrinter.print(findings, terminal);
            }
            case JSON ->
                terminal.result(JsonReport.object(json -> {
                    if (outline.isPresent()) {
                        MtOutlineJson.fields(outline.get(), json);
                    }
                    json.writeFieldName("findings");
                    FindingJson.array(findings, json);
                }));
        }
    }
}
