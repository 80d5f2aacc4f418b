package org.tongwen.routes.deliver;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.tongwen.routes.config.HubConfig.DeliveryPolicy;
import org.tongwen.routes.config.HubConfig.Receives;
import org.tongwen.routes.config.Secret;

/**
 * The step {@code deliverHttp}: posts the body to the receiver's address. Only an answer of 2xx that is whole counts as taken; {@link
 * UndeliveredException} says what else there was.
 */
public final class HttpDelivery implements Processor {

    private static final long LONGEST_ANSWER = 65_536;

    private final Duration timeout;
    private final HttpClients clients;
    private final BodySigner signer;
    private final Clock clock;

    /** Delivers within the policy's time-out, as many at once as it has workers. */
    public HttpDelivery(DeliveryPolicy policy, ClientTls contexts, BodySigner signer, Clock clock) {
        this.timeout = policy.timeout();
        this.clients = new HttpClients(contexts, policy.timeout(), policy.workers());
        this.signer = signer;
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) throws UndeliveredException, InterruptedException {
        Receives receives = exchange.getProperty(DeliveryHeaders.RECEIVES, Receives.class);
        HttpClient client;
        HttpRequest request;
        try {
            client = clients.of(receives.tls());
            request = request(exchange.getMessage(), receives);
        } catch (IOException | IllegalArgumentException e) {
            // Not the texts of these: they may hold what is secret.
            throw UndeliveredException.again(
                    "hub.DeliverySetup",
                    "the receiver's address, headers, certificates or signing key cannot be used ("
                            + e.getClass().getSimpleName() + ")");
        }
        HttpResponse<Boolean> response = send(client, request);
        String retryAfter = response.headers().firstValue("Retry-After").orElse("");
        new Answer(response.statusCode(), retryAfter).check(clock);
    }

    private HttpRequest request(Message message, Receives receives) throws IOException {
        String mediaType = message.getHeader(Exchange.CONTENT_TYPE, String.class);
        BodySigner.Signed signed = signer.sign(receives, mediaType, message.getBody(byte[].class));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(receives.to()))
                .timeout(timeout)
                .POST(BodyPublishers.ofByteArray(signed.body()));
        for (Map.Entry<String, Secret> header : receives.headers().entrySet()) {
            request.setHeader(header.getKey(), header.getValue().read());
        }
        signed.headers().forEach(request::setHeader);
        request.setHeader("Content-Type", mediaType);
        request.setHeader("Idempotency-Key", text(message, DeliveryHeaders.IDEMPOTENCY_KEY));
        request.setHeader("Tongwen-Message-Id", text(message, DeliveryHeaders.MESSAGE_ID));
        request.setHeader("Tongwen-Message", text(message, DeliveryHeaders.MESSAGE));
        return request.build();
    }

    private static String text(Message message, String header) {
        return message.getHeader(header, "", String.class);
    }

    /** The client's own time-out ends with the head of the answer; this one counts for all of it. */
    private HttpResponse<Boolean> send(HttpClient client, HttpRequest request)
            throws UndeliveredException, InterruptedException {
        CompletableFuture<HttpResponse<Boolean>> answer = client.sendAsync(request, Unread.upTo(LONGEST_ANSWER));
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw silent();
        } catch (ExecutionException e) {
            throw trouble(Optional.ofNullable(e.getCause()).orElse(e));
        } finally {
            answer.cancel(true);
        }
    }

    private static UndeliveredException trouble(Throwable cause) {
        if (cause instanceof HttpTimeoutException && !isAway(cause)) {
            return silent();
        }
        String kind = cause.getClass().getSimpleName();
        return isAway(cause)
                ? UndeliveredException.again("hub.ReceiverAway", "the receiver cannot be reached (" + kind + ")")
                : UndeliveredException.again(
                        "hub.ReceiverAnswer", "the receiver's answer broke off or is none (" + kind + ")");
    }

    private static boolean isAway(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof SSLException
                || cause instanceof UnresolvedAddressException;
    }

    private static UndeliveredException silent() {
        return UndeliveredException.again("hub.ReceiverSilent", "the receiver did not answer in time");
    }
}
