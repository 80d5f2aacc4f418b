package org.tongwen.conformance.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigReaderTest {

    private static final String CONFIG = """
            id: TESTDEFFXXX
            name: Test Bank
            plan: wallet-interop
            roles: [creditor-agent]
            endpoints:
              messages: https://bank.example/iso/
              observe: https://bank.example/test
            clock: {control: "https://bank.example/clock"}
            callback: {host: 0.0.0.0, port: 8443, address: "https://suite.example"}
            keys: {participant: bank.pem}
            data: {good-account: "1000"}
            mappings: {mt103: swift.mt103}
            reasons: ids
            limits: {answer: 2 s, run: 10 min}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void key() throws IOException {
        Files.writeString(
                folder.resolve("bank.pem"), SigningKeys.pem(SigningKeys.create().getPublic()));
    }

    @Test
    void aConfigurationIsReadAsItIsWritten() throws IOException {
        ParticipantConfig config = ConfigReader.read(write(CONFIG)).value().orElseThrow();

        assertThat(config.participant().id()).isEqualTo("TESTDEFFXXX");
        assertThat(config.roles()).containsExactly("creditor-agent");
        assertThat(config.endpoints().messages()).contains(URI.create("https://bank.example/iso"));
        assertThat(config.endpoints().trigger()).isEmpty();
        assertThat(config.clock()).contains(URI.create("https://bank.example/clock"));
        assertThat(config.callback().port()).isEqualTo(8443);
        assertThat(config.keys().participant()).contains(folder.resolve("bank.pem"));
        assertThat(config.data()).containsEntry("good-account", "1000");
        assertThat(config.mappings()).containsEntry("mt103", "swift.mt103");
        assertThat(config.reasons()).isTrue();
        assertThat(config.limits().answer()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.limits().run()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.limits().grace()).isEqualTo(ParticipantConfig.Limits.DEFAULT.grace());
    }

    @Test
    void anIdentifierIsEnough() throws IOException {
        assertThat(ConfigReader.read(write("id: TESTDEFFXXX\n")).value())
                .hasValueSatisfying(
                        config -> assertThat(config.participant().name()).isEqualTo("TESTDEFFXXX"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id: TESTDEFFXXX           | ident: TESTDEFFXXX             | conformance.UnknownKey 1:1, conformance.MissingKey 1:1",
                "https://bank.example/iso/ | bank.example/iso               | conformance.WrongValue 6:13",
                "https://bank.example/iso/ | ftp://bank.example/iso         | conformance.WrongValue 6:13",
                "https://bank.example/iso/ | https://me:pw@bank.example/iso | conformance.WrongValue 6:13",
                "https://bank.example/iso/ | https://bank.example/iso?a=b   | conformance.WrongValue 6:13",
                "observe:                  | obsreve:                       | conformance.UnknownKey 7:3",
                "port: 8443                | port: 70000                    | conformance.WrongValue 9:33",
                "bank.pem                  | other.pem                      | conformance.MissingFile 10:21",
                "reasons: ids              | reasons: yes                   | conformance.WrongValue 13:10",
                "answer: 2 s               | answer: 2                      | conformance.WrongValue 14:18",
                "data: {good-account: \"1000\"} | data: {good-account: []}  | conformance.WrongKind 11:22",
            })
    void everyMistakeIsFoundAtItsPlace(String right, String wrong, String findings) throws IOException {
        assertThat(CONFIG).contains(right);

        assertThat(findings(CONFIG.replace(right, wrong))).containsExactlyInAnyOrder(findings.split(", "));
    }

    private List<String> findings(String text) throws IOException {
        return ConfigReader.read(write(text)).findings().stream()
                .map(each -> each.id() + " " + each.place().line() + ":"
                        + each.place().column())
                .toList();
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("participant.yaml"), text);
    }
}
