package org.tongwen.app;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongwen.mappings.AuthoredMapping;
import org.tongwen.mappings.Mapping;
import org.tongwen.mappings.Mappings;
import org.tongwen.mappings.plan.Context;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.watch.Changes;
import org.tongwen.mappings.watch.FileStates;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Nearest;
import org.tongwen.xsd.load.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tongwen map try}. */
@Command(
        name = "try",
        description =
                "Translates a document there and back, and shows what was carried, what was lost, and what is wrong.",
        customSynopsis =
                "tongwen map try MAPPING FILE|- [--direction to-iso|from-iso] [--given NAME=VALUE]... [--watch] [--html FILE] ...",
        footer = {
            "",
            "With --watch it does so again whenever the mapping, a file beside it, or the document is saved, until Ctrl-C.",
            "Exit code 1: there is an error; 4: the payment is held for repair.",
            "",
            "Example: tongwen map try my-mappings/bank/transfer.pacs.008.001.08.yaml payment.json --watch"
        })
final class TryMapping implements Callable<Integer> {

    private static final Size MOST = new Size(10_000_000);

    private final Terminal terminal;
    private final Rounds rounds;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "MAPPING", description = "A mapping file, or the name of a mapping.")
    private String mapping;

    @Parameters(index = "1", paramLabel = "FILE", description = "The document; - for standard input.")
    private String file;

    @Option(
            names = "--direction",
            paramLabel = "to-iso|from-iso",
            converter = DirectionWord.class,
            description = "Which way first. Default: from-iso for a document of the mapping's message, else to-iso")
    private @Nullable Direction direction;

    @Option(names = "--watch", description = "Again on every save.")
    private boolean watch;

    @Option(names = "--html", paramLabel = "FILE", description = "Write the report to this file too, as one HTML page.")
    private @Nullable Path html;

    @Mixin
    private Given given;

    @Mixin
    private ProfileOptions profile;

    @Mixin
    private Recall recall;

    @Mixin
    private MappingOptions mappings;

    @Mixin
    private SchemaOptions schemas;

    TryMapping(Terminal terminal, Rounds rounds) {
        this.terminal = terminal;
        this.rounds = rounds;
    }

    @Override
    public Integer call() {
        given.check(spec);
        recall.check(spec);
        if (html != null) {
            Output.checkPlace(html, spec);
        }
        Input input = new Input(file);
        if (watch && input.isStandard()) {
            throw new ParameterException(spec.commandLine(), "--watch needs a file; standard input is read only once");
        }
        if (!input.exists()) {
            throw StopException.notFound(input.missing());
        }
        Checked<Catalogue> catalogue = schemas.catalogue();
        FindingPrinter.print(catalogue.findings(), terminal);
        if (!catalogue.ok()) {
            return Exit.FINDINGS;
        }
        MappingFiles.Target target = target(catalogue.value().orElseThrow());
        // Looked at before the first round, so that what is saved during it counts.
        Changes changes = new Changes(() -> watch ? FileStates.of(watched(target)) : FileStates.of(List.of()));
        int exit = once(target, input, catalogue.value().orElseThrow());
        while (watch && rounds.next(changes)) {
            terminal.result("\n");
            exit = once(target, input, catalogue.value().orElseThrow());
        }
        return exit;
    }

    private MappingFiles.Target target(Catalogue catalogue) {
        return asFile().map(MappingFiles.Target::of).orElseGet(() -> named(catalogue));
    }

    private StopException isDispatch() {
        return StopException.notFound("'" + mapping + "' is a dispatch, which picks mappings; try the mapping that it"
                + " picks, which 'tongwen translate' with --report names");
    }

    private Optional<Path> asFile() {
        try {
            Optional<Path> asked = Optional.of(Path.of(mapping)).filter(Files::isRegularFile);
            if (asked.filter(Mappings::isDispatch).isPresent()) {
                throw isDispatch();
            }
            return asked;
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private MappingFiles.Target named(Catalogue catalogue) {
        List<String> names = new ArrayList<>();
        for (Path each : Mappings.files(mappings.required())) {
            MappingFiles.Target target = MappingFiles.Target.of(each);
            Optional<AuthoredMapping> known = target.load(catalogue).value();
            if (known.isPresent() && known.get().plan().name().equals(mapping)) {
                return target;
            }
            known.ifPresent(other -> names.add(other.plan().name()));
        }
        if (Mappings.dispatches(mappings.required()).stream()
                .anyMatch(file ->
                        Mappings.dispatchName(file).filter(mapping::equals).isPresent())) {
            throw isDispatch();
        }
        throw StopException.notFound("no mapping is named '" + mapping + "'" + Nearest.hint(mapping, names));
    }

    private int once(MappingFiles.Target target, Input input, Catalogue catalogue) {
        Checked<AuthoredMapping> read = target.load(catalogue);
        Checked<byte[]> document = input.read(terminal, MOST);
        FindingPrinter.print(read.findings(), terminal, new Excerpts());
        FindingPrinter.print(document.findings(), terminal);
        if (!read.ok() || !document.ok()) {
            return Exit.FINDINGS;
        }
        AuthoredMapping authored = read.value().orElseThrow();
        Mapping ready = authored.ready();
        given.checkNames(ready, spec);
        profile.check(ready, spec);
        recall.checkNames(ready, spec);
        byte[] bytes = document.value().orElseThrow();
        Direction way = Optional.ofNullable(direction).orElseGet(() -> guess(ready, bytes));
        Context context = given.context().under(profile.profile()).recalling(recall.originals());
        TryReport report = TryReport.of(authored, way, input.name(), bytes, context);
        terminal.result(report.text());
        if (html != null) {
            Output.write(html, TryHtml.of(report));
        }
        return Exit.of(report.outcome());
    }

    /** A document that names the namespace of the mapping's message is one. */
    private static Direction guess(Mapping mapping, byte[] document) {
        String text = new String(document, StandardCharsets.UTF_8);
        return text.contains(":xsd:" + mapping.message() + "\"") || text.contains(":xsd:" + mapping.message() + "'")
                ? Direction.FROM_ISO
                : Direction.TO_ISO;
    }

    /** The mapping files below the root, what lies beside this one, parts that mappings share, the document, and what it recalls. */
    private List<Path> watched(MappingFiles.Target target) {
        List<Path> beside = new ArrayList<>(
                List.of(target.file().resolveSibling(""), target.root().resolve("parts"), Path.of(file)));
        beside.addAll(recall.files());
        return Stream.concat(Mappings.files(target.root()).stream(), beside.stream())
                .toList();
    }
}
