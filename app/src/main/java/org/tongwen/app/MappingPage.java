package org.tongwen.app;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongwen.mappings.AuthoredMapping;
import org.tongwen.mappings.sheet.AuditPage;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Nearest;
import org.tongwen.xsd.load.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tongwen map doc}. */
@Command(
        name = "doc",
        description = "Writes a mapping as one HTML page for the auditor.",
        customSynopsis = "tongwen map doc MAPPING [--sample CASE] [-o FILE] [--mappings DIR] ...",
        footer = {
            "",
            "The page shows every rule with a sample's values beside it, code tables, declared losses, refusals, policies, and what the",
            "check says. It needs no other file and prints well. Without --sample the first sample is shown, if there is one.",
            "",
            "Example: tongwen map doc wallet.transfer --sample business -o transfer.html"
        })
final class MappingPage implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MAPPING", description = "Name of a mapping, or its file.")
    private String mapping;

    @Option(
            names = "--sample",
            paramLabel = "CASE",
            description = "The sample whose values are shown. Default: the first")
    private @Nullable String sample;

    @Mixin
    private ResultFile output;

    @Mixin
    private AuthorOptions options;

    MappingPage(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        output.check(spec);
        Catalogue catalogue = options.catalogue(terminal);
        Checked<AuthoredMapping> known = options.mapping(mapping, catalogue);
        if (known.value().isEmpty()) {
            FindingPrinter.print(known.findings(), terminal);
            return Exit.FINDINGS;
        }
        Optional<String> shown = sample(AuditPage.samples(known.value().get()));
        byte[] page = AuditPage.of(known.value().get(), known.findings(), shown, catalogue);
        output.write(page, terminal);
        return Exit.DONE;
    }

    private Optional<String> sample(List<String> known) {
        if (sample != null && !known.contains(sample)) {
            throw StopException.notFound("no sample is named '" + sample + "'" + Nearest.hint(sample, known));
        }
        return Optional.ofNullable(sample).or(() -> known.stream().findFirst());
    }
}
