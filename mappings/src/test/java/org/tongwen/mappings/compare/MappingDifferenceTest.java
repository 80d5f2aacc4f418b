package org.tongwen.mappings.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.mappings.AuthoredMapping;
import org.tongwen.mappings.BuiltIn;
import org.tongwen.mappings.Mappings;
import org.tongwen.rules.yaml.YamlWriter;
import org.tongwen.xsd.load.Catalogue;

class MappingDifferenceTest {

    @TempDir
    private Path folder;

    private final Catalogue catalogue = Catalogue.builtIn();

    @Test
    void aMappingPrintedInAnotherFormDoesNotDiffer() throws IOException {
        for (AuthoredMapping mapping : BuiltIn.all()) {
            AuthoredMapping again = beside(mapping, YamlWriter.write(mapping.whole()));

            // A part names its code table from its own folder, where the printed mapping does not stand.
            assertThat(MappingDifference.of(mapping, again, catalogue).changes())
                    .filteredOn(change -> !change.subject().startsWith("codes "))
                    .isEmpty();
        }
    }

    @Test
    void pathsAreComparedAsAWholeSoThatAtMakesNoDifference() throws IOException {
        assertThat(
                        changes(
                                "at: payee\n      Nm: name as text(cut 140)",
                                "Nm: payee.name as text(cut 140)",
                                "PstlAdr: {at: addr, StrtNm: line, PstCd: zip, TwnNm: city, Ctry: country}\n    CdtrAcct",
                                "PstlAdr: {at: payee.addr, StrtNm: line, PstCd: zip, TwnNm: city, Ctry: country}\n    CdtrAcct"))
                .isEmpty();
    }

    @Test
    void eachKindOfChangeIsNamedWithWhatWasAndWhatIs() throws IOException {
        List<MappingChange> changes = changes(
                "ChrgBr: fee_mode as code(charges)", "ChrgBr: = 'SHAR'",
                "      UETR: uetr\n", "      InstrId: = transfer_id\n      UETR: uetr\n",
                "    Purp: {Cd: purpose as code(purpose)}\n", "",
                "OUR: DEBT, ", "",
                "?? 'NORM'", "?? 'HIGH'",
                "P: {PrvtId", "Q: {PrvtId");

        assertThat(changes)
                .extracting(change ->
                        change.kind().word() + " " + change.subject() + ": " + change.before() + " → " + change.after())
                .containsExactly(
                        "head codes charges OUR: DEBT → ",
                        "added Document/FIToFICstmrCdtTrf/CdtTrfTxInf/PmtId/InstrId:  → = transfer_id",
                        "removed Document/FIToFICstmrCdtTrf/CdtTrfTxInf/Purp/Cd: purpose as code(purpose) → ",
                        "changed Document/FIToFICstmrCdtTrf/CdtTrfTxInf/PmtTpInf/InstrPrty: priority ?? 'NORM' → priority ?? 'HIGH'",
                        "changed Document/FIToFICstmrCdtTrf/CdtTrfTxInf/ChrgBr: fee_mode as code(charges) → = 'SHAR'",
                        "changed Document/FIToFICstmrCdtTrf/CdtTrfTxInf/Dbtr/Id/PrvtId/Othr/Id: payer.id_no | when payer.type → P → payer.id_no | when payer.type → Q",
                        "changed Document/FIToFICstmrCdtTrf/CdtTrfTxInf/Dbtr/Id/PrvtId/Othr/SchmeNm/Cd: = 'NIDN' | when payer.type → P → = 'NIDN' | when payer.type → Q");
    }

    @Test
    void anotherVersionOfTheMessageShowsWhatItDemands() throws IOException {
        List<MappingChange> changes = changes("iso: pacs.008.001.08", "iso: pacs.008.001.02");

        assertThat(changes).anySatisfy(change -> {
            assertThat(change.kind()).isEqualTo(MappingChange.Kind.TYPE);
            assertThat(change.subject()).endsWith("PmtId/UETR");
            assertThat(change.after()).isEmpty();
        });
        assertThat(changes)
                .filteredOn(change -> change.kind() == MappingChange.Kind.DEMANDED)
                .extracting(MappingChange::subject)
                .containsExactly("Document/FIToFICstmrCdtTrf/CdtTrfTxInf/PmtId/TxId");
        assertThat(changes)
                .anySatisfy(change -> assertThat(change)
                        .isEqualTo(new MappingChange(
                                MappingChange.Kind.HEAD, "iso", "pacs.008.001.08", "pacs.008.001.02")));
    }

    private List<MappingChange> changes(String... edits) throws IOException {
        AuthoredMapping wallet = BuiltIn.named("wallet.transfer");
        String text = Files.readString(wallet.file());
        for (int i = 0; i < edits.length; i += 2) {
            assertThat(text).contains(edits[i]);
            text = text.replace(edits[i], edits[i + 1]);
        }
        return MappingDifference.of(wallet, beside(wallet, text), catalogue).changes();
    }

    /** Another file beside copies of the mapping's own files. */
    private AuthoredMapping beside(AuthoredMapping mapping, String text) throws IOException {
        Path institution = Files.createDirectories(folder.resolve("other"));
        Path origin = Objects.requireNonNull(mapping.file().getParent());
        try (var files = Files.walk(origin)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(found -> !found.startsWith(origin.resolve("samples")))
                    .toList()) {
                Path copy = institution.resolve(origin.relativize(file).toString());
                Files.createDirectories(Objects.requireNonNull(copy.getParent()));
                Files.deleteIfExists(copy);
                Files.copy(file, copy);
            }
        }
        Path file = Files.writeString(institution.resolve("mapping.yaml"), text);
        return Mappings.author(folder, file, catalogue).value().orElseThrow();
    }
}
