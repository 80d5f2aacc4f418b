package org.tongwen.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.prowidesoftware.swift.model.SwiftMessage;
import com.prowidesoftware.swift.model.mx.MxPacs00800108;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongwen.mappings.plan.Translation;
import org.tongwen.xsd.finding.Checked;

/** What is measured must be work that succeeds: a refusal is quick. */
class BenchmarkTest {

    private static final TranslationBenchmark TRANSLATIONS = new TranslationBenchmark();
    private static final WalletBenchmark WALLET = new WalletBenchmark();

    static Stream<BiFunction<Draw, Integer, byte[]>> generators() {
        return Stream.of(CreditTransfers::next, WalletTransfers::next, TransferBatches::next, Mt103s::next);
    }

    @ParameterizedTest
    @MethodSource("generators")
    void measuresAThousandDistinctDocuments(BiFunction<Draw, Integer, byte[]> generator) {
        Cycle<String> texts = Cycle.of(generator).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
        assertThat(texts.items()).hasSizeGreaterThan(1_000).doesNotHaveDuplicates();
    }

    @Test
    void readsMessagesOfThreeToFourKilobytes() {
        assertThat(Cycle.of(CreditTransfers::next).items())
                .allSatisfy(message -> assertThat(message.length).isBetween(3_000, 4_096));
    }

    @Test
    void everyReaderSeesTheContent() throws Exception {
        ReadBenchmark benchmark = new ReadBenchmark();
        assertThat(benchmark.read())
                .isInstanceOfSatisfying(
                        Checked.class, read -> assertThat(read.ok()).isTrue());
        assertThat(benchmark.prowideParse()).satisfies(BenchmarkTest::hasTransaction);
        assertThat(benchmark.prowideParseOneContext()).satisfies(BenchmarkTest::hasTransaction);
        assertThat(benchmark.prowideClassesOneUnmarshaller()).satisfies(BenchmarkTest::hasTransaction);
    }

    @Test
    void everyBareParserSeesTheContent() throws Exception {
        assertThat(TRANSLATIONS.mt103ProwideParse())
                .isInstanceOfSatisfying(
                        SwiftMessage.class,
                        parsed -> assertThat(parsed.getBlock4().getTagValue("71A"))
                                .isNotBlank());
        assertThat(TRANSLATIONS.batchJacksonTree())
                .isInstanceOfSatisfying(
                        JsonNode.class,
                        parsed ->
                                assertThat(parsed.path("transfer_detail_list")).hasSize(10));
        assertThat(WALLET.jacksonTree())
                .isInstanceOfSatisfying(
                        JsonNode.class, parsed -> assertThat(parsed.has("uetr")).isTrue());
    }

    private static void hasTransaction(Object parsed) {
        assertThat(((MxPacs00800108) parsed)
                        .getFIToFICstmrCdtTrf()
                        .getCdtTrfTxInf()
                        .get(0)
                        .getCdtrAcct()
                        .getId()
                        .getIBAN())
                .startsWith("DE");
    }

    @Test
    void everyTranslationSucceeds() {
        Stream.of(
                        WALLET.toIso(),
                        WALLET.toIsoWithLosses(),
                        WALLET.toIsoWithLineage(),
                        WALLET.fromIso(),
                        WALLET.fromIsoWithLosses(),
                        WALLET.fromIsoWithLineage(),
                        TRANSLATIONS.batchToIso(),
                        TRANSLATIONS.mt103ToIso(),
                        TRANSLATIONS.mt103FromIso())
                .forEach(result -> assertThat(((Translation) result).ok()).isTrue());
    }
}
