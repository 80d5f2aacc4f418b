package org.tongwen.mappings.skeleton;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongwen.mappings.Mappings;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.load.Catalogue;

class SkeletonTest {

    private static final Path WALLET =
            Path.of("institutions/wallet/samples/transfer/person-to-person/institution.json");
    private static final Path MT = Path.of("institutions/swift/samples/mt103/plain/institution.txt");
    private static final Path BATCH =
            Path.of("institutions/wechat-pay/samples/transfer-batch/two-payees/institution.json");

    @TempDir
    private Path folder;

    private final Catalogue catalogue = Catalogue.builtIn();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pacs.008.001.08", "pacs.009.001.08", "pacs.004.001.09", "pacs.002.001.10", "pacs.010.001.03",
                        "pacs.028.001.03",
                "pain.001.001.09", "pain.001.001.11", "pain.002.001.10", "pain.008.001.08", "pain.013.001.07",
                        "pain.014.001.07",
                "camt.029.001.09", "camt.052.001.08", "camt.053.001.08", "camt.054.001.08", "camt.056.001.08",
                        "camt.057.001.06",
                "camt.060.001.05", "acmt.023.001.03", "acmt.024.001.03", "remt.001.001.04", "admi.002.001.01"
            })
    void theCheckAsksForNothingButWhatIsMarkedToDo(String message) throws IOException {
        List<Finding> findings = check(text(WALLET, message), message, WALLET);

        assertThat(findings).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.id()).isEqualTo("mapping.UnknownSource");
            assertThat(finding.message()).contains("TODO");
        });
    }

    @Test
    void aSwiftMessageNeedsNoSchema() throws IOException {
        String text = text(MT, "pacs.008.001.08");

        assertThat(text)
                .contains("source: {format: mt, type: \"103\"}\n")
                .contains("#   _32A.amount: 1280,5\n")
                .contains("perhaps _32A.amount");
        assertThat(check(text, "pacs.008.001.08", MT))
                .allSatisfy(finding -> assertThat(finding.message()).contains("TODO"));
    }

    @Test
    void mandatoryPartsComeFirstWithTypesAndFieldsTheyMayComeFrom() throws IOException {
        String text = text(WALLET, "pacs.008.001.08");

        assertThat(text)
                .startsWith("# yaml-language-server: $schema=x.json\nmapping: demo.transfer\n")
                .containsPattern("\\n    MsgId: TODO +# Max35Text, 1 to 35 characters; perhaps transfer_id")
                .containsPattern("\\n    IntrBkSttlmAmt: TODO as decimal\\(TODO\\) +# \\w+; perhaps amount\\n")
                .containsPattern(
                        "\\n    ChrgBr: TODO +# ChargeBearerType1Code, one of DEBT, CRED, SHAR, SLEV; perhaps fee_mode")
                .containsPattern("\\n      # UETR: TODO +# UUIDv4Identifier; perhaps uetr\\n")
                .containsPattern(
                        "\\n    # RmtInf:\\n    #   Ustrd: TODO +# Max140Text, 1 to 140 characters; perhaps remark\\n");
        assertThat(text.indexOf("EndToEndId: TODO")).isLessThan(text.indexOf("# InstrId: TODO"));
    }

    @Test
    void listsOfTheSampleAreOfferedForElementsThatRepeat() throws IOException {
        assertThat(text(BATCH, "pain.001.001.09"))
                .containsPattern("\\n    CdtTrfTxInf: +# may repeat\\n      # each: transfer_detail_list\\n")
                .contains("transfer_detail_list.openid");
    }

    /** Dropping the signs of comments gives YAML whose names are all known: nothing is offered that is not there. */
    @ParameterizedTest
    @ValueSource(strings = {"pacs.008.001.08", "pain.001.001.09", "camt.053.001.08", "pacs.002.001.10"})
    void whatIsCommentedOutIsRightToo(String message) throws IOException {
        String text = text(WALLET, message);
        int body = text.indexOf("# AppHdr:");
        StringBuilder whole = new StringBuilder();
        for (String line : text.substring(body).split("\n")) {
            boolean words = line.strip().matches("# (or, instead|each:).*");
            whole.append(words ? "" : line.replaceFirst("^( *)# ( *)(?=[A-Z]\\w*:)", "$1$2"))
                    .append('\n');
        }

        List<Finding> findings = check(text.substring(0, body) + whole, message, WALLET);

        assertThat(findings)
                .extracting(Finding::id)
                .contains("mapping.UnknownSource")
                .isSubsetOf("mapping.UnknownSource", "mapping.ChoiceConflict");
    }

    private String text(Path sample, String message) throws IOException {
        MessageDefinition definition = catalogue.find(message).orElseThrow();
        MessageDefinition header = catalogue.find("head.001.001.02").orElseThrow();
        Sample read = Sample.of(Files.readAllBytes(sample), "transfer").value().orElseThrow();
        return new String(Skeleton.of("demo.transfer", "x.json", read, definition, header), StandardCharsets.UTF_8);
    }

    private List<Finding> check(String text, String message, Path sample) throws IOException {
        Path institution = Files.createDirectories(folder.resolve("demo"));
        Sample read = Sample.of(Files.readAllBytes(sample), "transfer").value().orElseThrow();
        if (read.description().isPresent()) {
            Description description = read.description().get();
            Files.write(institution.resolve(description.name()), description.bytes());
        }
        Path file = Files.writeString(institution.resolve("transfer." + message + ".yaml"), text);
        return Mappings.author(folder, file, catalogue).findings();
    }
}
