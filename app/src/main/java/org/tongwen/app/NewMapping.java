package org.tongwen.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongwen.mappings.editor.EditorSchema;
import org.tongwen.mappings.skeleton.Sample;
import org.tongwen.mappings.skeleton.Skeleton;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.finding.Checked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tongwen map new}. */
@Command(
        name = "new",
        description =
                "Begins a mapping: a skeleton with all that the message demands, a guessed schema, a folder with the sample.",
        customSynopsis =
                "tongwen map new SAMPLE MESSAGE [--name INSTITUTION.FORMAT] [--schema FILE] [--mappings DIR] ...",
        footer = {
            "",
            "The sample is JSON, CSV with names in its first row, a SWIFT MT, or a message of the standard; its bytes tell which.",
            "Write a path or a formula for each TODO, and drop the # before what you need; 'tongwen map check' says what is left.",
            "Nothing that exists is overwritten: then the exit code is 1.",
            "",
            "Example: tongwen map new payment.json pain.001.001.09 --name my-bank.payment"
        })
final class NewMapping implements Callable<Integer> {

    private static final String HEADER = "head.001.001.02";

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "SAMPLE",
            description = "A document of the institution, or - for standard input.")
    private String sample;

    @Parameters(
            index = "1",
            paramLabel = "MESSAGE",
            description = "The message it corresponds to, such as pacs.008.001.08.")
    private String message;

    @Option(
            names = "--name",
            paramLabel = "INSTITUTION.FORMAT",
            description = "The mapping's name. Default: my-bank and the name of the sample's file")
    private @Nullable String name;

    @Option(
            names = "--schema",
            paramLabel = "FILE",
            description =
                    "Describes the sample, and is copied: a JSON Schema, an XML Schema, a CSV layout. Default: a guess")
    private @Nullable Path schema;

    @Option(
            names = "--max-size",
            paramLabel = "SIZE",
            defaultValue = "10MB",
            converter = Size.Converter.class,
            description = "Refuse a sample larger than this. Default: 10MB")
    private Size maxSize;

    @Mixin
    private AuthorOptions options;

    NewMapping(Terminal terminal) {
        this.terminal = terminal;
    }

    /** A mapping's name in its two parts. */
    private record Name(String institution, String format) {

        @Override
        public String toString() {
            return institution + "." + format;
        }
    }

    @Override
    public Integer call() {
        Name names = names();
        Input input = new Input(sample);
        if (!input.exists()) {
            throw StopException.notFound(input.missing());
        }
        Definitions definitions = new Definitions(options.catalogue(terminal));
        MessageDefinition body = definitions.message(message);
        MessageDefinition header = definitions.message(HEADER);
        Checked<byte[]> document = input.read(terminal, maxSize);
        Checked<Sample> read = document.value()
                .map(bytes -> read(bytes, names.format()))
                .orElseGet(() -> Checked.none(document.findings()));
        FindingPrinter.print(FindingPrinter.in(input.name(), read.findings()), terminal);
        if (!read.ok()) {
            return Exit.FINDINGS;
        }
        write(files(names, read.value().orElseThrow(), document.value().orElseThrow(), body, header));
        writeMissing(editorSchema(), EditorSchema.of(body, header));
        return Exit.DONE;
    }

    private Checked<Sample> read(byte[] document, String base) {
        Path existing = schema;
        if (existing == null) {
            return Sample.of(document, base);
        }
        Input description = new Input(existing.toString());
        if (!description.exists()) {
            throw StopException.notFound(description.missing());
        }
        Checked<byte[]> bytes = description.read(terminal, maxSize);
        return bytes.value()
                .map(content -> Sample.of(document, String.valueOf(existing.getFileName()), content))
                .orElseGet(() -> Checked.none(bytes.findings()));
    }

    private Name names() {
        String base = new Input(sample).isStandard()
                ? "payment"
                : String.valueOf(Path.of(sample).getFileName());
        String usual = "my-bank." + base.replaceFirst("\\..*", "").replaceAll("[^A-Za-z0-9-]+", "-");
        String full = Optional.ofNullable(name).orElse(usual);
        if (!full.matches("[A-Za-z0-9][A-Za-z0-9-]*\\.[A-Za-z0-9][A-Za-z0-9-]*")) {
            throw new ParameterException(
                    spec.commandLine(), "'" + full + "' is not INSTITUTION.FORMAT, such as my-bank.payment");
        }
        int dot = full.indexOf('.');
        return new Name(full.substring(0, dot), full.substring(dot + 1));
    }

    /** What will be written, by its place. */
    private Map<Path, byte[]> files(
            Name names, Sample read, byte[] document, MessageDefinition body, MessageDefinition header) {
        Path folder = options.folder().resolve(names.institution());
        Map<Path, byte[]> files = new LinkedHashMap<>();
        String forEditors = folder.toAbsolutePath()
                .normalize()
                .relativize(editorSchema().toAbsolutePath().normalize())
                .toString()
                .replace('\\', '/');
        files.put(
                folder.resolve(names.format() + "." + body.id() + ".yaml"),
                Skeleton.of(names.toString(), forEditors, read, body, header));
        read.description().ifPresent(file -> files.put(folder.resolve(file.name()), file.bytes()));
        files.put(
                folder.resolve("samples")
                        .resolve(names.format())
                        .resolve("first")
                        .resolve("institution." + read.extension()),
                document);
        return files;
    }

    /** The schema for editors stands beside the folder of institutions, or in a folder of mappings that is called otherwise. */
    private Path editorSchema() {
        Path folder = options.folder();
        boolean institutions = folder.endsWith("institutions");
        return (institutions ? folder.resolveSibling("schema") : folder.resolve("schema"))
                .resolve(message + ".mapping.json");
    }

    private void write(Map<Path, byte[]> files) {
        for (Path file : files.keySet()) {
            if (Files.exists(file)) {
                throw StopException.findings(file + " exists already; nothing was written");
            }
        }
        files.forEach(this::write);
    }

    private void writeMissing(Path file, String text) {
        if (!Files.exists(file)) {
            write(file, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw StopException.refused("cannot write " + file + ": " + Input.reason(e));
        }
        Output.write(file, content);
        terminal.result(file + "\n");
    }
}
