package org.tongwen.xsd.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tongwen.xsd.OfficialSchemas;
import org.tongwen.xsd.definition.MessageDefinition;

class CatalogueTest {

    private static final Path FOLDER = Path.of("iso20022");

    /** Versions of the standard write two types in two ways that allow the same values. */
    private static final Set<String> SAME_BUT_WRITTEN_DIFFERENTLY = Set.of(
            "Max15PlusSignedNumericText = STRING [Patterns[alternatives=[[+]{0,1}[0-9]{1,15}]]]",
            "Max15PlusSignedNumericText = STRING [Patterns[alternatives=[[\\+]{0,1}[0-9]{1,15}]]]",
            "Max4AlphaNumericText = STRING [MaxLength[value=4], MinLength[value=1], Patterns[alternatives=[[a-zA-Z0-9]{1,4}]]]",
            "Max4AlphaNumericText = STRING [Patterns[alternatives=[[a-zA-Z0-9]{1,4}]]]");

    @Test
    void everyMessageOfTheCatalogueCanBeLoadedWithAllItsTypes() {
        Catalogue catalogue = Catalogue.builtIn();
        assertThat(catalogue.ids()).hasSize(630);
        for (String id : catalogue.ids()) {
            MessageDefinition message = catalogue.find(id).orElseThrow();
            assertThat(message.id()).isEqualTo(id);
            assertThat(message.namespace()).endsWith(":" + id);
            assertThat(DefinitionText.of(message)).isNotEmpty();
        }
    }

    @Test
    void theListOfMessagesAgreesWithTheFolder() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            Set<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[a-z]{4}\\.\\d{3}\\.\\d{3}\\.\\d{2}\\.xsd"))
                    .map(name -> name.substring(0, name.length() - 4))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(Catalogue.builtIn().ids()).isEqualTo(names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void eachTypeIsWrittenOnce() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            Map<String, Long> definitions = files.filter(file -> file.toString().endsWith(".xsd"))
                    .flatMap(CatalogueTest::lines)
                    .filter(line -> line.matches("  <xs:(simple|complex)Type name=.*"))
                    .filter(line -> !line.contains("name=\"Document\""))
                    .collect(Collectors.groupingBy(line -> line, Collectors.counting()));
            assertThat(definitions)
                    .hasSize(3624)
                    .allSatisfy((line, count) -> assertThat(count).as(line).isEqualTo(1));
        }
    }

    @Test
    void composedDefinitionsEqualTheOfficialSchemas() {
        Optional<Map<String, byte[]>> official = OfficialSchemas.load();
        assumeTrue(official.isPresent(), "the archive of all official schemas is not on this machine");
        assertThat(official.get().keySet()).isEqualTo(Catalogue.builtIn().ids());
        assertThat(differences(official.get())).isEqualTo(SAME_BUT_WRITTEN_DIFFERENTLY);
    }

    @Test
    void composedDefinitionsEqualTheOfficialSchemasThatAreEverywhere() {
        assertThat(differences(OfficialSchemas.ofLibrary())).isSubsetOf(SAME_BUT_WRITTEN_DIFFERENTLY);
    }

    private static Set<String> differences(Map<String, byte[]> official) {
        Set<String> differences = new TreeSet<>();
        official.forEach((id, schema) -> {
            Library library = new Library(name -> new ByteArrayInputStream(schema));
            String root = library.roots(id).iterator().next();
            Set<String> theirs = types(library.message(id, root));
            Set<String> ours = types(Catalogue.builtIn().find(id).orElseThrow());
            theirs.stream().filter(type -> !ours.contains(type)).forEach(differences::add);
            ours.stream().filter(type -> !theirs.contains(type)).forEach(differences::add);
        });
        return differences;
    }

    private static Set<String> types(MessageDefinition message) {
        return DefinitionText.of(message).lines().collect(Collectors.toSet());
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
