package org.tongwen.routes.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongwen.routes.journal.Reference;
import org.tongwen.routes.journal.Reference.Kind;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.message.BusinessMessage;

class ReferencesTest {

    private static final String UETR = "5f1c2e0a-9d3b-4c77-8a21-6e4b0d9f3a52";

    private static Reference of(Kind kind, String value) {
        return new Reference(kind, value);
    }

    @Test
    void aPaymentIsFoundUnderItsOwnNamesAndIsAboutNothingElse() {
        References references = References.of(Iso.message("pacs.008.001.08"));

        assertThat(references.names())
                .containsExactlyInAnyOrder(
                        of(Kind.MESSAGE_ID, "SH261120-0017"),
                        of(Kind.INSTRUCTION_ID, "SH261120-0017"),
                        of(Kind.END_TO_END_ID, "INV-2026-0815"),
                        of(Kind.UETR, UETR));
        assertThat(references.pointers()).isEmpty();
        assertThat(references.transactions()).isEqualTo(1);
    }

    @Test
    void whatNamesNothingIsNoName() {
        References references = References.of(Iso.message("pacs.008.001.08", "INV-2026-0815", "NOTPROVIDED"));

        assertThat(references.names()).extracting(Reference::kind).doesNotContain(Kind.END_TO_END_ID);
    }

    @Test
    void thePaymentBelowACoverIsAnother() {
        References references = References.of(Iso.message("pacs.009.cover"));

        assertThat(references.names())
                .filteredOn(name -> name.kind() == Kind.END_TO_END_ID)
                .hasSize(1);
    }

    static Stream<Arguments> messagesAboutOthers() {
        return Stream.of(
                Arguments.of("pacs.002.001.10", "pacs.008", Kind.UETR),
                Arguments.of("pacs.004.001.09", "pacs.008", Kind.UETR),
                Arguments.of("pacs.028.001.03", "pacs.008", Kind.UETR),
                Arguments.of("camt.056.001.08", "pacs.008", Kind.UETR),
                Arguments.of("camt.029.001.09", "pacs.008", Kind.CASE_ID),
                Arguments.of("camt.055.001.08", "", Kind.END_TO_END_ID),
                Arguments.of("pain.002.001.10", "pain.001", Kind.UETR),
                Arguments.of("pain.014.001.07", "pain.013", Kind.UETR),
                Arguments.of("acmt.024.001.03", "", Kind.MESSAGE_ID));
    }

    @ParameterizedTest
    @MethodSource("messagesAboutOthers")
    void whatIsAboutAnotherMessagePointsAtItAndIsFoundUnderItsNamesToo(String message, String about, Kind kind) {
        References references = References.of(Iso.message(message));

        Pointer pointer = references.pointers().get(0);
        assertThat(references.pointers()).hasSize(1);
        assertThat(pointer.find(kind)).isPresent();
        assertThat(pointer.family().orElse("")).isEqualTo(about);
        assertThat(references.names()).containsAll(pointer.by());
        assertThat(references.names()).extracting(Reference::kind).contains(Kind.MESSAGE_ID);
    }

    @Test
    void aStatusOfSeveralTransactionsPointsAtEachAndAllShareTheirMessage() {
        String second = "</TxInfAndSts><TxInfAndSts><OrgnlEndToEndId>ORDER-2</OrgnlEndToEndId><TxSts>ACSC</TxSts>"
                + "</TxInfAndSts>";
        References references = References.of(Iso.message(
                "pacs.002.001.10",
                "<TxInfAndSts>\\s*<OrgnlGrpInf>.*?</OrgnlGrpInf>",
                "<OrgnlGrpInfAndSts><OrgnlMsgId>BULK-1</OrgnlMsgId><OrgnlMsgNmId>pacs.008.001.08</OrgnlMsgNmId>"
                        + "</OrgnlGrpInfAndSts><TxInfAndSts>",
                "</TxInfAndSts>",
                second));

        assertThat(references.transactions()).isEqualTo(2);
        assertThat(references.pointers())
                .extracting(pointer -> pointer.find(Kind.MESSAGE_ID))
                .containsOnly(Optional.of("BULK-1"));
        assertThat(references.pointers())
                .extracting(pointer -> pointer.find(Kind.END_TO_END_ID).orElse(""))
                .containsExactly("ORDER-5521", "ORDER-2");
    }

    /** Every message of payments that names an original by an element of the standard's is known to point at it. */
    @Test
    void inEveryVersionOfEveryMessageTheOriginalsReferencesAreKnown() {
        List<String> unknown = Iso.CATALOGUE.ids().stream()
                .filter(
                        id -> id.matches(
                                "(pacs|pain)\\..*|camt\\.0(2[6-9]|3\\d|5[56]|87)\\..*|camt\\.1(0[5-9]|1[01])\\..*|acmt\\.02[34]\\..*"))
                .flatMap(id -> Iso.CATALOGUE.find(id).stream())
                .flatMap(ReferencesTest::notKnown)
                .toList();

        assertThat(unknown).isEmpty();
    }

    private static Stream<String> notKnown(MessageDefinition definition) {
        return original(definition.root(), Optional.of(NamePlan.of(definition)), definition.id(), 0);
    }

    private static Stream<String> original(
            ElementDeclaration element, Optional<NamePlan> plan, String path, int depth) {
        if (element.type() instanceof ComplexType type && !type.elements().isEmpty()) {
            return NameRole.isElsewhere(element.name()) || depth > 8
                    ? Stream.empty()
                    : type.elements().stream()
                            .flatMap(child -> original(
                                    child,
                                    plan.flatMap(known -> Optional.ofNullable(known.below(child))),
                                    path + "/" + child.name(),
                                    depth + 1));
        }
        boolean names = element.name()
                .matches("Orgnl(UETR|EndToEndId|TxId|InstrId|MsgId|MsgNmId|PmtInfId)|UETR|EndToEndId|MsgId");
        return names && plan.flatMap(known -> Optional.ofNullable(known.role())).isEmpty()
                ? Stream.of(path)
                : Stream.empty();
    }

    /** Or a message would hold more transactions than answers to it can name. */
    @Test
    void inNoMessageATransactionHoldsTransactions() {
        List<String> nested = Iso.CATALOGUE.ids().stream()
                .filter(id -> id.matches(
                        "(pacs|pain)\\..*|camt\\.(0(2[6-9]|3\\d|5[56]|87)|1(0[5-9]|1[01]))\\..*|acmt\\.02.*"))
                .flatMap(id -> Iso.CATALOGUE.find(id).stream())
                .flatMap(definition -> nested(definition.root(), NamePlan.of(definition), false, definition.id()))
                .toList();

        assertThat(nested).isEmpty();
    }

    private static Stream<String> nested(ElementDeclaration element, NamePlan plan, boolean inside, String path) {
        if (inside && plan.isTransaction()) {
            return Stream.of(path);
        }
        return element.type() instanceof ComplexType type
                ? type.elements().stream()
                        .flatMap(child -> Optional.ofNullable(plan.below(child)).stream()
                                .flatMap(below -> nested(
                                        child, below, inside || plan.isTransaction(), path + "/" + child.name())))
                : Stream.empty();
    }

    @Test
    void namesOfAPaymentAreReadInNoTimeThatCounts() {
        BusinessMessage payment = Iso.message("pacs.008.001.08");
        for (int i = 0; i < 20_000; i++) {
            References.of(payment);
        }
        // A thousand times what it takes; the figure itself stands in the benchmarks.
        assertTimeout(Duration.ofSeconds(5), () -> {
            for (int i = 0; i < 100_000; i++) {
                References.of(payment);
            }
        });
    }
}
