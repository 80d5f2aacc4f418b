package org.tongwen.routes.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.routes.TestAuthority;
import org.tongwen.xsd.finding.Checked;

class HubConfigReaderTest {

    private static final Known KNOWN = new Known(
            Map.of("acme.payout", Set.of("debtor_name"), "acme.status", Set.of(), "wallet.transfer", Set.of()),
            Set.of("cbpr-plus", "none"),
            Channels.builtIn());
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    private static final String HASH = "0123456789abcdef".repeat(4);

    @TempDir
    Path folder;

    @Test
    void aSmallFileSaysAllThatAHubNeeds() {
        HubConfig config =
                read("""
                        participants:
                          acme:
                            credentials: {api-keys: %s}
                            mappings: acme.*
                            counterparties: [wallet]
                          wallet:
                            credentials: {api-keys: %s}
                            receives: {channel: folder, to: out, mappings: {"*": iso}}
                        """.formatted(HASH, HASH.replace('0', '1'))).value().orElseThrow();

        assertThat(config.participants()).containsOnlyKeys("acme", "wallet");
        HubConfig.Participant acme = participant(config, "acme");
        assertThat(acme.uses("acme.payout")).isTrue();
        assertThat(acme.uses("wallet.transfer")).isFalse();
        assertThat(acme.sendsTo("wallet")).isTrue();
        assertThat(acme.sendsTo("acme")).isFalse();
        assertThat(config.store()).isEqualTo(HubConfig.Store.in(folder.resolve("tongwen-data")));
        assertThat(config.delivery()).isEqualTo(HubConfig.DeliveryPolicy.DEFAULT);
    }

    @Test
    void everythingThatCanBeSaidArrives() {
        keys("hub");
        HubConfig config = value("""
                node: {env: HOSTNAME}
                listen: {host: 10.0.0.1, port: 0, max-size: 2MiB, connections: 5, connections-per-address: 2, tls: {certificate: hub.pem, key: hub.key, trusted: hub.pem, clients: required}}
                store: {postgres: "jdbc:postgresql://db/tongwen", user: tongwen, password: {env: DB_PASSWORD}, keys: keys.json}
                delivery: {first: 2s, factor: 3, ceiling: 1m, jitter: 0, give-up-after: 2h, timeout: 500ms, workers: 2}
                screening: {url: "https://screen.internal/", timeout: 1s, when-away: release, bearer: {env: DB_PASSWORD}}
                conversations: {ask-after: 90s, asks: 0, late-after: 1h}
                observe: {open: no, json-log: no, traces: "http://127.0.0.1:4318"}
                participants:
                  acme:
                    title: Acme Bank
                    agents: [ACMEGB2LXXX]
                    credentials: {certificates: hub.pem, subjects: "C=GB,O=Acme Bank,CN=acme"}
                    mappings: [acme.payout]
                    given: {debtor_name: Acme}
                    profile: cbpr-plus
                    limits: {max-size: 1000, rate: 90/min, concurrent: 3}
                    checks: {duplicates-within: 1d, amounts: {EUR: 10.50}, velocity: {within: 1h, count: 5}, screened: yes}
                """.replace("velocity: {within: 1h, count: 5}", "velocity: [{within: 1h, count: 5}]"));

        assertThat(config.node()).isEqualTo("machine-1");
        assertThat(config.listen().maxBytes()).contains(2 * 1024 * 1024);
        assertThat(config.listen().tls().orElseThrow().clients()).isEqualTo(HubConfig.Tls.Clients.REQUIRED);
        assertThat(config.listen().connections()).isEqualTo(5);
        assertThat(config.listen().perAddress()).contains(2);
        assertThat(config.store())
                .isEqualTo(new HubConfig.Store.Postgres(
                        "jdbc:postgresql://db/tongwen",
                        "tongwen",
                        Optional.of(new Secret.InEnvironment("DB_PASSWORD")),
                        folder.resolve("keys.json")));
        assertThat(config.delivery())
                .isEqualTo(new HubConfig.DeliveryPolicy(
                        Duration.ofSeconds(2),
                        3,
                        Duration.ofMinutes(1),
                        0,
                        Duration.ofHours(2),
                        Duration.ofMillis(500),
                        2));
        assertThat(config.screening().orElseThrow().open()).isTrue();
        assertThat(config.conversations())
                .isEqualTo(new HubConfig.Conversations(Duration.ofSeconds(90), 0, Duration.ofHours(1)));
        assertThat(config.observe())
                .isEqualTo(new HubConfig.Observe(false, false, Optional.of("http://127.0.0.1:4318")));
        HubConfig.Participant acme = participant(config, "acme");
        assertThat(acme.credentials().certificates())
                .hasSize(1)
                .first()
                .asString()
                .hasSize(64);
        assertThat(acme.credentials().subjects()).containsExactly("c=gb,o=acme bank,cn=acme");
        assertThat(acme.limits()).isEqualTo(new HubConfig.Limits(Optional.of(1_000), 1.5, 2, 3));
        assertThat(acme.checks().amounts()).containsEntry("EUR", new BigDecimal("10.50"));
        assertThat(acme.checks().velocity()).hasSize(1);
    }

    @Test
    void misspelledKeysAndNamesAreFoundWithTheNearestOnes() {
        assertThat(findings("""
                        particpants: {}
                        participants:
                          acme:
                            mapings: acme.*
                            mappings: [acme.payuot, nothing.*, "acme.*.x"]
                            counterparties: [walet]
                            profile: cbpr
                            given: {debtor_nme: x}
                          wallet:
                            receives: {channel: http, to: "https://w.example/", mappings: {pacs.8: iso, pacs.002: wallet.transfr}}
                        """))
                .contains(
                        "hub.yaml:1:1 ERROR config.UnknownKey: the key is not known here; did you mean 'participants'?",
                        "hub.yaml:4:5 ERROR config.UnknownKey: the key is not known here; did you mean 'mappings'?",
                        "hub.yaml:5:16 ERROR config.UnknownMapping: there is no such mapping; did you mean 'acme.payout'?",
                        "hub.yaml:5:29 ERROR config.UnknownMapping: there is no such mapping",
                        "hub.yaml:5:40 ERROR config.WrongValue: a star may stand only at the end",
                        "hub.yaml:6:22 ERROR config.UnknownCounterparty: there is no such participant; did you mean 'wallet'?",
                        "hub.yaml:7:14 ERROR config.UnknownProfile: there is no such profile",
                        "hub.yaml:8:13 ERROR config.UnknownGiven: none of its mappings takes such a value",
                        "hub.yaml:10:68 ERROR config.WrongValue: a key of mappings is a message such as pacs.008 or pacs.008.001.08, or a star for all others",
                        "hub.yaml:10:91 ERROR config.UnknownMapping: there is no such mapping; did you mean 'wallet.transfer'?");
    }

    @Test
    void secretsThatStandInTheFileAreFoundAndNotShown() {
        String key = "twk_" + "A".repeat(43);
        Checked<HubConfig> read = read("""
                store: {postgres: "jdbc:postgresql://db/x", user: u, password: hunter2, keys: k, file: f}
                node: n
                screening: {url: "https://s.example/", bearer: token}
                listen: {tls: {certificate: "-----BEGIN CERTIFICATE-----", key: "-----BEGIN PRIVATE KEY-----"}}
                participants:
                  acme:
                    credentials: {api-keys: %s}
                    receives: {channel: http, to: "https://a.example/", headers: {Authorization: hunter2}}
                """.formatted(key));

        assertThat(lines(read))
                .contains(
                        "hub.yaml:1:64 ERROR config.InlineSecret: password must not stand in this file",
                        "hub.yaml:3:48 ERROR config.InlineSecret: bearer must not stand in this file",
                        "hub.yaml:4:29 ERROR config.InlineSecret: certificate must not stand in this file",
                        "hub.yaml:4:65 ERROR config.InlineSecret: key must not stand in this file",
                        "hub.yaml:7:29 ERROR config.InlineSecret: an API key stands here only as its SHA-256, in 64 hexadecimal digits",
                        "hub.yaml:8:82 ERROR config.InlineSecret: Authorization must not stand in this file");
        assertThat(read.findings().toString()).doesNotContain("hunter2", key);
        assertThat(read.value()).isEmpty();
    }

    @Test
    void secretsAndFilesThatAreNotThereAreFound() {
        write("empty", "");
        assertThat(findings("""
                        store: {postgres: "jdbc:postgresql://db/x", user: u, password: {env: NOT_THERE}, keys: k}
                        node: n
                        screening: {url: "https://s.example/", bearer: {file: empty}}
                        participants:
                          acme:
                            credentials: {certificates: acme.pem}
                            checks: {watch-list: names.txt}
                            receives: {channel: http, to: "https://a.example/", signing-key: key.pem, headers: {X-A: {file: a, env: B}, Idempotency-Key: {file: empty}}}
                        """))
                .contains(
                        "hub.yaml:1:70 ERROR config.MissingSecret: the environment has no such variable, or it is empty",
                        "hub.yaml:3:55 ERROR config.MissingSecret: the file is empty",
                        "hub.yaml:6:33 ERROR config.MissingFile: there is no such file",
                        "hub.yaml:7:26 ERROR config.MissingFile: there is no such file",
                        "hub.yaml:8:70 ERROR config.MissingFile: there is no such file",
                        "hub.yaml:8:94 ERROR config.WrongValue: X-A must be either {file: …} or {env: …}",
                        "hub.yaml:8:113 ERROR config.WrongValue: this is not the name of a header that may be set here");
    }

    @Test
    void aSecretThatWouldBeginAnotherHeaderIsFound() {
        write("token", "Bearer x\r\nX-Admin: yes\n");

        assertThat(
                        findings(
                                "participants: {a: {receives: {channel: http, to: \"https://a.example/\", headers: {Authorization: {file: token}}}}}\n"))
                .filteredOn(line -> line.contains(" ERROR "))
                .containsExactly(
                        "hub.yaml:1:104 ERROR config.WrongSecret: a secret is one line without control characters");
    }

    @Test
    void numbersThatMakeNoSenseAreFound() {
        assertThat(findings("""
                        listen: {port: 65536, max-size: 0MB, connections: many}
                        delivery: {first: 10, factor: 0.5, ceiling: 400d, jitter: 2, timeout: 0s, workers: 0}
                        conversations: {ask-after: -1s, asks: 101}
                        observe: {open: true}
                        participants:
                          acme:
                            credentials: {api-keys: %s}
                            limits: {max-size: big, rate: 0/s, burst: -1, concurrent: 1.5}
                            checks: {amounts: {XXY: 1, EUR: 1e9}, velocity: [{count: 1}, {within: 1h}, {within: 1h, amount: 1}]}
                        """.formatted(HASH)))
                .contains(
                        "hub.yaml:1:16 ERROR config.WrongValue: port must be a whole number from 0 to 65535",
                        "hub.yaml:1:33 ERROR config.WrongValue: max-size must be a size such as 500KB, 10MB or 10MiB",
                        "hub.yaml:1:51 ERROR config.WrongValue: connections must be a whole number from 1 to 100000",
                        "hub.yaml:2:19 ERROR config.WrongValue: first must be a time from 1ms to 1h, with its unit, such as 30s, 5m or 24h",
                        "hub.yaml:2:31 ERROR config.WrongValue: factor must be a number from 1 to 10",
                        "hub.yaml:2:45 ERROR config.WrongValue: ceiling must be a time from 1ms to 1d, with its unit, such as 30s, 5m or 24h",
                        "hub.yaml:2:59 ERROR config.WrongValue: jitter must be a number from 0 to 1",
                        "hub.yaml:2:71 ERROR config.WrongValue: timeout must be a time from 1ms to 10m, with its unit, such as 30s, 5m or 24h",
                        "hub.yaml:2:84 ERROR config.WrongValue: workers must be a whole number from 1 to 1000",
                        "hub.yaml:3:39 ERROR config.WrongValue: asks must be a whole number from 0 to 100",
                        "hub.yaml:4:17 ERROR config.WrongValue: must be yes or no",
                        "hub.yaml:8:24 ERROR config.WrongValue: max-size must be a size such as 500KB, 10MB or 10MiB",
                        "hub.yaml:8:35 ERROR config.WrongValue: rate must be a rate such as 100/s or 90/min",
                        "hub.yaml:8:47 ERROR config.WrongValue: burst must be a whole number from 1 to 1000000",
                        "hub.yaml:9:24 ERROR config.WrongValue: a key of amounts must be a currency such as EUR",
                        "hub.yaml:9:37 ERROR config.WrongValue: EUR must be an amount such as 100000.00, in quotes or not",
                        "hub.yaml:9:54 ERROR config.MissingKey: the key within is missing",
                        "hub.yaml:9:66 ERROR config.MissingKey: there must be a count, or an amount with its currency",
                        "hub.yaml:9:80 ERROR config.WrongValue: amount and currency belong together");
    }

    @Test
    void pausesThatContradictEachOtherAreFound() {
        assertThat(findings("delivery: {first: 10m, give-up-after: 1m}\nparticipants: {a: {}}\n"))
                .contains(
                        "hub.yaml:1:19 ERROR config.WrongValue: first must not be longer than ceiling",
                        "hub.yaml:1:39 ERROR config.WrongValue: ceiling must not be longer than give-up-after");
    }

    @Test
    void whatBelongsToTwoParticipantsIsFound() {
        assertThat(findings("""
                        listen: {tls: {clients: asked}}
                        participants:
                          acme:
                            agents: [ACMEGB2L]
                            credentials: {api-keys: %1$s, certificates: %1$s, subjects: "CN=a, O=b"}
                          wallet:
                            agents: [ACMEGB2LXXX]
                            credentials: {api-keys: %2$s, certificates: %2$s, subjects: "cn=A,o=B"}
                        """.formatted(HASH, HASH.toUpperCase(Locale.ROOT))))
                .contains(
                        "hub.yaml:7:14 ERROR config.SharedAgent: the identifier is taken: it belongs to acme",
                        "hub.yaml:8:29 ERROR config.SharedCredential: the API key is taken: it belongs to acme",
                        "hub.yaml:8:109 ERROR config.SharedCredential: the certificate is taken: it belongs to acme",
                        "hub.yaml:8:185 ERROR config.SharedCredential: the subject is taken: it belongs to acme");
    }

    @Test
    void oneIssuersSubjectIsOneParticipant() throws IOException {
        String tokens = "{issuer: i, subject: s, audience: a, keys: \"https://i.example/jwks\"}";
        assertThat(findings("participants:\n  a: {credentials: {tokens: " + tokens + "}}\n  b: {credentials: {tokens: "
                        + tokens + "}}\n"))
                .contains(
                        "hub.yaml:3:29 ERROR config.SharedCredential: the subject of this issuer is taken: it belongs to a");
        assertThat(findings("participants:\n  a: {credentials: {tokens: " + tokens + "}}\n  b: {credentials: {tokens: "
                        + tokens.replace("audience: a", "audience: b") + "}}\n"))
                .as("one token may name both audiences")
                .contains(
                        "hub.yaml:3:29 ERROR config.SharedCredential: the subject of this issuer is taken: it belongs to a");
        assertThat(findings("participants:\n  a: {credentials: {tokens: " + tokens + "}}\n  b: {credentials: {tokens: "
                        + tokens.replace("subject: s", "subject: t") + "}}\n"))
                .noneMatch(line -> line.contains("SharedCredential"));
        assertThat(findings("participants:\n  a: {credentials: {tokens: " + tokens.replace("https", "http") + "}}\n"))
                .anyMatch(line -> line.contains("keys are fetched by https:// only"));
    }

    @Test
    void aJwksNeedsAKeyThatCanVerifyAndNothingSecret() {
        String curve = "\"kty\":\"OKP\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"";
        String unknown = "{\"kty\":\"AKP\",\"pub\":\"AAAA\"}";
        String agrees = "{" + curve + ",\"crv\":\"X25519\"}";
        String signs = "{" + curve + ",\"crv\":\"Ed25519\"}";

        assertThat(findingsOfKeys(unknown, agrees, signs)).isEmpty();
        assertThat(findingsOfKeys(unknown, agrees))
                .containsExactly(
                        "hub.yaml:1:38 ERROR config.NotKeys: no key stands in the file that can verify a signature");
        assertThat(findingsOfKeys(signs, "{\"kty\":\"oct\",\"k\":\"AAAA\"}"))
                .containsExactly(
                        "hub.yaml:1:38 ERROR config.NotKeys: a private or shared key stands in the file; it must hold public ones only");
    }

    private List<String> findingsOfKeys(String... keys) {
        write("keys.json", "{\"keys\":[" + String.join(",", keys) + "]}");
        return findings("participants: {a: {signature: {keys: keys.json}}}\n");
    }

    @Test
    void onlyOneParticipantCanBeWhoeverComesWithoutCredentials() {
        assertThat(
                        findings(
                                "participants: {a: {credentials: {open: yes}}, b: {credentials: {open: yes}}, c: {credentials: {open: no}}}\n"))
                .containsExactly(
                        "hub.yaml:1:71 ERROR config.SharedCredential: the right to come in without credentials is taken: it belongs to a");
    }

    @Test
    void anOpenParticipantOnAnAddressOfOthersIsFound() {
        String open = "participants: {local: {credentials: {open: yes}}}\n";

        assertThat(findings("listen: {host: 0.0.0.0}\n" + open))
                .contains(
                        "hub.yaml:1:9 ERROR config.OpenAddress: everybody who reaches this address could come in as local, which needs no credentials",
                        "hub.yaml:1:9 WARNING config.PlainHttp: without tls everybody on the way can read messages and credentials; only a proxy on this machine makes that good");
        assertThat(findings("listen: {host: 127.0.0.1}\n" + open)).isEmpty();
        assertThat(findings("listen: {host: localhost}\n" + open)).isEmpty();
        assertThat(findings("listen: {host: 127.0.0.1.evil.example}\n" + open)).isNotEmpty();
        assertThat(value(open).opensTo("0.0.0.0")).contains("local");
        assertThat(value(open).opensTo("::1")).isEmpty();
    }

    @Test
    void halfOfTlsIsFound() {
        TestAuthority.selfSigned("CN=other").key(folder.resolve("other.key"));
        keys("hub");
        write("text.pem", "hello");
        assertThat(findings("listen: {tls: {certificate: hub.pem}}\nparticipants: {a: {}}\n"))
                .containsExactly("hub.yaml:1:15 ERROR config.IncompleteTls: the key key is missing");
        assertThat(findings("listen: {tls: {certificate: hub.pem, key: other.key}}\nparticipants: {a: {}}\n"))
                .containsExactly(
                        "hub.yaml:1:43 ERROR config.KeyMismatch: the key does not belong to the first certificate of the file certificate");
        assertThat(findings("listen: {tls: {certificate: text.pem, key: hub.pem}}\nparticipants: {a: {}}\n"))
                .contains(
                        "hub.yaml:1:29 ERROR config.NotPem: the file is not PEM: it holds no -----BEGIN …----- with its -----END …-----",
                        "hub.yaml:1:44 ERROR config.NotPem: no private key stands in the file");
        assertThat(findings("participants: {a: {credentials: {subjects: CN=a, certificates: hub.pem}}}\n"))
                .containsExactly(
                        "hub.yaml:1:16 ERROR config.IncompleteTls: a subject is known only by the authority that vouches for it, and none is trusted",
                        "hub.yaml:1:16 ERROR config.IncompleteTls: its certificates are never seen: clients are not asked for them");
    }

    @Test
    void aCertificateThatEndedOrEndsSoonAndAKeyThatOthersReadAreWarnings() {
        TestAuthority authority = TestAuthority.named("CN=authority");
        Instant now = NOW.instant();
        TestAuthority.Issued old =
                authority.issue("CN=old", now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(1)));
        old.certificate(folder.resolve("old.pem"));
        old.key(folder.resolve("old.key")).toFile().setReadable(true, false);
        authority
                .issue("CN=soon", now.minus(Duration.ofDays(9)), now.plus(Duration.ofDays(29)))
                .certificate(folder.resolve("soon.pem"));
        Checked<HubConfig> read =
                read("listen: {tls: {certificate: old.pem, key: old.key, trusted: soon.pem}}\nparticipants: {a: {}}\n");

        assertThat(lines(read))
                .containsExactly(
                        "hub.yaml:1:29 WARNING config.ExpiredCertificate: the certificate of CN=old ended at 2026-11-21T12:00:00Z",
                        "hub.yaml:1:43 WARNING config.ReadableByOthers: others than its owner may read or change the file",
                        "hub.yaml:1:61 WARNING config.ExpiredCertificate: the certificate of CN=soon ends soon, at 2026-12-21T12:00:00Z");
        assertThat(read.value()).isPresent();
    }

    @Test
    void keysOfOtherFormsAreExplained() {
        write("rsa.key", "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n");
        write("sealed.key", "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n");
        write("broken.key", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        keys("hub");
        for (String file : List.of("rsa.key", "sealed.key", "broken.key")) {
            assertThat(findings("listen: {tls: {certificate: hub.pem, key: " + file + "}}\nparticipants: {a: {}}\n"))
                    .filteredOn(line -> !line.contains("ReadableByOthers"))
                    .singleElement()
                    .asString()
                    .startsWith("hub.yaml:1:43 ERROR config.NotPem: ");
        }
    }

    @Test
    void whatMakesNoSenseTogetherIsFound() {
        assertThat(findings("""
                        listen: {max-size: 1KB}
                        participants:
                          Acme!: {}
                          hub: {}
                          anna: {operator: yes, mappings: acme.*, credentials: {api-keys: %s}}
                          acme: {mappings: acme.*, limits: {max-size: 2KB}, checks: {screened: yes}}
                          wallet: {counterparties: [acme], credentials: {open: yes}}
                          list: [a]
                        """.formatted(HASH)))
                .contains(
                        "hub.yaml:3:3 ERROR config.WrongName: the name of a participant has small letters, digits, dots and dashes, 64 at most, and is not 'hub'",
                        "hub.yaml:4:3 ERROR config.WrongName: the name of a participant has small letters, digits, dots and dashes, 64 at most, and is not 'hub'",
                        "hub.yaml:5:35 ERROR config.OperatorSends: an operator sends nothing",
                        "hub.yaml:6:3 ERROR config.WrongValue: its max-size is larger than that of the hub, which counts first",
                        "hub.yaml:6:3 ERROR config.MissingKey: its payments are to be screened, and there is no section screening",
                        "hub.yaml:6:3 WARNING config.NoCredentials: nobody can come in under this name: it has no credentials",
                        "hub.yaml:7:28 WARNING config.NoMapping: without a mapping it can send nothing to them",
                        "hub.yaml:7:3 WARNING config.NoWayTo: it may send to acme, which receives nothing",
                        "hub.yaml:8:9 ERROR config.WrongKind: list must hold keys and values");
    }

    @Test
    void whatWouldKeepPaymentsWaitingIsAWarning() {
        assertThat(findings("""
                        participants:
                          acme:
                            credentials: {api-keys: %s}
                            mappings: acme.*
                            counterparties: [acme]
                            receives: {channel: folder, to: nowhere, mappings: {"*": iso}}
                        """.formatted(HASH)))
                .containsExactly(
                        "hub.yaml:2:3 WARNING config.NoOperator: nobody can release or repair what is held: no participant is an operator",
                        "hub.yaml:6:37 WARNING config.MissingFolder: there is no such folder; deliveries wait for it, and the hub does not make it");
    }

    @Test
    void aFileWithoutParticipantsOrOfAnotherKindIsRefused() {
        assertThat(findings("node: a\n"))
                .containsExactly("hub.yaml:1:1 ERROR config.MissingKey: there must be participants");
        assertThat(findings("- a\n"))
                .containsExactly("hub.yaml:1:1 ERROR config.WrongKind: the file must hold keys and values");
        assertThat(findings("a: [")).isNotEmpty();
        assertThat(findings("")).isNotEmpty();
    }

    @Test
    void storesAreOneOrTheOther() {
        assertThat(findings("store: {file: a, user: u}\nparticipants: {a: {}}\n"))
                .containsExactly("hub.yaml:1:24 ERROR config.WrongValue: a file needs no user or password");
        assertThat(findings(
                        "store: {postgres: \"jdbc:postgresql://db/x?password=p\", file: a}\nparticipants: {a: {}}\n"))
                .contains(
                        "hub.yaml:1:1 ERROR config.MissingKey: the key node is missing",
                        "hub.yaml:1:8 ERROR config.MissingKey: the key user is missing",
                        "hub.yaml:1:8 ERROR config.MissingKey: the key keys is missing",
                        "hub.yaml:1:62 ERROR config.WrongValue: the store is either a file or a database")
                .anyMatch(
                        line -> line.startsWith("hub.yaml:1:19 ERROR config.WrongValue: postgres must be an address"));
    }

    @Test
    void aChannelThatNoRouteServesIsAnError() {
        String yaml = """
                participants:
                  acme:
                    credentials: {api-keys: %s}
                    receives: {channel: https, to: "https://acme.example/in"}
                """.formatted(HASH);

        assertThat(findings(yaml))
                .containsExactly(
                        "hub.yaml:4:25 ERROR config.UnknownChannel: the hub delivers by http (for http:// and"
                                + " https://) and folder; others need route files of your own, with --routes; did you mean 'http'?");
        assertThat(findings(yaml.replace("channel: https", "channel: folder")))
                .containsExactly(
                        "hub.yaml:4:37 ERROR config.WrongValue: to must be a folder, and this is an address; its channel is http");
        assertThat(findings(yaml.replace("https://", "ftp://").replace("channel: https", "channel: http")))
                .singleElement()
                .asString()
                .startsWith("hub.yaml:4:35 ERROR config.WrongValue: to must be an address such as https://");
    }

    @Test
    void theChannelsOfOwnRoutesAreThoseThatTheyName() {
        write("own.camel.yaml", """
                # not for ${header.TongwenChannel} == 'pigeon'
                - route: {from: {uri: "direct:deliver", steps: [{filter: {simple: "${header.TongwenChannel} == 'kafka'"}}]}}
                """);
        Known known = new Known(Map.of(), Set.of(), Channels.of(folder));
        String yaml = """
                participants:
                  acme: {receives: {channel: kafka, to: payments}}
                """;

        assertThat(lines(read(yaml, known))).isEmpty();
        assertThat(lines(read(yaml.replace("kafka", "pigeon"), known)))
                .containsExactly(
                        "hub.yaml:2:30 WARNING config.UnknownChannel: no route file has a branch that names this"
                                + " channel; deliveries by it would wait");
        assertThat(read(yaml, new Known(Map.of(), Set.of(), Channels.any())).findings())
                .isEmpty();
    }

    private static HubConfig.Participant participant(HubConfig config, String name) {
        return Optional.ofNullable(config.participants().get(name)).orElseThrow();
    }

    private void keys(String name) {
        TestAuthority.Issued issued = TestAuthority.selfSigned("CN=" + name);
        issued.certificate(folder.resolve(name + ".pem"));
        issued.key(folder.resolve(name + ".key"));
    }

    private void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HubConfig value(String yaml) {
        Checked<HubConfig> read = read(yaml);
        assertThat(lines(read)).filteredOn(line -> line.contains(" ERROR ")).isEmpty();
        return read.value().orElseThrow();
    }

    private List<String> findings(String yaml) {
        return lines(read(yaml));
    }

    private Checked<HubConfig> read(String yaml) {
        return read(yaml, KNOWN);
    }

    private Checked<HubConfig> read(String yaml, Known known) {
        write("hub.yaml", yaml);
        return HubConfigReader.read(
                folder.resolve("hub.yaml"), known, Map.of("DB_PASSWORD", "secret", "HOSTNAME", "machine-1"), NOW);
    }

    private static List<String> lines(Checked<?> read) {
        return read.findings().stream()
                .map(finding ->
                        finding.place() + " " + finding.severity() + " " + finding.id() + ": " + finding.message())
                .toList();
    }
}
