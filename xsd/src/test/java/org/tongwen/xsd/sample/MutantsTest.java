package org.tongwen.xsd.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Limits;
import org.tongwen.xsd.message.Message;
import org.tongwen.xsd.message.MessageReader;

class MutantsTest {

    private static final Catalogue CATALOGUE = Catalogue.builtIn();
    private static final MessageReader READER = new MessageReader(CATALOGUE, Limits.DEFAULT);

    @ParameterizedTest
    @ValueSource(strings = {"pacs.008.001.08", "head.001.001.02", "camt.053.001.08", "admi.004.001.02"})
    void everyMutantRaisesTheFindingThatItPromises(String id) {
        for (Message message : some(id)) {
            assertThat(Mutants.of(message)).isNotEmpty().allSatisfy(mutant -> {
                List<Finding> findings = READER.read(mutant.xml()).findings();
                assertThat(findings).isNotEmpty();
                mutant.finding()
                        .ifPresent(expected ->
                                assertThat(findings).extracting(Finding::id).contains(expected));
            });
        }
    }

    @Test
    void thereAreMutantsOfEveryOperator() {
        Set<Operator> met = EnumSet.noneOf(Operator.class);
        CATALOGUE.ids().stream()
                .filter(id -> id.startsWith("pacs.00") || id.equals("pain.013.001.07"))
                .flatMap(id -> new Samples(CATALOGUE.find(id).orElseThrow()).complete().stream())
                .flatMap(message -> Mutants.of(message).stream())
                .forEach(mutant -> met.add(mutant.operator()));
        assertThat(met).containsExactlyInAnyOrder(Operator.values());
    }

    @Test
    void aMutantSaysWhatItBreaksAndWhere() {
        Message message = new Samples(CATALOGUE.find("pacs.008.001.08").orElseThrow()).minimal();
        Mutant mutant = Mutants.of(message).stream()
                .filter(one -> one.operator() == Operator.MANDATORY_ELEMENT_DELETED
                        && one.path().endsWith("MsgId"))
                .findFirst()
                .orElseThrow();
        assertThat(mutant.path()).isEqualTo("/Document/FIToFICstmrCdtTrf/GrpHdr/MsgId");
        assertThat(mutant.finding()).contains("xsd.MissingElement");
        assertThat(new String(mutant.xml(), StandardCharsets.UTF_8))
                .doesNotContain("<MsgId>")
                .contains("<CreDtTm>");
        assertThat(READER.read(mutant.xml()).findings())
                .singleElement()
                .extracting(finding -> finding.place().path())
                .isEqualTo(mutant.path());
    }

    @ParameterizedTest
    @EnumSource(Writing.class)
    void everyWayOfWritingIsReadAsTheSameMessage(Writing writing) {
        for (Message message : some("pacs.008.001.08")) {
            Checked<BusinessMessage> read = READER.read(Equivalents.xml(message, writing));
            assertThat(read.findings()).isEmpty();
            assertThat(content(read.value().orElseThrow().document())).isEqualTo(content(message));
        }
    }

    private static List<String> content(Message message) {
        return message.root().all().map(node -> node.path() + "=" + node.text()).toList();
    }

    private static List<Message> some(String id) {
        Samples samples = new Samples(CATALOGUE.find(id).orElseThrow());
        return IntStream.range(0, 4)
                .mapToObj(seed -> seed == 0 ? samples.minimal() : samples.random(new Random(seed)))
                .toList();
    }
}
