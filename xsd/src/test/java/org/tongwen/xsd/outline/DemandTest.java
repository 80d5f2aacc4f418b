package org.tongwen.xsd.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.load.Catalogue;

class DemandTest {

    private final MessageDefinition message =
            Catalogue.builtIn().find("pacs.008.001.08").orElseThrow();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FIToFICstmrCdtTrf/GrpHdr/MsgId                   | M",
                "FIToFICstmrCdtTrf/CdtTrfTxInf                    | M",
                "FIToFICstmrCdtTrf/CdtTrfTxInf/PmtId/UETR         | O",
                "FIToFICstmrCdtTrf/CdtTrfTxInf/DbtrAcct/Id        | M in DbtrAcct",
                "FIToFICstmrCdtTrf/CdtTrfTxInf/DbtrAcct/Id/IBAN   | alternative in DbtrAcct",
                "FIToFICstmrCdtTrf/CdtTrfTxInf/Purp/Cd            | alternative in Purp",
                "FIToFICstmrCdtTrf/CdtTrfTxInf/DbtrAcct/Id/Othr/Id | M in Othr",
                "FIToFICstmrCdtTrf/CdtTrfTxInf/Dbtr/PstlAdr/Ctry  | O",
            })
    void anElementIsDemandedByItsParentAndByThoseAround(String path, String word) {
        assertThat(demand(path).map(Demand::word)).contains(word);
    }

    @ParameterizedTest
    @CsvSource({"FIToFICstmrCdtTrf/GrpHdr/Nothing", "Nothing", "FIToFICstmrCdtTrf/GrpHdr/MsgId/Below"})
    void ofANameThatIsNotThereNothingIsSaid(String path) {
        assertThat(demand(path)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FIToFICstmrCdtTrf/GrpHdr/MsgId            | Max35Text, 1 to 35 characters",
                "FIToFICstmrCdtTrf/CdtTrfTxInf/ChrgBr      | ChargeBearerType1Code, one of DEBT, CRED, SHAR, SLEV",
                "FIToFICstmrCdtTrf/CdtTrfTxInf/Dbtr        | PartyIdentification135",
            })
    void aTypeIsItsNameWithLengthsOrCodes(String path, String text) {
        assertThat(message.find(path).map(element -> TypeText.of(element.type())))
                .contains(text);
    }

    private Optional<Demand> demand(String path) {
        return Demand.of(message.root(), List.of(path.split("/")));
    }
}
