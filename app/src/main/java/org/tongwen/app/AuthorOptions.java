package org.tongwen.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongwen.mappings.AuthoredMapping;
import org.tongwen.mappings.Mappings;
import org.tongwen.rules.yaml.Yaml;
import org.tongwen.rules.yaml.YamlReader;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Nearest;
import org.tongwen.xsd.load.Catalogue;
import picocli.CommandLine.Mixin;

/** Options and mappings of the commands for authors: they see a mapping's file, mistakes or not. */
final class AuthorOptions {

    @Mixin
    private MappingOptions mappings;

    @Mixin
    private SchemaOptions schemas;

    /** The catalogue of messages; its findings are printed, and with an error the command ends. */
    Catalogue catalogue(Terminal terminal) {
        Checked<Catalogue> catalogue = schemas.catalogue();
        FindingPrinter.print(catalogue.findings(), terminal);
        if (!catalogue.ok()) {
            throw StopException.findings("the message definitions have errors");
        }
        return catalogue.value().orElseThrow();
    }

    /** The folder that mappings are looked for in. */
    Path folder() {
        return mappings.folder()
                .orElseThrow(
                        () -> StopException.notFound("there is no checkout with mappings here; give --mappings DIR"));
    }

    /** The mapping that a word names: a file, or the name of a mapping in the folder. */
    Checked<AuthoredMapping> mapping(String word, Catalogue catalogue) {
        Path file = isFile(word) ? existing(word) : named(word);
        Path institution = Optional.ofNullable(file.getParent()).orElse(file);
        Path folder = Optional.ofNullable(institution.getParent()).orElse(institution);
        return Mappings.author(folder, file, catalogue);
    }

    /** The mapping of a word; its findings are printed, and without a mapping the command ends. */
    AuthoredMapping mapping(String word, Catalogue catalogue, Terminal terminal) {
        Checked<AuthoredMapping> mapping = mapping(word, catalogue);
        FindingPrinter.print(mapping.findings(), terminal);
        return mapping.value().orElseThrow(() -> StopException.findings(word + " cannot be read as a mapping"));
    }

    private static boolean isFile(String word) {
        return word.endsWith(".yaml") || word.contains("/") || word.contains("\\");
    }

    private static Path existing(String word) {
        Input input = new Input(word);
        if (!input.exists()) {
            throw StopException.notFound(input.missing());
        }
        try {
            Path file = Path.of(word).toAbsolutePath().normalize();
            if (Files.isRegularFile(file)) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw StopException.notFound(input.missing());
        }
        throw StopException.notFound(word + ": not a file");
    }

    private Path named(String word) {
        List<String> names = new ArrayList<>();
        for (Path file : Mappings.files(folder())) {
            Optional<String> name = name(file);
            if (name.filter(word::equals).isPresent()) {
                return file;
            }
            name.ifPresent(names::add);
        }
        throw StopException.notFound("no mapping is named '" + word + "'" + Nearest.hint(word, names));
    }

    private static Optional<String> name(Path file) {
        try {
            Checked<Yaml> head = YamlReader.read(file.toString(), Files.readAllBytes(file));
            return head.value()
                    .filter(Yaml.Fields.class::isInstance)
                    .flatMap(fields -> ((Yaml.Fields) fields).text("mapping"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** All mappings of the folder that can be read at all, and what is wrong with them. */
    Checked<List<AuthoredMapping>> all(Catalogue catalogue) {
        Path folder = folder();
        List<Checked<AuthoredMapping>> read = Mappings.files(folder).parallelStream()
                .map(file -> Mappings.author(folder, file, catalogue))
                .toList();
        List<Finding> findings =
                read.stream().flatMap(one -> one.findings().stream()).toList();
        return Checked.of(read.stream().flatMap(one -> one.value().stream()).toList(), findings);
    }
}
