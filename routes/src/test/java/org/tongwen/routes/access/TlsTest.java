package org.tongwen.routes.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpHeaders;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.netty.DefaultChannelHandlerFactory;
import org.apache.camel.component.netty.NettyConstants;
import org.apache.camel.component.netty.http.NettyHttpMessage;
import org.apache.camel.component.netty.http.handlers.HttpServerMultiplexChannelHandler;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.routes.LogLines;
import org.tongwen.routes.TestAuthority;
import org.tongwen.routes.config.Fingerprint;
import org.tongwen.routes.config.HubConfig;

/** A server as the hub is one: Camel's netty-http, with a handler that puts TLS first and a route that asks the gatekeeper. */
class TlsTest {

    private static final TestAuthority AUTHORITY = TestAuthority.named("CN=Clients, O=Test");
    private static final TestAuthority OTHER = TestAuthority.named("CN=Clients, O=Test");
    private static final TestAuthority.Issued SERVER = TestAuthority.selfSigned("CN=hub");
    private static final TestAuthority.Issued ACME = AUTHORITY.issue("CN=acme, O=Acme Bank, C=GB");
    private static final TestAuthority.Issued WALLET = TestAuthority.selfSigned("CN=wallet");

    @TempDir
    Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private Gatekeeper gatekeeper = new Gatekeeper(List.of(), Revocations.NONE, Clock.systemUTC());
    private int port;

    @BeforeEach
    void write() {
        SERVER.certificate(folder.resolve("hub.pem"));
        SERVER.key(folder.resolve("hub.key"));
        AUTHORITY.own().certificate(folder.resolve("authority.pem"));
    }

    @AfterEach
    void stop() {
        camel.stop();
        gatekeeper.close();
    }

    @Test
    void aCertificateOfATrustedAuthorityIsKnownByItsSubject() throws Exception {
        start(HubConfig.Tls.Clients.ASKED);

        assertThat(ask(Optional.of(ACME))).isEqualTo("acme");
    }

    @Test
    void aCertificateNamedByItselfNeedsNoAuthority() throws Exception {
        start(HubConfig.Tls.Clients.REQUIRED);

        assertThat(ask(Optional.of(WALLET))).isEqualTo("wallet");
    }

    @Test
    void whoShowsNoCertificateGetsInToBeAskedOtherwiseOrNotAtAll() throws Exception {
        start(HubConfig.Tls.Clients.ASKED);
        assertThat(ask(Optional.empty())).isEqualTo("hub.Unauthenticated");

        restart(HubConfig.Tls.Clients.REQUIRED);
        assertThatThrownBy(() -> ask(Optional.empty())).isInstanceOf(IOException.class);
    }

    @Test
    void theRightSubjectFromAnotherAuthorityOfTheSameNameIsRefused() throws Exception {
        start(HubConfig.Tls.Clients.ASKED);
        TestAuthority.Issued forged = OTHER.issue("CN=acme, O=Acme Bank, C=GB");

        try (LogLines log = LogLines.of(HttpServerMultiplexChannelHandler.class)) {
            assertThatThrownBy(() -> ask(Optional.of(forged))).isInstanceOf(IOException.class);
            assertThat(log.lines())
                    .as("nothing for strangers to fill a disk with")
                    .isEmpty();
        }
    }

    @Test
    void aSelfSignedCertificateWithTheRightSubjectIsRefused() throws Exception {
        start(HubConfig.Tls.Clients.ASKED);

        assertThatThrownBy(() -> ask(Optional.of(TestAuthority.selfSigned("CN=acme, O=Acme Bank, C=GB"))))
                .isInstanceOf(IOException.class);
    }

    @Test
    void anExpiredCertificateIsRefused() throws Exception {
        start(HubConfig.Tls.Clients.ASKED);
        Instant now = Instant.now();
        TestAuthority.Issued old = AUTHORITY.issue(
                "CN=acme, O=Acme Bank, C=GB", now.minus(9, ChronoUnit.DAYS), now.minus(1, ChronoUnit.DAYS));

        assertThatThrownBy(() -> ask(Optional.of(old))).isInstanceOf(IOException.class);
    }

    @Test
    void aTrustedCertificateOfNobodyIsAStranger() throws Exception {
        start(HubConfig.Tls.Clients.ASKED);

        assertThat(ask(Optional.of(AUTHORITY.issue("CN=somebody")))).isEqualTo("hub.Unauthenticated");
    }

    @Test
    void oldProtocolsAreRefused() throws Exception {
        start(HubConfig.Tls.Clients.NONE);
        SSLParameters old = new SSLParameters();
        old.setProtocols(new String[] {"TLSv1.1"});

        assertThatThrownBy(() -> ask(Optional.empty(), old)).isInstanceOf(IOException.class);
    }

    @Test
    void changedFilesCountWithoutARestartAndUnusableOnesDoNot() throws Exception {
        start(HubConfig.Tls.Clients.NONE);
        TestAuthority.Issued renewed = TestAuthority.selfSigned("CN=hub renewed");
        renewed.certificate(folder.resolve("hub.pem"));
        later();
        assertThat(ask(Optional.empty())).as("a key that does not fit yet").isEqualTo("hub.Unauthenticated");

        renewed.key(folder.resolve("hub.key"));
        later();
        assertThatThrownBy(() -> ask(Optional.empty()))
                .as("the new certificate, which this client does not trust")
                .isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void anAuthorityThatIsTakenOutVouchesForNobodyOnOldResumedAndNewConnections() throws Exception {
        start(HubConfig.Tls.Clients.ASKED);
        SSLContext known = context(Optional.of(ACME));
        HttpClient kept = http(known, ClientTls.parameters());
        assertThat(ask(kept)).isEqualTo("acme");

        OTHER.own().certificate(folder.resolve("authority.pem"));
        later();
        assertThat(ask(kept)).as("kept").isEqualTo("hub.Unauthenticated");
        assertThat(ask(known, ClientTls.parameters())).as("resumed").isEqualTo("hub.Unauthenticated");
        assertThatThrownBy(() -> ask(Optional.of(ACME))).as("new").isInstanceOf(IOException.class);
        assertThat(ask(Optional.of(WALLET))).as("named by itself").isEqualTo("wallet");

        AUTHORITY.own().certificate(folder.resolve("authority.pem"));
        later();
        assertThat(ask(kept)).as("put back").isEqualTo("acme");
    }

    @Test
    void aClientTrustsOnlyTheAuthoritiesOfItsFile() throws Exception {
        start(HubConfig.Tls.Clients.NONE);
        SSLContext usual = ClientTls.context(Optional.empty());

        assertThatThrownBy(() -> ask(usual, ClientTls.parameters())).isInstanceOf(SSLHandshakeException.class);
    }

    private void later() {
        nanos.addAndGet(11_000_000_000L);
    }

    private void restart(HubConfig.Tls.Clients clients) throws Exception {
        camel.removeRoute("tls");
        start(clients);
    }

    private void start(HubConfig.Tls.Clients clients) throws Exception {
        List<HubConfig.Participant> participants = List.of(
                Participants.with(
                        "acme",
                        Participants.subject(Fingerprint.name(ACME.certificate().getSubjectX500Principal()))),
                Participants.with("wallet", Participants.certificate(Fingerprint.of(WALLET.certificate()))));
        HubConfig.Tls tls = new HubConfig.Tls(
                Optional.of(folder.resolve("hub.pem")),
                Optional.of(folder.resolve("hub.key")),
                Optional.of(folder.resolve("authority.pem")),
                clients);
        Revocations revocations = Revocations.of(Optional.of(tls), Clock.systemUTC(), nanos::get);
        gatekeeper = new Gatekeeper(participants, revocations, Clock.systemUTC());
        ServerTls server = ServerTls.of(tls, participants, nanos::get);
        try (java.net.ServerSocket free = new java.net.ServerSocket(0)) {
            port = free.getLocalPort();
        }
        camel.getRegistry().bind("gate", new Gates(server));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("netty-http:http://127.0.0.1:" + port + "?matchOnUriPrefix=true&encoders=#gate")
                        .routeId("tls")
                        .setBody(TlsTest.this::who);
            }
        });
        camel.start();
    }

    private String ask(Optional<TestAuthority.Issued> client) throws IOException, InterruptedException {
        return ask(client, ClientTls.parameters());
    }

    private String ask(Optional<TestAuthority.Issued> client, SSLParameters parameters)
            throws IOException, InterruptedException {
        return ask(context(client), parameters);
    }

    private SSLContext context(Optional<TestAuthority.Issued> client) {
        Path trusted = SERVER.certificate(folder.resolve("client/trusted.pem"));
        HubConfig.Tls tls = new HubConfig.Tls(
                client.map(own -> own.certificate(folder.resolve("client/own.pem"))),
                client.map(own -> own.key(folder.resolve("client/own.key"))),
                Optional.of(trusted),
                HubConfig.Tls.Clients.NONE);
        return ClientTls.context(Optional.of(tls));
    }

    private String ask(SSLContext context, SSLParameters parameters) throws IOException, InterruptedException {
        return ask(http(context, parameters));
    }

    private static HttpClient http(SSLContext context, SSLParameters parameters) {
        return HttpClient.newBuilder()
                .sslContext(context)
                .sslParameters(parameters)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    private String ask(HttpClient http) throws IOException, InterruptedException {
        java.net.http.HttpRequest request = java.net.http.HttpRequest.newBuilder(
                        URI.create("https://localhost:" + port + "/"))
                .POST(BodyPublishers.ofString("x"))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    /** Puts TLS before the routes on each connection. */
    private static final class Gates extends DefaultChannelHandlerFactory {

        private final ServerTls tls;

        Gates(ServerTls tls) {
            this.tls = tls;
        }

        @Override
        public ChannelHandler newChannelHandler() {
            return new ChannelInboundHandlerAdapter() {
                @Override
                public void handlerAdded(ChannelHandlerContext ctx) {
                    tls.addTo(ctx.pipeline());
                }
            };
        }
    }

    /** The connection is a header of the message, so a step of a route finds the certificate there. */
    private String who(Exchange exchange) {
        ChannelHandlerContext connection = exchange.getMessage()
                .getHeader(NettyConstants.NETTY_CHANNEL_HANDLER_CONTEXT, ChannelHandlerContext.class);
        HttpHeaders headers =
                exchange.getMessage(NettyHttpMessage.class).getHttpRequest().headers();
        Admission admission = gatekeeper.admit(Shown.of(headers, connection.channel()));
        return admission instanceof Admission.Admitted admitted
                ? admitted.participant().name()
                : ((Admission.Refused) admission).finding().id();
    }
}
