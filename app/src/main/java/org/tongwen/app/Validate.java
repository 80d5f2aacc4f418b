package org.tongwen.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongwen.rules.MessageValidator;
import org.tongwen.rules.ProfileValidator;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.FindingSarif;
import org.tongwen.xsd.finding.JsonReport;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.Limits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tongwen validate}. */
@Command(
        name = "validate",
        description =
                "Checks ISO 20022 messages against their definitions, and under a profile against its rules: one verdict for each file,"
                        + " in the order given.",
        customSynopsis = {
            "tongwen validate [FILE...|-] [--profile NAME [--as-of YYYY-MM-DD]] [--format text|json|sarif|junit|html]",
            "                 [--message ID] [--rules DIR] ..."
        },
        footer = {
            "",
            "Verdicts go to standard output. With --format text the findings go to standard error, with --format json they",
            "stand in the verdict; the other formats are one report of all files. Every file is tried. Of several exit codes the first of these counts: 70 a file could not",
            "be judged because of an internal error, 124 timed out, 1 a file is invalid or unreadable, 3 a file does not exist.",
            "",
            "Rules that could not be checked are told as notes; a rule that fails to run makes the exit code 70.",
            "",
            "Example: tongwen validate --message pacs.008.001.08 payment.xml",
            "Example: tongwen validate payment.xml --profile cbpr-plus --as-of 2026-11-21 --format html > verdict.html"
        })
final class Validate implements Callable<Integer> {

    private final Terminal terminal;
    private final Failures failures;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            defaultValue = Input.STANDARD,
            description = "The messages. Default: -, standard input")
    private List<String> files;

    @Option(
            names = "--format",
            paramLabel = "text|json|sarif|junit|html",
            defaultValue = "text",
            converter = VerdictFormat.Converter.class,
            description = "How to write the verdicts. Default: text")
    private VerdictFormat format;

    @Mixin
    private RuleOptions rules;

    @Option(names = "--message", paramLabel = "ID", description = "Refuse any other message, such as another version.")
    private @Nullable String message;

    @Option(
            names = "--max-size",
            paramLabel = "SIZE",
            defaultValue = "100GB",
            converter = Size.Converter.class,
            description = "Refuse a document larger than this. Bulk messages need no more memory than their largest"
                    + " transaction. Default: 100GB")
    private Size maxSize;

    @Mixin
    private Timeout timeout;

    @Mixin
    private SchemaOptions schemas;

    Validate(Terminal terminal, Failures failures) {
        this.terminal = terminal;
        this.failures = failures;
    }

    @Override
    public Integer call() {
        List<Input> inputs = files.stream().map(Input::new).toList();
        if (inputs.stream().filter(Input::isStandard).count() > 1) {
            throw new ParameterException(spec.commandLine(), "standard input, '-', can be read only once");
        }
        Deadline deadline = timeout.start();
        Checked<Catalogue> catalogue = deadline.call(schemas::catalogue);
        FindingPrinter.print(catalogue.findings(), terminal);
        if (!catalogue.ok()) {
            return Exit.FINDINGS;
        }
        checkMessage(catalogue.value().orElseThrow());
        Validation validator = rules.validation(
                spec,
                catalogue.value().orElseThrow(),
                new MessageValidator(catalogue.value().orElseThrow(), Limits.DEFAULT.maxBytes(maxSize.bytes())),
                terminal);
        List<FileVerdict> verdicts = new ArrayList<>();
        for (Input input : inputs) {
            FileVerdict verdict = judge(input, validator, deadline);
            verdicts.add(verdict);
            print(verdict);
        }
        printAll(verdicts);
        return verdicts.stream()
                .map(FileVerdict::kind)
                .min(Enum::compareTo)
                .orElseThrow()
                .exitCode();
    }

    /** Complains when there is no such message. */
    private void checkMessage(Catalogue catalogue) {
        if (message != null) {
            new Definitions(catalogue).message(message);
        }
    }

    private FileVerdict judge(Input input, Validation validator, Deadline deadline) {
        try {
            return deadline.call(() -> judge(input, validator));
        } catch (StopException e) {
            return FileVerdict.without(
                    input.name(),
                    FileVerdict.Kind.TIMED_OUT,
                    Finding.error("app.TimedOut", Place.NOWHERE, String.valueOf(e.getMessage())));
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            // One file that we cannot cope with must not cost the verdicts on the others.
            failures.trace(e);
            return FileVerdict.without(
                    input.name(),
                    FileVerdict.Kind.NOT_JUDGED,
                    Finding.error("app.Internal", Place.NOWHERE, "internal error: " + Failures.shown(e)));
        }
    }

    /** Runs in the thread that the time limit may abandon: it writes nothing. */
    private FileVerdict judge(Input input, Validation validator) {
        if (!input.exists()) {
            return FileVerdict.without(
                    input.name(),
                    FileVerdict.Kind.NOT_FOUND,
                    Finding.error("app.NotFound", Place.NOWHERE, "no such file" + Input.nearby(input.argument())));
        }
        Checked<FileVerdict> verdict = input.open(
                terminal,
                bytes -> Checked.of(FileVerdict.of(input.name(), expected(validator.validate(bytes))), List.of()));
        return verdict.value()
                .orElseGet(() -> new FileVerdict(
                        input.name(),
                        FileVerdict.Kind.UNREADABLE,
                        Optional.empty(),
                        Optional.empty(),
                        verdict.findings(),
                        Optional.empty()));
    }

    private ProfileValidator.Result expected(ProfileValidator.Result result) {
        return message == null
                ? result
                : new ProfileValidator.Result(MessageValidator.expect(message, result.message()), result.rules());
    }

    private void print(FileVerdict verdict) {
        if (format == VerdictFormat.TEXT) {
            terminal.result(verdict.text());
            FindingPrinter.print(verdict.findings(), terminal);
        }
    }

    private void printAll(List<FileVerdict> verdicts) {
        switch (format) {
            case TEXT -> {}
            case JSON -> terminal.result(json(verdicts));
            case SARIF -> terminal.result(sarif(verdicts));
            case JUNIT -> terminal.result(VerdictJUnit.of(verdicts));
            case HTML -> terminal.result(VerdictHtml.of(verdicts));
        }
    }

    private static byte[] sarif(List<FileVerdict> verdicts) {
        Map<String, String> judgedBy = new LinkedHashMap<>();
        verdicts.forEach(verdict -> judgedBy.putAll(verdict.judgedBy()));
        return FindingSarif.of(
                Main.version().orElse(""),
                judgedBy,
                verdicts.stream()
                        .flatMap(verdict -> verdict.findings().stream())
                        .toList());
    }

    private static byte[] json(List<FileVerdict> verdicts) {
        return JsonReport.of(json -> {
            json.writeStartArray();
            for (FileVerdict verdict : verdicts) {
                verdict.write(json);
            }
            json.writeEndArray();
        });
    }
}
