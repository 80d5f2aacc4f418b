package org.tongwen.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.mappings.Mappings;

class LongDocumentTest {

    private static final Path BUILT_IN = Path.of("../mappings/institutions");
    private static final Path SAMPLE = BUILT_IN.resolve("harbour-bank/samples/bulk-upload/three-payees");

    @TempDir
    private Path folder;

    @Test
    void aDocumentTooLargeForMemoryGoesFromFileToFile() throws IOException {
        Path message = folder.resolve("message.xml");
        Path table = folder.resolve("table.csv");

        Session.Outcome there = translate("to-iso", SAMPLE.resolve("institution.csv"), "--out", message.toString());
        Session.Outcome back = translate("from-iso", message, "--out", table.toString());

        assertThat(there.err()).isEmpty();
        assertThat(there.exitCode()).isZero();
        assertThat(there.bytes()).isEmpty();
        assertThat(message).content().contains("<NbOfTxs>3</NbOfTxs>");
        assertThat(back.exitCode()).isZero();
        assertThat(table).hasSameBinaryContentAs(SAMPLE.resolve("institution.csv"));
    }

    @Test
    void oneWithAMistakeLeavesTheOldResult() throws IOException {
        Path message = Files.writeString(folder.resolve("message.xml"), "old");
        Path report = folder.resolve("report.json");
        Path wrong = Files.writeString(
                folder.resolve("wrong.csv"),
                Files.readString(SAMPLE.resolve("institution.csv"), StandardCharsets.UTF_8)
                        .replace("CDRSNL2A", "cedar"),
                StandardCharsets.UTF_8);

        Session.Outcome refused =
                translate("to-iso", wrong, "--out", message.toString(), "--report", report.toString());

        assertThat(refused.exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(refused.err()).contains("wrong.csv:2:", "[ERROR]");
        assertThat(message).hasContent("old");
        assertThat(report).content().contains("\"ok\" : false");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("message.xml", "report.json", "wrong.csv");
    }

    @Test
    void withoutAFileToWriteThereIsAHint() {
        Session.Outcome refused = translate("to-iso", SAMPLE.resolve("institution.csv"));

        assertThat(refused.exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(refused.err()).contains("app.TooLarge", "a file and --out let the mapping run item by item");
    }

    @Test
    void aMappingThatNeedsWholeDocumentsSaysWhy() {
        Path json = BUILT_IN.resolve("wallet/samples/transfer/person-to-person/institution.json");

        Session.Outcome refused = session()
                .run(
                        "translate",
                        "wallet.transfer",
                        "to-iso",
                        json.toString(),
                        "--max-size=100B",
                        "--out",
                        folder.resolve("x").toString(),
                        "--mappings=" + BUILT_IN);

        assertThat(refused.exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(refused.err())
                .contains("the mapping cannot be run item by item: the format json needs the whole document");
    }

    private static Session session() {
        return new Session().mappings(Mappings::load);
    }

    private static Session.Outcome translate(String direction, Path document, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "translate",
                "harbour-bank.bulk-upload",
                direction,
                document.toString(),
                "--max-size=200B",
                "--mappings=" + BUILT_IN));
        for (String given : List.of(
                "message_id=HB-1",
                "execution_date=2026-11-23",
                "debtor_name=Lantern Works GmbH",
                "debtor_account=DE55999000001234567890",
                "debtor_agent=HRBRDEFF")) {
            arguments.addAll(List.of("--given", given));
        }
        arguments.addAll(List.of(more));
        return session().run(arguments.toArray(String[]::new));
    }
}
