package org.tongwen.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tongwen.mappings.skeleton.Description;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tongwen map infer}. */
@Command(
        name = "infer",
        description =
                "Guesses the description of an institution's documents from samples: a JSON Schema, or a CSV layout.",
        customSynopsis = "tongwen map infer SAMPLE... [-o FILE]",
        footer = {
            "",
            "A field is required when every sample has it; greatest lengths are rounded up; codes are listed when few values in capitals",
            "come again and again. Look the guess through before you build on it.",
            "",
            "Example: tongwen map infer payments/*.json -o transfer.schema.json"
        })
final class InferSchema implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "SAMPLE", description = "Documents of one kind, JSON or CSV.")
    private List<String> samples;

    @Mixin
    private ResultFile output;

    @Option(
            names = "--max-size",
            paramLabel = "SIZE",
            defaultValue = "100MB",
            converter = Size.Converter.class,
            description = "Refuse a document larger than this. Default: 100MB")
    private Size maxSize;

    InferSchema(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        output.check(spec);
        List<Description.Document> documents = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (String sample : samples) {
            Input input = new Input(sample);
            if (!input.exists()) {
                throw StopException.notFound(input.missing());
            }
            Checked<byte[]> read = input.read(terminal, maxSize);
            findings.addAll(read.findings());
            read.value().ifPresent(bytes -> documents.add(new Description.Document(input.name(), bytes)));
        }
        Checked<Description> guess = Description.guess(documents, "sample");
        findings.addAll(guess.findings());
        FindingPrinter.print(findings, terminal);
        if (Finding.anyError(findings) || guess.value().isEmpty()) {
            return Exit.FINDINGS;
        }
        output.write(guess.value().get().bytes(), terminal);
        return Exit.DONE;
    }
}
