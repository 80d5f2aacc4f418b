package org.tongwen.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.prowidesoftware.swift.model.SwiftMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.tongwen.mappings.plan.Reporting;

/** Whole translations of batches and SWIFT MT, with both sides validated, beside a mere parse of the same documents. */
@State(Scope.Thread)
public class TranslationBenchmark {

    /** How much a translation reports of what it carries: {@code -p reporting=NONE}, {@code LOSSES} or {@code LINEAGE}. */
    @Param("LOSSES")
    Reporting reporting = Reporting.LOSSES;

    private final Lane batch = new Lane(
            "wechat-pay.transfer-batch",
            Map.of(
                    "debtor_name", "深圳示例商户有限公司",
                    "debtor_account", "6222020200012345678",
                    "debtor_agent", "DEMOCNBJ"),
            Cycle.of(TransferBatches::next));
    private final Lane mt103 = new Lane("swift.mt103", Map.of(), Cycle.of(Mt103s::next));

    private final ObjectMapper jackson = new ObjectMapper();
    private final Cycle<String> mt103Texts =
            mt103.documents().map(message -> new String(message, StandardCharsets.US_ASCII));

    /** A batch of ten transfers to pain.001. */
    @Benchmark
    public Object batchToIso() {
        return batch.reporting(reporting).toIso();
    }

    /** A mere parse of the batch. */
    @Benchmark
    public Object batchJacksonTree() throws IOException {
        return jackson.readTree(batch.documents().next());
    }

    /** An MT103 to pacs.008. */
    @Benchmark
    public Object mt103ToIso() {
        return mt103.reporting(reporting).toIso();
    }

    /** The pacs.008 of an MT103 back to the MT. */
    @Benchmark
    public Object mt103FromIso() {
        return mt103.reporting(reporting).fromIso();
    }

    /** A mere parse of the MT103, into blocks and fields. */
    @Benchmark
    public Object mt103ProwideParse() throws IOException {
        return SwiftMessage.parse(mt103Texts.next());
    }
}
