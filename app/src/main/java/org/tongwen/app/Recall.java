package org.tongwen.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongwen.mappings.Mapping;
import org.tongwen.mappings.plan.Originals;
import org.tongwen.xsd.finding.Nearest;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** The option {@code --recall}: stored messages of the conversation that the document belongs to. */
final class Recall {

    private static final long MOST = 100_000_000;

    record Original(String message, Path file) {}

    @Option(
            names = "--recall",
            paramLabel = "MESSAGE=FILE",
            description = "A stored message that the mapping recalls, such as pacs.008=payment.xml; may be repeated.",
            converter = Converter.class)
    private List<Original> values = List.of();

    /** Refuses a message that is named twice, and files that are not there or too large. */
    void check(CommandSpec command) {
        Set<String> seen = new HashSet<>();
        for (Original each : values) {
            if (!seen.add(each.message())) {
                throw new ParameterException(command.commandLine(), "--recall names '" + each.message() + "' twice");
            }
            Input input = new Input(each.file().toString());
            if (input.isStandard() || !Files.isRegularFile(each.file())) {
                throw StopException.notFound(input.missing());
            }
        }
    }

    /** Refuses a message that the mapping does not recall: it was probably meant to have an effect. */
    void checkNames(Mapping mapping, CommandSpec command) {
        for (Original each : values) {
            if (!mapping.recalls().contains(each.message())) {
                String unknown = "mapping " + mapping.name() + " does not recall '" + each.message() + "'";
                throw new ParameterException(
                        command.commandLine(), unknown + Nearest.hint(each.message(), mapping.recalls()));
            }
        }
    }

    /** The stored messages, as they are now. */
    Originals originals() {
        Map<String, byte[]> known =
                values.stream().collect(Collectors.toMap(Original::message, each -> read(each.file())));
        return message -> Optional.ofNullable(known.get(message));
    }

    /** The files, for those who watch them. */
    List<Path> files() {
        return values.stream().map(Original::file).toList();
    }

    private static byte[] read(Path file) {
        try {
            if (Files.size(file) > MOST) {
                throw new IOException("it is larger than " + MOST + " bytes");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw StopException.notFound(file + ": cannot be read: " + Input.reason(e));
        }
    }

    static final class Converter implements ITypeConverter<Original> {

        @Override
        public Original convert(String text) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw new TypeConversionException("'" + text + "' is not MESSAGE=FILE");
            }
            try {
                return new Original(text.substring(0, equals), Path.of(text.substring(equals + 1)));
            } catch (InvalidPathException e) {
                throw new TypeConversionException("'" + text + "' names no file");
            }
        }
    }
}
