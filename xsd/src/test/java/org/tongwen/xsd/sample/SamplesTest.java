package org.tongwen.xsd.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.definition.Type;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Limits;
import org.tongwen.xsd.message.Message;
import org.tongwen.xsd.message.MessageCheck;
import org.tongwen.xsd.message.MessageReader;
import org.tongwen.xsd.message.MessageWriter;
import org.tongwen.xsd.message.Node;

class SamplesTest {

    private static final Catalogue CATALOGUE = Catalogue.builtIn();
    private static final MessageReader READER = new MessageReader(CATALOGUE, Limits.DEFAULT);

    @Test
    void everySampleOfEveryMessageIsValidAsATreeAndAsXml() {
        assertThat(CATALOGUE.ids()).allSatisfy(id -> {
            Samples samples = new Samples(CATALOGUE.find(id).orElseThrow());
            Stream<Message> random = IntStream.range(0, 3).mapToObj(seed -> samples.random(new Random(seed)));
            Stream.of(Stream.of(samples.minimal()), samples.complete().stream(), random)
                    .flatMap(messages -> messages)
                    .forEach(SamplesTest::assertValid);
        });
    }

    @Test
    void completeSamplesHoldEveryElementThatIsDeclared() {
        assertThat(CATALOGUE.ids()).allSatisfy(id -> {
            MessageDefinition definition = CATALOGUE.find(id).orElseThrow();
            Set<ElementDeclaration> met = Collections.newSetFromMap(new IdentityHashMap<>());
            List<Message> messages = new Samples(definition).complete();
            messages.forEach(
                    message -> message.root().all().map(Node::declaration).forEach(met::add));
            assertThat(met).containsAll(declarations(definition.root(), new HashSet<>()));
            assertThat(messages)
                    .allSatisfy(
                            message -> assertThat(message.root().all().count()).isLessThan(5_000));
        });
    }

    @Test
    void theSameSeedMakesTheSameMessageAndAnotherSeedAnother() {
        Samples samples = new Samples(CATALOGUE.find("pacs.008.001.08").orElseThrow());
        assertThat(xml(samples.random(new Random(5)))).isEqualTo(xml(samples.random(new Random(5))));
        assertThat(xml(samples.random(new Random(5)))).isNotEqualTo(xml(samples.random(new Random(6))));
        assertThat(xml(samples.minimal())).isEqualTo(xml(samples.minimal()));
    }

    private static void assertValid(Message message) {
        assertThat(MessageCheck.check(message)).isEmpty();
        Checked<BusinessMessage> read = READER.read(xml(message));
        assertThat(read.findings()).isEmpty();
        assertThat(read.value().orElseThrow().document().root().all().count())
                .isEqualTo(message.root().all().count());
    }

    private static byte[] xml(Message message) {
        return MessageWriter.xml(BusinessMessage.of(message));
    }

    private static Set<ElementDeclaration> declarations(ElementDeclaration root, Set<Type> seen) {
        Set<ElementDeclaration> found = new HashSet<>(Set.of(root));
        if (root.type() instanceof ComplexType type && seen.add(type)) {
            type.elements().forEach(child -> found.addAll(declarations(child, seen)));
        }
        return found;
    }
}
