package org.tongwen.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongwen.mappings.plan.Context;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Translation;
import org.tongwen.xsd.load.Catalogue;

/** What a translation says of documents that are not quite what they should be. */
class TranslationTest {

    private static final Path FOLDER = Path.of("institutions");
    private static final Mappings MAPPINGS =
            Mappings.load(FOLDER, Catalogue.builtIn()).value().orElseThrow();
    private static final Map<String, String> GIVEN =
            Map.of("debtor_name", "Beispiel", "debtor_account", "1", "debtor_agent", "DEMOCNBJ");

    @Test
    void findingsAboutTheMessageStandInTheSource() throws IOException {
        assertThat(toIso("wechat-pay.transfer-batch", batch().replace("40050", "40051")))
                .containsExactly("iso.CtrlSum 6:19 /total_amount");
        assertThat(toIso("wechat-pay.transfer-batch", batch().replace("\"total_num\": 2", "\"total_num\": 3")))
                .containsExactly("iso.NbOfTxs 7:16 /total_num");
        assertThat(toIso("wallet.transfer", transfer().replace("DE89370400440532013000", "A".repeat(34))))
                .isEmpty();
        assertThat(toIso("wallet.transfer", transfer().replace("\"CNY\"", "\"QQQ\"")))
                .containsExactly("codec.Currency 5:13 /amount");
    }

    @Test
    void controlCharactersHaveNoPlaceInXml() throws IOException {
        assertThat(toIso("wallet.transfer", transfer().replace("生日快乐", "\\u0001")))
                .containsExactly("xsd.Character 35:13 /remark");
    }

    @Test
    void whatTheProfileSuppliesMustBeThere() throws IOException {
        Translation translation = mapping("wechat-pay.transfer-batch")
                .translate(Direction.TO_ISO, batch().getBytes(StandardCharsets.UTF_8), Context.live(Map.of()));
        assertThat(shown(translation)).containsExactly("mapping.Given ", "mapping.Given ", "mapping.Given ");
    }

    @Test
    void aCodeThatTheTableDoesNotKnowIsRefused() throws IOException {
        assertThat(toIso("wechat-pay.transfer-batch", batch().replace("\"1000\"", "\"9999\"")))
                .containsExactly("codec.Code 23:24 /transfer_scene_id");
    }

    @Test
    void aSecondTransactionDoesNotVanish() throws IOException {
        String two = iso().replace(
                        "</CdtTrfTxInf>",
                        "</CdtTrfTxInf>" + iso().replaceAll("(?s).*(<CdtTrfTxInf>.*</CdtTrfTxInf>).*", "$1"))
                .replace("<NbOfTxs>1<", "<NbOfTxs>2<");
        assertThat(fromIso(two))
                .contains("mapping.TooMany /Document/FIToFICstmrCdtTrf/CdtTrfTxInf[2]")
                .contains("mapping.FormulaDiffers /Document/FIToFICstmrCdtTrf/GrpHdr/NbOfTxs");
    }

    @Test
    void whatTheInstitutionDoesNotCarryIsSaid() throws IOException {
        assertThat(fromIso(iso().replace("<ChrgBr>", "<InstdAmt Ccy=\"EUR\">1</InstdAmt><ChrgBr>")))
                .containsExactly(
                        "mapping.UnreadIso /Document/FIToFICstmrCdtTrf/CdtTrfTxInf[1]/InstdAmt",
                        "mapping.UnreadIso /Document/FIToFICstmrCdtTrf/CdtTrfTxInf[1]/InstdAmt");
    }

    @Test
    void aConstantThatDiffersStopsTheWayBack() throws IOException {
        assertThat(fromIso(iso().replace("CLRG", "INDA")))
                .containsExactly("mapping.FormulaDiffers /Document/FIToFICstmrCdtTrf/GrpHdr/SttlmInf/SttlmMtd");
    }

    @Test
    void aNameThatSplitsInTwoWaysStaysWhole() throws IOException {
        List<String> said = fromIso(iso().replace("三 张", "Mary Ann Smith"));
        assertThat(said).contains("mapping.AmbiguousTemplate /Document/FIToFICstmrCdtTrf/CdtTrfTxInf[1]/Dbtr/Nm");
        Translation there = mapping("wallet.transfer")
                .translate(
                        Direction.TO_ISO,
                        transfer().replace("\"三\"", "\"Mary Ann\"").getBytes(StandardCharsets.UTF_8),
                        Context.live(Map.of()));
        assertThat(there.losses())
                .extracting(loss -> loss.field() + " " + loss.fate().word() + " " + loss.became())
                .containsExactly(
                        "payer.given_name undeclared Optional[Mary Ann 张]",
                        "payer.family_name undeclared Optional.empty");
        assertThat(shown(there))
                .containsOnly(
                        "mapping.UndeclaredLoss 11:19 /payer/given_name",
                        "mapping.UndeclaredLoss 12:20 /payer/family_name");
    }

    @Test
    void anotherMessageIsRefused() throws IOException {
        String batch = Files.readString(FOLDER.resolve("wechat-pay/samples/transfer-batch/two-payees/iso.xml"));
        assertThat(fromIso(batch)).containsExactly("mapping.WrongMessage /Document");
    }

    @Test
    void fieldsThatTheMappingRefusesStopIt() throws IOException {
        String message = Files.readString(FOLDER.resolve("swift/samples/mt103/plain/institution.txt"));
        assertThat(toIso(
                        "swift.mt103",
                        message.replace(":59F:", ":57A://RT\r\nDEMOESMM\r\n:59F:")
                                .replace("{3:", "{3:{103:EBA}")))
                .containsExactly("mapping.Refused 1:59 3:103");
    }

    private static Mapping mapping(String name) {
        return MAPPINGS.find(name).orElseThrow();
    }

    private static List<String> toIso(String name, String document) {
        return shown(mapping(name)
                .translate(Direction.TO_ISO, document.getBytes(StandardCharsets.UTF_8), Context.live(GIVEN)));
    }

    /** Without line and column, which a changed line moves. */
    private static List<String> fromIso(String document) {
        return shown(mapping("wallet.transfer")
                        .translate(Direction.FROM_ISO, document.getBytes(StandardCharsets.UTF_8), Context.live(GIVEN)))
                .stream()
                .map(line -> line.replaceAll(" \\d+(:\\d+)?(?= )", ""))
                .toList();
    }

    private static List<String> shown(Translation translation) {
        return translation.findings().stream()
                .map(finding -> finding.id() + " " + finding.place())
                .toList();
    }

    private static String batch() throws IOException {
        return Files.readString(FOLDER.resolve("wechat-pay/samples/transfer-batch/two-payees/institution.json"));
    }

    private static String transfer() throws IOException {
        return Files.readString(FOLDER.resolve("wallet/samples/transfer/person-to-person/institution.json"));
    }

    private static String iso() throws IOException {
        return Files.readString(FOLDER.resolve("wallet/samples/transfer/person-to-person/iso.xml"));
    }
}
