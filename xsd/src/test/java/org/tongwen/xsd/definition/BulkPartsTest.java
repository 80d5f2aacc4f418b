package org.tongwen.xsd.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongwen.xsd.load.Catalogue;

class BulkPartsTest {

    @ParameterizedTest
    @CsvSource({
        "pain.001.001.02, CdtTrfTxInf PmtInf",
        "pain.001.001.09, CdtTrfTxInf PmtInf",
        "pain.002.001.10, OrgnlPmtInfAndSts TxInfAndSts",
        "pain.008.001.08, DrctDbtTxInf PmtInf",
        "pain.009.001.06, Mndt",
        "pacs.002.001.10, TxInfAndSts",
        "pacs.003.001.08, DrctDbtTxInf",
        "pacs.004.001.09, TxInf",
        "pacs.008.001.08, CdtTrfTxInf",
        "pacs.009.001.08, CdtTrfTxInf",
        "pacs.010.001.03, CdtInstr DrctDbtTxInf",
        "pacs.028.001.03, TxInf",
        "camt.029.001.09, CxlDtls OrgnlPmtInfAndSts TxInfAndSts TxInfAndSts",
        "camt.052.001.08, Ntry Rpt",
        "camt.053.001.08, Ntry Stmt",
        "camt.054.001.08, Ntfctn Ntry",
        "camt.056.001.08, TxInf Undrlyg",
        "camt.057.001.06, Itm",
        "head.001.001.02, ''"
    })
    void transactionsAndTheGroupsAroundThemAreFound(String id, String names) {
        MessageDefinition message = Catalogue.builtIn().find(id).orElseThrow();
        assertThat(message.bulk().stream()
                        .map(ElementDeclaration::name)
                        .sorted()
                        .collect(Collectors.joining(" ")))
                .isEqualTo(names);
    }
}
