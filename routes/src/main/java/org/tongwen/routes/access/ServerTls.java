package org.tongwen.routes.access;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslHandler;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.TrustManager;
import org.tongwen.routes.config.HubConfig;

/** TLS towards those who come: 1.3 or 1.2, with the hub's certificate, asking for theirs. Files that change are read again without a restart. */
public final class ServerTls {

    static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

    private static final Duration HANDSHAKE = Duration.ofSeconds(10);
    private static final int SESSION_SECONDS = 3_600;

    private final SSLContext context;
    private final HubConfig.Tls.Clients clients;

    private ServerTls(SSLContext context, HubConfig.Tls.Clients clients) {
        this.context = context;
        this.clients = clients;
    }

    /**
     * TLS of a hub.
     *
     * @param participants whose certificates are taken even when no authority vouches for them
     * @throws TlsException when the files cannot be used
     */
    public static ServerTls of(HubConfig.Tls tls, Collection<HubConfig.Participant> participants) {
        return of(tls, participants, System::nanoTime);
    }

    static ServerTls of(HubConfig.Tls tls, Collection<HubConfig.Participant> participants, LongSupplier nanos) {
        try {
            TlsFiles files = new TlsFiles(tls);
            Set<String> named = participants.stream()
                    .flatMap(participant -> participant.credentials().certificates().stream())
                    .collect(Collectors.toSet());
            KeyManager keys =
                    new FreshKeys(new Fresh<>(files.paths(), () -> files.keys().orElseThrow(), nanos));
            TrustManager trust = new ServerTrust(named, new Fresh<>(files.paths(), files::trusted, nanos));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {keys}, new TrustManager[] {trust}, null);
            context.getServerSessionContext().setSessionTimeout(SESSION_SECONDS);
            return new ServerTls(context, tls.clients());
        } catch (IOException | GeneralSecurityException e) {
            throw new TlsException(e);
        }
    }

    /** Puts TLS before everything else on a new connection. */
    public void addTo(ChannelPipeline connection) {
        SslHandler handler = new SslHandler(engine());
        handler.setHandshakeTimeout(HANDSHAKE.toMillis(), TimeUnit.MILLISECONDS);
        connection.addFirst("tongwen-tls-end", new QuietHandshake());
        connection.addFirst("tongwen-tls", handler);
    }

    private SSLEngine engine() {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setProtocols(PROTOCOLS.toArray(String[]::new));
        parameters.setUseCipherSuitesOrder(true);
        // The one takes back the other, so that only one of them may be set.
        switch (clients) {
            case NONE -> parameters.setWantClientAuth(false);
            case ASKED -> parameters.setWantClientAuth(true);
            case REQUIRED -> parameters.setNeedClientAuth(true);
        }
        engine.setSSLParameters(parameters);
        return engine;
    }

    /** The certificates that the client of a connection showed; none when it showed none, or the connection has no TLS. */
    public static List<X509Certificate> certificates(Optional<SslHandler> handler) {
        try {
            Certificate[] chain = handler.isEmpty()
                    ? new Certificate[0]
                    : handler.get().engine().getSession().getPeerCertificates();
            return Arrays.stream(chain).map(X509Certificate.class::cast).toList();
        } catch (SSLPeerUnverifiedException e) {
            return List.of();
        }
    }
}
