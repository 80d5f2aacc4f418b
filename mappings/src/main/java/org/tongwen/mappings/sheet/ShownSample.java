package org.tongwen.mappings.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.tongwen.mappings.AuthoredMapping;
import org.tongwen.mappings.plan.Context;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Translation;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.rules.yaml.Yaml;
import org.tongwen.rules.yaml.YamlReader;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Limits;
import org.tongwen.xsd.message.MessageReader;

/**
 * A sample of a mapping, translated to show its values.
 *
 * @param name the case's name
 * @param translation what came of it
 * @param values the values on both sides; empty when there is no result
 */
record ShownSample(String name, Translation translation, Optional<RowValues> values) {

    /** Where the clock stands for samples, so that the page is the same at every time. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T02:30:00Z"), ZoneOffset.UTC);

    private static final UUID ID = UUID.fromString("5f1c2e0a-9d3b-4c77-8a21-6e4b0d9f3a52");

    /** The names of a mapping's cases, in order. */
    static List<String> cases(AuthoredMapping mapping) {
        Path folder = folder(mapping);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> cases = Files.list(folder)) {
            return cases.filter(Files::isDirectory)
                    .map(one -> one.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read", e);
        }
    }

    private static Path folder(AuthoredMapping mapping) {
        String name = mapping.text().name().text();
        return mapping.file().resolveSibling("samples").resolve(name.substring(name.indexOf('.') + 1));
    }

    /** Translates a case; empty when it holds no document of the institution. */
    static Optional<ShownSample> of(AuthoredMapping mapping, String name, Catalogue catalogue) {
        Path folder = folder(mapping).resolve(name);
        try (Stream<Path> files = Files.list(folder)) {
            Optional<Path> document = files.filter(
                            file -> file.getFileName().toString().startsWith("institution."))
                    .findFirst();
            return document.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            translated(mapping, name, Files.readAllBytes(document.get()), given(folder), catalogue));
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read", e);
        }
    }

    private static ShownSample translated(
            AuthoredMapping mapping, String name, byte[] document, Map<String, String> given, Catalogue catalogue) {
        Context context = new Context(given, CLOCK, () -> ID);
        Translation translation = mapping.ready().translate(Direction.TO_ISO, document, context);
        Optional<Tree> source = mapping.plan().read(document).value();
        Optional<BusinessMessage> message = translation
                .result()
                .flatMap(xml ->
                        new MessageReader(catalogue, Limits.DEFAULT).read(xml).value());
        return new ShownSample(
                name, translation, source.flatMap(tree -> message.map(found -> new RowValues(tree, found))));
    }

    private static Map<String, String> given(Path folder) throws IOException {
        Path file = folder.resolve("given.yaml");
        Map<String, String> given = new HashMap<>();
        if (Files.exists(file)) {
            YamlReader.read(file.toString(), Files.readAllBytes(file))
                    .value()
                    .filter(Yaml.Fields.class::isInstance)
                    .map(Yaml.Fields.class::cast)
                    .ifPresent(fields -> fields.entries()
                            .keySet()
                            .forEach(key -> fields.text(key).ifPresent(value -> given.put(key, value))));
        }
        return given;
    }
}
