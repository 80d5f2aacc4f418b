package org.tongwen.xsd.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongwen.xsd.OfficialSchemas;

/** Our reader gives the same verdict as the JDK's validator on the official schema of each message that is at hand. */
class ProofTest {

    private static final long SEED = 20_261_121;
    private static final int DOCUMENTS_A_MESSAGE = 60;

    @Test
    void theReaderAndTheJdkGiveTheSameVerdictOnEveryDocument() {
        Map<String, byte[]> schemas = OfficialSchemas.available();
        Tally all = new Tally();
        schemas.entrySet().parallelStream()
                .map(schema -> new Comparison(schema.getKey(), schema.getValue(), SEED).documents(DOCUMENTS_A_MESSAGE))
                .forEach(tally -> add(all, tally));
        assertThat(all.differences()).as("%d differences", all.different()).isEmpty();
        assertThat(all.documents()).isGreaterThanOrEqualTo((long) schemas.size() * DOCUMENTS_A_MESSAGE);
    }

    private static void add(Tally all, Tally one) {
        synchronized (all) {
            all.add(one);
        }
    }
}
