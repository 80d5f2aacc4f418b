package org.tongwen.app;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongwen.mappings.Mapping;
import org.tongwen.mappings.Mappings;
import org.tongwen.mappings.plan.BulkTranslation;
import org.tongwen.mappings.plan.Context;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Reporting;
import org.tongwen.mappings.plan.Translation;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Nearest;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.load.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tongwen translate}. */
@Command(
        name = "translate",
        description =
                "Translates one document. The result goes to standard output, findings and losses to standard error.",
        customSynopsis =
                "tongwen translate MAPPING to-iso|from-iso [FILE|-] [--given NAME=VALUE]... [--report FILE] ...",
        footer = {
            "",
            "With a finding of severity error nothing is written, and the exit code is 1; it is 4 when only rules of the profile",
            "stand against the payment, which is then held for repair.",
            "",
            "Example: tongwen translate swift.mt103 to-iso payment.txt --out payment.xml"
        })
final class Translate implements Callable<Integer> {

    /** Bytes from which a document is long. */
    private static final long LONG = 4_000_000;

    private final Terminal terminal;
    private final MappingSource source;

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "MAPPING",
            description = "Name of the mapping; 'tongwen map list' lists them.")
    private String mapping;

    @Parameters(
            index = "1",
            paramLabel = "to-iso|from-iso",
            converter = DirectionWord.class,
            description = "Which way to translate.")
    private Direction direction;

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = Input.STANDARD,
            description = "The document. Default: -, standard input")
    private String file;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description =
                    "Write findings and losses to this file, also when there is no result: as a page when its name"
                            + " ends in .html, else as JSON.")
    private @Nullable Path report;

    @Option(
            names = "--reporting",
            paramLabel = "none|losses|lineage",
            defaultValue = "losses",
            converter = ReportingWord.class,
            description =
                    "How much is said of the values: what was lost, every value with its fate, or nothing. Default:"
                            + " losses")
    private Reporting reporting;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write the result to this file, as a whole or not at all.")
    private @Nullable Path out;

    @Option(
            names = "--max-size",
            paramLabel = "SIZE",
            defaultValue = "100MB",
            converter = Size.Converter.class,
            description =
                    "Take no larger document into memory. With --out a mapping that can be run item by item takes a"
                            + " file of any size. Default: 100MB")
    private Size maxSize;

    @Mixin
    private Given given;

    @Mixin
    private ProfileOptions profile;

    @Mixin
    private Recall recall;

    @Mixin
    private Timeout timeout;

    @Mixin
    private MappingOptions mappings;

    @Mixin
    private SchemaOptions schemas;

    Translate(Terminal terminal, MappingSource source) {
        this.terminal = terminal;
        this.source = source;
    }

    @Override
    public Integer call() {
        check();
        TranslationReport done = timeout.start().call(this::translate);
        FindingPrinter.print(done.translation().findings(), terminal);
        FindingPrinter.print(done.lossNotes(), terminal);
        if (report != null) {
            Output.write(report, report.toString().endsWith(".html") ? done.page(new Input(file).name()) : done.json());
        }
        if (!done.ok()) {
            return Exit.of(done.translation().outcome());
        }
        if (!done.isWritten()) {
            write(done.translation().result().orElseThrow());
        }
        return Exit.DONE;
    }

    private void check() {
        given.check(spec);
        recall.check(spec);
        if (out != null
                && report != null
                && out.toAbsolutePath()
                        .normalize()
                        .equals(report.toAbsolutePath().normalize())) {
            throw new ParameterException(spec.commandLine(), "--out and --report name the same file");
        }
        List<Path> written = new ArrayList<>();
        Optional.ofNullable(out).ifPresent(written::add);
        Optional.ofNullable(report).ifPresent(written::add);
        for (Path each : written) {
            Output.checkPlace(each, spec);
        }
    }

    private void write(byte[] result) {
        if (out == null) {
            terminal.result(result);
        } else {
            Output.write(out, result);
        }
    }

    /** Runs in the thread that the time limit may abandon: it writes nothing, but for a long document's file as a whole. */
    private TranslationReport translate() {
        Input input = new Input(file);
        if (!input.exists()) {
            throw StopException.notFound(input.missing());
        }
        Checked<Catalogue> catalogue = schemas.catalogue();
        if (!catalogue.ok()) {
            return TranslationReport.refused(mapping, direction, catalogue.findings());
        }
        Checked<Mappings> known = mappings.load(source, catalogue.value().orElseThrow());
        Optional<Mapping> found = known.value().flatMap(all -> all.find(mapping));
        if (found.isPresent()) {
            return translate(found.get(), input);
        }
        if (Finding.anyError(known.findings())) {
            // Perhaps one of the files with errors is the one that was meant.
            List<Finding> all = new ArrayList<>(known.findings());
            all.add(unknownBecauseOfErrors());
            return TranslationReport.refused(mapping, direction, all);
        }
        List<String> names = known.value().map(Mappings::all).orElse(List.of()).stream()
                .map(Mapping::name)
                .toList();
        throw StopException.notFound("no mapping is named '" + mapping + "'" + Nearest.hint(mapping, names));
    }

    private Finding unknownBecauseOfErrors() {
        return Finding.error("app.UnknownMapping", Place.NOWHERE, "no mapping file without errors has this name")
                .value(mapping);
    }

    private TranslationReport translate(Mapping known, Input input) {
        given.checkNames(known, spec);
        profile.check(known, spec);
        recall.checkNames(known, spec);
        Optional<Path> target = Optional.ofNullable(out).filter(Translate::isFile);
        boolean isLong = input.size() > Math.min(maxSize.bytes(), LONG);
        if (isLong && target.isPresent() && known.wholeBecause().isEmpty()) {
            return bulk(known, input, target.get());
        }
        Checked<byte[]> document = input.read(terminal, maxSize);
        Translation translation = document.value()
                .map(bytes -> known.translate(direction, bytes, context()))
                .orElseGet(() -> Translation.refused(document.findings().stream()
                        .map(finding -> isLong ? finding.hint(tooLarge(known)) : finding)
                        .toList()));
        return TranslationReport.of(known, direction, input.name(), translation);
    }

    private Context context() {
        return given.context().under(profile.profile()).reporting(reporting).recalling(recall.originals());
    }

    /** A device or a named pipe cannot appear as a whole. */
    private static boolean isFile(Path path) {
        return !Files.exists(path) || Files.isRegularFile(path);
    }

    private TranslationReport bulk(Mapping known, Input input, Path target) {
        try (Progress progress = new Progress(terminal)) {
            BulkTranslation done = known.translate(direction, Path.of(input.argument()), target, context(), progress);
            return TranslationReport.of(known, direction, input.name(), done);
        } catch (UncheckedIOException e) {
            throw StopException.refused("cannot translate " + input.name() + " into " + target + ": "
                    + Input.reason(Objects.requireNonNull(e.getCause())));
        }
    }

    private String tooLarge(Mapping known) {
        return known.wholeBecause()
                .map(reason -> "the mapping cannot be run item by item: " + reason)
                .orElse("a file and --out let the mapping run item by item");
    }
}
