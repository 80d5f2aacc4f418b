package org.tongwen.xsd.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.message.Limits;
import org.tongwen.xsd.message.MessageReader;
import org.tongwen.xsd.proof.Oracle;

/**
 * Small content models at random allow the same children as the definition of XML Schema, spelled out in {@link Model}, and the JDK's own
 * validator.
 */
class ContentOracleTest {

    private static final int MODELS = 300;
    private static final int DOCUMENTS = 200;

    /** Longest content that is tried; groups of groups of three could reach hundreds. */
    private static final int LONGEST = 40;

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:test.001.001.01";

    @TempDir
    Path folder;

    /** A schema and a document that the three do not agree about. */
    private record Dispute(String model, String document, boolean allowed, boolean jdk, String ours) {
        @Override
        public String toString() {
            return "%nmodel    %s%ndocument %s%nallowed: %s, the JDK takes it: %s, ours says: %s%n"
                    .formatted(model, document, allowed, jdk, ours);
        }
    }

    @Test
    void theSameChildrenAreAllowedAsByTheJdk() throws IOException {
        Random random = new Random(1);
        List<Dispute> disputes = new ArrayList<>();
        int valid = 0;
        int models = 0;
        while (models < MODELS) {
            Model model = Model.random(random);
            Optional<Oracle> oracle = isLeftOut(model) ? Optional.empty() : oracle(model.text());
            if (oracle.isPresent() && !isRefused(model)) {
                MessageReader reader = reader(model.text());
                for (List<String> children : documents(model, random)) {
                    valid += judge(model, children, oracle.get(), reader, disputes) ? 1 : 0;
                }
                models++;
            }
        }
        disputes.sort(Comparator.comparingInt(dispute -> dispute.toString().length()));
        assertThat(disputes).isEmpty();
        assertThat(valid).isGreaterThan(1_500);
    }

    private static boolean isLeftOut(Model model) {
        return model.hasVoidChoice();
    }

    /** A walk takes as much as it can for the first copy of a group, which would go wrong where copies share. */
    private boolean isRefused(Model model) throws IOException {
        boolean refused = load(model.text()).value().isEmpty();
        assertThat(!refused || model.sharesCounts(false)).as(model.text()).isTrue();
        return refused;
    }

    /** The definition counts; the JDK must agree with it wherever it counts rightly. */
    private static boolean judge(
            Model model, List<String> children, Oracle oracle, MessageReader reader, List<Dispute> disputes) {
        String document = document(children);
        boolean allowed = model.allows(children);
        List<Finding> findings =
                reader.read(document.getBytes(StandardCharsets.UTF_8)).findings();
        boolean jdk = model.countsForeign(false) ? allowed : isValid(oracle, document);
        if (jdk != allowed || findings.isEmpty() != allowed) {
            disputes.add(new Dispute(model.text(), document, allowed, jdk, findings.toString()));
        }
        return allowed;
    }

    @ParameterizedTest
    @CsvSource({"0, 100", "1, 100", "99, 100", "100, 100", "100, unbounded", "7, 8"})
    void copiesOfAGroupAreCountedExactly(String min, String max) throws IOException {
        String model = group(min, max);
        Oracle oracle = oracle(model).orElseThrow();
        MessageReader reader = reader(model);
        for (int copies = 0; copies < 103; copies++) {
            for (String children : List.of("ab".repeat(copies), "ab".repeat(copies) + "a")) {
                String document =
                        document(children.chars().mapToObj(Character::toString).toList());
                assertThat(reader.read(document.getBytes(StandardCharsets.UTF_8))
                                .ok())
                        .as(document)
                        .isEqualTo(isValid(oracle, document));
            }
        }
    }

    @Test
    void aGroupOfMoreThanAHundredCopiesIsRefused() throws IOException {
        assertThat(load(group("0", "101")).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("more than 100 times"));
    }

    private static String group(String min, String max) {
        return "<xs:sequence minOccurs='" + min + "' maxOccurs='" + max + "'><xs:element name='a' type='xs:string'/>"
                + "<xs:element name='b' type='xs:string'/></xs:sequence>";
    }

    private static boolean isValid(Oracle oracle, String document) {
        return oracle.complaint(document.getBytes(StandardCharsets.UTF_8)).isEmpty();
    }

    /** Half of them are drawn from the model, some with a child changed; the others are any children up to five. */
    private static Set<List<String>> documents(Model model, Random random) {
        Set<List<String>> documents = new LinkedHashSet<>();
        for (int i = 0; i < DOCUMENTS / 2; i++) {
            documents.add(changed(model.children(random), random));
            documents.add(random.ints(random.nextInt(6), 0, Model.CHILDREN.size())
                    .mapToObj(Model.CHILDREN::get)
                    .toList());
        }
        return documents;
    }

    private static List<String> changed(List<String> children, Random random) {
        List<String> changed = new ArrayList<>(children.subList(0, Math.min(LONGEST, children.size())));
        int at = random.nextInt(changed.size() + 1);
        switch (random.nextInt(4)) {
            case 0 -> changed.add(at, Model.CHILDREN.get(random.nextInt(Model.CHILDREN.size())));
            case 1 -> changed.subList(at, Math.min(at + 1, changed.size())).clear();
            default -> {}
        }
        return changed;
    }

    private static String document(List<String> children) {
        return children.stream()
                .map(child -> child.equals(Model.FOREIGN) ? "<x xmlns='urn:other'/>" : "<" + child + "/>")
                .collect(Collectors.joining("", "<Document xmlns='" + NAMESPACE + "'>", "</Document>"));
    }

    private static String schema(String model) {
        return "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns='" + NAMESPACE + "' targetNamespace='"
                + NAMESPACE + "' elementFormDefault='qualified'><xs:element name='Document'><xs:complexType>" + model
                + "</xs:complexType></xs:element></xs:schema>";
    }

    /** Nothing when the JDK finds the schema wrong. */
    private static Optional<Oracle> oracle(String model) {
        try {
            return Optional.of(new Oracle(schema(model).getBytes(StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private MessageReader reader(String model) throws IOException {
        MessageDefinition definition = load(model).value().orElseThrow(() -> new AssertionError(model));
        return new MessageReader(Catalogue.builtIn().with(List.of(definition)), Limits.DEFAULT);
    }

    private Checked<MessageDefinition> load(String model) throws IOException {
        return SchemaFolder.file(Files.writeString(folder.resolve("test.xsd"), schema(model)));
    }
}
