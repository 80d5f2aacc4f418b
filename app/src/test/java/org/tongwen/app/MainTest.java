package org.tongwen.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongwen.mappings.Mappings;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

class MainTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "tranlate a to-iso              => unknown command 'tranlate'; did you mean 'translate'?",
                "certify                        => unknown command 'certify'",
                "validate --formt json a.xml    => unknown option '--formt'; did you mean '--format'?",
                "validate --max-sise=1MB a.xml  => unknown option '--max-sise'; did you mean '--max-size'?",
                "validate --format jsn a.xml    => Invalid value for option '--format': 'jsn' is neither text nor json nor sarif nor junit nor html; did you mean 'json'?",
                "translate m to-is a.json       => Invalid value for positional parameter at index 1 (to-iso|from-iso): 'to-is' is neither to-iso nor from-iso; did you mean 'to-iso'?",
                "translate m to-iso a b         => unexpected argument 'b'",
                "translate m                    => Missing required parameter: 'to-iso|from-iso'",
                "translate m to-iso --given a   => Invalid value for option '--given' (NAME=VALUE): 'a' is not NAME=VALUE",
                "translate m to-iso --given a=1 --given a=2 => --given names 'a' twice",
                "translate m to-iso --max-size 1ZB => Invalid value for option '--max-size': '1ZB' is not a size such as 500kB or 10MB",
                "translate m to-iso --max-size 3TB => Invalid value for option '--max-size': '3TB' is not between 1 byte and 2TB",
                "translate m to-iso --max-size 0MB => Invalid value for option '--max-size': '0MB' is not between 1 byte and 2TB",
                "validate --timeout soon        => Invalid value for option '--timeout': 'soon' is not a number of seconds such as 10 or 0.5",
                "validate --timeout 0           => Invalid value for option '--timeout': '0' is not between 0.001 and 1000000 seconds",
                "xsd shw pacs.008.001.08        => unknown command 'shw'; did you mean 'show'?",
                "xsd show                       => Missing required parameter: 'MESSAGE'",
                "xsd show pacs.008.001.08 --depth -1 => Invalid value for option '--depth': '-1' is not a number of levels such as 0 or 3",
                "help                           => unknown command 'help'; did you mean '--help'?",
                "xsd help                       => unknown command 'help'; did you mean '--help'?",
                "serve --port 80800             => Invalid value for option '--port': '80800' is not a port from 0 to 65535",
            })
    void wrongUsageNamesTheWrongWordAndTheRightOne(String line, String complaint) {
        Session.Outcome failed = new Session().run(line.strip().split(" "));

        assertThat(failed.exitCode()).isEqualTo(Exit.USAGE);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err().lines().toList().get(0)).isEqualTo("tongwen: " + complaint);
        assertThat(failed.err().lines().toList().get(1))
                .startsWith("Try 'tongwen")
                .endsWith("--help'.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "serve",
                "translate",
                "validate",
                "map",
                "map check",
                "map test",
                "map try",
                "map list",
                "xsd",
                "xsd show",
                "xsd list",
                "xsd export",
                "xsd diff",
                "xsd import",
                "map",
                "map new",
                "map infer",
                "map table",
                "map doc",
                "map where",
                "map diff",
                "map show",
                "map schema",
                "conformance",
                "conformance list",
                "conformance run",
                "conformance report",
                "conformance diff",
                "conformance verify",
                "conformance revoke",
                "conformance keys",
                "conformance keys create",
                "conformance keys show"
            })
    void everyHelpGoesToStandardOutputAndHasAnExample(String command) {
        String[] args = (command + " --help").strip().split(" ");

        Session.Outcome help = new Session().run(args);

        assertThat(help.exitCode()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out())
                .startsWith("Usage: tongwen")
                .contains("Example: tongwen " + command)
                .contains("--debug");
        assertThat(help.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
    }

    @Test
    void withoutACommandTheHelpIsShownAsAComplaint() {
        Session.Outcome failed = new Session().run();

        assertThat(failed.exitCode()).isEqualTo(Exit.USAGE);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err())
                .startsWith("tongwen: which command?\nUsage: tongwen COMMAND")
                .containsPattern("\n  validate +Checks");
    }

    @Test
    void theVersionGoesToStandardOutput() {
        Session.Outcome version = new Session().run("--version");

        assertThat(version.exitCode()).isZero();
        assertThat(version.out()).startsWith("tongwen ");
    }

    @Test
    void mappingsAreListedInColumns() {
        Session.Outcome list = new Session()
                .mappings(FakeMapping.echo("swift.mt103"), FakeMapping.echo("wallet"))
                .run("map", "list", "--mappings", folder.toString());

        assertThat(list.exitCode()).isZero();
        assertThat(list.out()).isEqualTo("""
                        swift.mt103  pacs.008.001.08  json  转账 swift.mt103
                        wallet       pacs.008.001.08  json  转账 wallet
                        """);
    }

    @Test
    void mappingsAreListedAsJson() throws IOException {
        Session.Outcome list = new Session()
                .mappings(FakeMapping.echo("wallet"))
                .run("map", "list", "--format", "json", "--mappings", folder.toString());

        JsonNode json = new ObjectMapper().readTree(list.bytes());
        assertThat(json).isEqualTo(new ObjectMapper().readTree("""
                                        [{"name": "wallet", "title": "转账 wallet", "message": "pacs.008.001.08", "format": "json",
                                          "mediaType": "application/json", "digest": "d1e5",
                                          "given": ["debtor_name", "debtor_agent", "uetr"], "noHome": {"notify_url": "channel callback"},
                                          "refuse": {"refund": "refunds go another way"}}]"""));
    }

    @Test
    void mappingFilesWithErrorsAreReportedBesideTheOthers() {
        Finding finding = Finding.error("mapping.Yaml", new Place("bank/a.yaml", 1, 2, ""), "not YAML");

        Session.Outcome list = new Session()
                .mappings((files, catalogue) ->
                        Checked.of(Mappings.of(List.of(FakeMapping.echo("wallet"))), List.of(finding)))
                .run("map", "list", "--mappings", folder.toString());

        assertThat(list.exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(list.out()).startsWith("wallet ");
        assertThat(list.err()).isEqualTo("bank/a.yaml:1:2: [ERROR] not YAML | mapping.Yaml\n");
    }

    @Test
    void theFolderOfTheCheckoutIsTheDefault() throws IOException {
        Path ofCheckout = Files.createDirectories(folder.resolve("mappings").resolve("institutions"));
        List<Path> loaded = new ArrayList<>();
        System.setProperty("tongwen.home", folder.toString());
        try {
            new Session()
                    .mappings((files, catalogue) -> {
                        loaded.add(files);
                        return Checked.of(Mappings.of(List.of()), List.of());
                    })
                    .run("map", "list");
        } finally {
            System.clearProperty("tongwen.home");
        }

        assertThat(loaded).containsExactly(ofCheckout);
    }

    @Test
    void aMappingFolderThatIsMissingIsNotFound() {
        assertThat(new Session()
                        .run("map", "list", "--mappings", folder + "/none")
                        .exitCode())
                .isEqualTo(Exit.NOT_FOUND);
    }

    @Test
    void serveHandsItsOptionsOn() {
        Session session = new Session();

        Session.Outcome served = session.run(
                "serve",
                "--port",
                "0",
                "--folder",
                folder.toString(),
                "--given",
                "a=b",
                "--mappings",
                folder.toString());

        assertThat(served.exitCode()).isZero();
        Server.Options options = session.served().get(0);
        assertThat(options.host()).isEqualTo("127.0.0.1");
        assertThat(options.port()).isZero();
        assertThat(options.folder()).contains(folder);
        assertThat(options.routes()).isEmpty();
        assertThat(options.maxBytes()).isEqualTo(10_000_000);
        assertThat(options.given()).isEqualTo(Map.of("a", "b"));
        assertThat(options.mappings().current().all()).isEmpty();
    }

    @Test
    void serveDoesNotStartWithAnInboxThatIsMissing() {
        Session session = new Session();

        assertThat(session.run("serve", "--folder", folder + "/none").exitCode())
                .isEqualTo(Exit.NOT_FOUND);
        assertThat(session.served()).isEmpty();
    }
}
