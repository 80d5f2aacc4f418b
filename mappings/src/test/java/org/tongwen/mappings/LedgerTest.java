package org.tongwen.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tongwen.mappings.plan.Context;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Fate;
import org.tongwen.mappings.plan.LedgerEntry;
import org.tongwen.mappings.plan.Reporting;
import org.tongwen.mappings.plan.Translation;
import org.tongwen.mappings.sample.Law;
import org.tongwen.mappings.sample.Sample;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Limits;
import org.tongwen.xsd.message.MessageReader;

/** The ledger is complete: every value of every sample's document has exactly one fate, whatever the mapping is. */
class LedgerTest {

    private static final Path FOLDER = Path.of("institutions");

    @TestFactory
    Stream<DynamicTest> everyValueOfASampleHasOneFate() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            List<Path> documents = files.filter(
                            file -> file.getFileName().toString().startsWith("institution."))
                    .sorted()
                    .toList();
            assertThat(documents).isNotEmpty();
            return documents.stream()
                    .map(file -> dynamicTest(FOLDER.relativize(file).toString(), () -> everyValueHasOneFate(file)));
        }
    }

    private static void everyValueHasOneFate(Path document) throws IOException {
        Authored mapping =
                mapping(document.getName(1).toString(), document.getName(3).toString());
        byte[] bytes = Files.readAllBytes(document);
        Translation translation = mapping.ready()
                .translate(Direction.TO_ISO, bytes, Context.live(given(mapping)).reporting(Reporting.LINEAGE));
        if (!translation.ok()) {
            return;
        }
        Map<String, Integer> fates = new HashMap<>();
        for (LedgerEntry entry : translation.ledger()) {
            if (!entry.value().isEmpty()) {
                fates.merge(entry.place() + " " + entry.value(), 1, Integer::sum);
            }
        }
        Map<String, Integer> values = new HashMap<>();
        mapping.read(bytes)
                .value()
                .orElseThrow()
                .leaves()
                .filter(leaf -> !leaf.value().isEmpty())
                .forEach(leaf -> values.merge(leaf.place() + " " + leaf.value(), 1, Integer::sum));
        assertThat(fates).isEqualTo(values);
        assertThat(translation.losses())
                .allSatisfy(loss -> assertThat(loss.reason()).isNotEmpty());
        assertThat(translation.ledger())
                .filteredOn(entry -> entry.fate() == Fate.MAPPED)
                .allSatisfy(entry -> assertThat(entry.became()).contains(entry.value()));
    }

    @TestFactory
    Stream<DynamicTest> everyElementAndAttributeOfASamplesMessageHasOneFate() {
        return Stream.concat(BuiltIn.all().stream(), BuiltIn.dispatches().stream())
                .flatMap(mapping -> Sample.of(mapping).stream()
                        .filter(sample -> Files.exists(sample.folder().resolve("iso.xml")))
                        .map(sample -> dynamicTest(
                                sample.mapping() + "/" + sample.name(),
                                () -> everyElementHasOneFate(mapping, sample))));
    }

    private static void everyElementHasOneFate(Authored mapping, Sample sample) throws IOException {
        byte[] xml = Files.readAllBytes(sample.folder().resolve("iso.xml"));

        Translation translation = mapping.ready().translate(Direction.FROM_ISO, xml, sample.context(Reporting.LINEAGE));

        if (!translation.ok() && isMeantToBeRefused(sample)) {
            return;
        }
        assertThat(translation.result()).as(translation.findings().toString()).isPresent();
        assertThat(translation.ledger())
                .extracting(entry -> entry.place() + " " + entry.field() + " " + entry.value())
                .containsExactlyInAnyOrderElementsOf(values(xml));
        assertThat(translation.ledger())
                .filteredOn(LedgerEntry::isLoss)
                .allSatisfy(loss -> assertThat(loss.reason()).isNotEmpty());
        assertThat(translation.ledger())
                .filteredOn(entry -> entry.fate() == Fate.MAPPED)
                .allSatisfy(entry -> assertThat(entry.rule()).isNotEmpty());
    }

    /** Whether a case says that its message does not become a document: it has no way back, or tells the error. */
    private static boolean isMeantToBeRefused(Sample sample) throws IOException {
        Path said = sample.folder().resolve("from-iso.txt");
        return sample.terms().law() == Law.NONE
                || (Files.exists(said) && Files.readString(said).contains("[ERROR]"));
    }

    /** Elements that hold no others, and attributes but those that only help to read XML. */
    private static List<String> values(byte[] xml) {
        List<String> values = new ArrayList<>();
        BusinessMessage message = new MessageReader(Catalogue.builtIn(), Limits.DEFAULT)
                .read(xml)
                .value()
                .orElseThrow();
        message.parts().flatMap(part -> part.root().all()).forEach(node -> {
            if (node.children().isEmpty()) {
                values.add(node.place() + " " + node.name() + " " + node.text());
            }
            node.attributes().entrySet().stream()
                    .filter(attribute -> !attribute.getKey().startsWith("{"))
                    .forEach(attribute -> values.add(
                            node.place() + " " + node.name() + "/@" + attribute.getKey() + " " + attribute.getValue()));
        });
        return values;
    }

    /** The mapping or dispatch whose samples stand in a folder of that name. */
    private static Authored mapping(String institution, String name) {
        Path samples =
                FOLDER.resolve(institution).resolve("samples").resolve(name).toAbsolutePath();
        return Stream.concat(BuiltIn.all().stream(), BuiltIn.dispatches().stream())
                .filter(mapping -> Sample.folder(mapping.file(), mapping.name())
                        .toAbsolutePath()
                        .equals(samples))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> given(Authored mapping) {
        Map<String, String> given = new HashMap<>();
        mapping.ready().given().forEach(name -> given.put(name, "DEMOCNBJ"));
        return given;
    }
}
