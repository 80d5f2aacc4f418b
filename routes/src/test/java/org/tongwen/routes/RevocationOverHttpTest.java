package org.tongwen.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongwen.routes.LiveHub.finding;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.routes.TestAuthority.Issued;
import org.tongwen.routes.deliver.MovableClock;

/** Certificates that were taken back, at the door of a whole hub. */
class RevocationOverHttpTest {

    private static final TestAuthority BRANCH = Parties.AUTHORITY.under("CN=Branch, O=Test");
    private static final Pattern LEFT = Pattern.compile("(?m)^revocation_lists_left_seconds (\\S+)$");

    /** Files are looked at every ten seconds at most. */
    private static final Duration NOTICED = Duration.ofSeconds(20);

    private final Path folder;
    private final Parties parties;
    private final MovableClock clock = new MovableClock();
    private final Instant tomorrow = clock.instant().plus(Duration.ofDays(1));
    private final Issued beta = Parties.AUTHORITY.issue(Parties.BETA);
    private final Issued betaBelow = BRANCH.issue(Parties.BETA);
    private Optional<LiveHub> running = Optional.empty();

    RevocationOverHttpTest(@TempDir Path folder) {
        this.folder = folder;
        this.parties = new Parties(folder);
    }

    @BeforeEach
    void write() throws IOException {
        Path authorities = folder.resolve("authority.pem");
        Files.writeString(
                authorities,
                Files.readString(authorities)
                        + Files.readString(BRANCH.own().certificate(folder.resolve("branch.pem"))));
        publish();
        TestRevocationList.pem(folder.resolve("branch.crl"), TestRevocationList.of(BRANCH, tomorrow));
    }

    @AfterEach
    void stop() {
        running.ifPresent(LiveHub::close);
    }

    @Test
    void aRevokedCertificateIsAnsweredLikeAStrangerAndOthersPass() {
        Issued revoked = Parties.AUTHORITY.issue(Parties.BETA);
        publish(revoked);
        start();

        HttpResponse<String> answer = asked(parties.client(Optional.of(revoked)));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo(asked(parties.client("")).body());
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(LiveHub.send(parties.client(Optional.of(revoked)), parties.as("alpha", mappings()))
                        .statusCode())
                .as("a good key beside it")
                .isEqualTo(401);

        assertThat(asked(parties.client(Optional.of(beta))).statusCode()).isEqualTo(200);
        assertThat(asked(parties.client(Optional.of(betaBelow))).statusCode())
                .as("of the authority below")
                .isEqualTo(200);
        assertThat(LiveHub.send(parties.client(""), parties.as("alpha", mappings()))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aCertificateThatIsTakenBackWhileItsConnectionIsKeptOpensNothingMore() throws Exception {
        start();
        HttpClient kept = parties.client(Optional.of(beta));
        assertThat(asked(kept).statusCode()).isEqualTo(200);

        Files.writeString(folder.resolve("root.crl"), "a list that is cut off");
        Instant until = Instant.now().plusSeconds(11);
        while (Instant.now().isBefore(until)) {
            assertThat(asked(kept).statusCode()).as("by the list before").isEqualTo(200);
            Thread.sleep(1_000);
        }
        publish(beta);
        assertThat(noticed(kept)).isEqualTo("hub.Unauthenticated");
        assertThat(asked(parties.client(Optional.of(betaBelow))).statusCode()).isEqualTo(200);
    }

    @Test
    void anAuthorityThatIsTakenBackTakesItsCertificatesWithIt() {
        publish(BRANCH.own());
        start();

        assertThat(asked(parties.client(Optional.of(betaBelow))).statusCode()).isEqualTo(401);
        assertThat(asked(parties.client(Optional.of(beta))).statusCode()).isEqualTo(200);
    }

    @Test
    void aListThatEndsShutsItsAuthorityOut() {
        start();
        HttpClient kept = parties.client(Optional.of(beta));
        assertThat(asked(kept).statusCode()).isEqualTo(200);
        assertThat(left()).isBetween(86_000d, 86_400d);

        clock.move(Duration.ofHours(25));
        assertThat(asked(kept).statusCode()).isEqualTo(401);
        assertThat(left()).isBetween(-4_000d, -3_500d);
        assertThat(LiveHub.send(parties.client(""), parties.as("alpha", mappings()))
                        .statusCode())
                .as("who shows no certificate")
                .isEqualTo(200);
    }

    @Test
    void aHubDoesNotStartWithABrokenList() throws IOException {
        Files.writeString(folder.resolve("root.crl"), "hello");

        assertThatThrownBy(this::start).isInstanceOf(AssertionError.class).hasMessageContaining("NotRevocationList");
    }

    /** The finding with which a client is refused, some time soon; empty when it is not. */
    private String noticed(HttpClient client) throws InterruptedException {
        Instant until = Instant.now().plus(NOTICED);
        HttpResponse<String> answer = asked(client);
        while (answer.statusCode() == 200 && Instant.now().isBefore(until)) {
            Thread.sleep(500);
            answer = asked(client);
        }
        return answer.statusCode() == 401 ? finding(answer) : "";
    }

    private double left() {
        HttpResponse<String> metrics = LiveHub.send(
                parties.client(""),
                parties.as("night-shift", hub().request("/observe/metrics").GET()));
        Matcher matcher = LEFT.matcher(metrics.body());
        assertThat(matcher.find()).as(metrics.body()).isTrue();
        return Double.parseDouble(matcher.group(1));
    }

    private void publish(Issued... revoked) {
        TestRevocationList.of(Parties.AUTHORITY, tomorrow, revoked).der(folder.resolve("root.crl"));
    }

    private void start() {
        String yaml =
                parties.yaml().replace("clients: asked", "clients: asked, revocation-lists: [root.crl, branch.crl]");
        running = Optional.of(new LiveHub(folder, yaml, options -> options, Surroundings.USUAL.clock(clock)));
    }

    private LiveHub hub() {
        return running.orElseThrow();
    }

    private HttpResponse<String> asked(HttpClient client) {
        return LiveHub.send(client, mappings());
    }

    private HttpRequest.Builder mappings() {
        return hub().request("/mappings").GET();
    }
}
