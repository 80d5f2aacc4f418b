package org.tongwen.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.prowidesoftware.swift.model.SwiftMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Whole translations, with both sides validated and every loss accounted for, beside a mere parse of the same documents. */
@State(Scope.Thread)
public class TranslationBenchmark {

    private final Lane wallet = new Lane("wallet.transfer", Map.of(), Cycle.of(WalletTransfers::next));
    private final Lane batch = new Lane(
            "wechat-pay.transfer-batch",
            Map.of(
                    "debtor_name", "深圳示例商户有限公司",
                    "debtor_account", "6222020200012345678",
                    "debtor_agent", "DEMOCNBJ"),
            Cycle.of(TransferBatches::next));
    private final Lane mt103 = new Lane("swift.mt103", Map.of(), Cycle.of(Mt103s::next));

    private final UsualChain chain = new UsualChain();
    private final HandWritten handWritten = new HandWritten();
    private final ObjectMapper jackson = new ObjectMapper();
    private final Cycle<String> mt103Texts =
            mt103.documents().map(message -> new String(message, StandardCharsets.US_ASCII));

    /** A wallet's transfer to pacs.008. */
    @Benchmark
    public Object walletToIso() {
        return wallet.toIso();
    }

    /** The pacs.008 of a wallet's transfer back to JSON. */
    @Benchmark
    public Object walletFromIso() {
        return wallet.fromIso();
    }

    /** The same by Saxon and the JDK's validator. */
    @Benchmark
    public Object walletToIsoUsualChain() {
        return chain.toIso(wallet.documents().next());
    }

    /** The same back by the JDK's validator and Saxon. */
    @Benchmark
    public Object walletFromIsoUsualChain() {
        return chain.fromIso(wallet.messages().next());
    }

    /** The same by a program for this one message, without any validation. */
    @Benchmark
    public Object walletToIsoHandWritten() {
        return handWritten.toIso(wallet.documents().next());
    }

    /** A mere parse of the wallet's transfer. */
    @Benchmark
    public Object walletJacksonTree() throws IOException {
        return jackson.readTree(wallet.documents().next());
    }

    /** A batch of ten transfers to pain.001. */
    @Benchmark
    public Object batchToIso() {
        return batch.toIso();
    }

    /** A mere parse of the batch. */
    @Benchmark
    public Object batchJacksonTree() throws IOException {
        return jackson.readTree(batch.documents().next());
    }

    /** An MT103 to pacs.008. */
    @Benchmark
    public Object mt103ToIso() {
        return mt103.toIso();
    }

    /** The pacs.008 of an MT103 back to the MT. */
    @Benchmark
    public Object mt103FromIso() {
        return mt103.fromIso();
    }

    /** A mere parse of the MT103, into blocks and fields. */
    @Benchmark
    public Object mt103ProwideParse() throws IOException {
        return SwiftMessage.parse(mt103Texts.next());
    }
}
