package org.tongwen.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.tongwen.mappings.plan.Reporting;

/** One payment between JSON and pacs.008, without and with the report of losses, beside other ways to do the same. */
@State(Scope.Thread)
public class WalletBenchmark {

    private final Lane lane = new Lane("wallet.transfer", Map.of(), Cycle.of(WalletTransfers::next));
    private final Lane plain = lane.reporting(Reporting.NONE);
    private final Lane losses = lane.reporting(Reporting.LOSSES);
    private final Lane lineage = lane.reporting(Reporting.LINEAGE);

    private final UsualChain chain = new UsualChain();
    private final HandWritten handWritten = new HandWritten();
    private final ObjectMapper jackson = new ObjectMapper();

    /** JSON to pacs.008, both validated. */
    @Benchmark
    public Object toIso() {
        return plain.toIso();
    }

    /** The same, with every loss found by translating back. */
    @Benchmark
    public Object toIsoWithLosses() {
        return losses.toIso();
    }

    /** The same, with the fate of every value besides. */
    @Benchmark
    public Object toIsoWithLineage() {
        return lineage.toIso();
    }

    /** The pacs.008 back to JSON, both validated. */
    @Benchmark
    public Object fromIso() {
        return plain.fromIso();
    }

    /** The same, with every loss found by translating there again. */
    @Benchmark
    public Object fromIsoWithLosses() {
        return losses.fromIso();
    }

    /** The same, with the fate of every value besides. */
    @Benchmark
    public Object fromIsoWithLineage() {
        return lineage.fromIso();
    }

    /** JSON to pacs.008 by Saxon and the JDK's validator. */
    @Benchmark
    public Object toIsoUsualChain() {
        return chain.toIso(lane.documents().next());
    }

    /** The pacs.008 back to JSON by the JDK's validator and Saxon. */
    @Benchmark
    public Object fromIsoUsualChain() {
        return chain.fromIso(lane.messages().next());
    }

    /** JSON to pacs.008 by a program for this one message, without any validation. */
    @Benchmark
    public Object toIsoHandWritten() {
        return handWritten.toIso(lane.documents().next());
    }

    /** A mere parse of the JSON. */
    @Benchmark
    public Object jacksonTree() throws IOException {
        return jackson.readTree(lane.documents().next());
    }
}
