package org.tongwen.routes.deliver;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.DefaultExchange;
import org.tongwen.routes.config.HubConfig.Participant;
import org.tongwen.routes.config.HubConfig.Receives;
import org.tongwen.routes.journal.Delivery;
import org.tongwen.routes.journal.Journal;
import org.tongwen.routes.journal.JournalException;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** Tries deliveries by the route {@code direct:deliver}. */
final class Attempt {

    private static final String ROUTE = "direct:deliver?block=false";

    private final Journal journal;
    private final Map<String, Participant> participants;
    private final CamelContext context;
    private final ProducerTemplate template;

    Attempt(Journal journal, Map<String, Participant> participants, CamelContext context) {
        this.journal = journal;
        this.participants = participants;
        this.context = context;
        this.template = context.createProducerTemplate();
    }

    /** How the receiver gets messages; empty when it gets none any more. */
    Optional<Receives> receives(Delivery delivery) {
        return Optional.ofNullable(participants.get(delivery.dispatch().receiver()))
                .flatMap(Participant::receives);
    }

    /** Tries one, and waits for the end of it. */
    Outcome make(Delivery delivery) {
        Optional<Receives> receives = receives(delivery);
        if (receives.isEmpty()) {
            return failed(
                    "hub.ReceiverUnknown", "the configuration does not say how the receiver gets messages", false);
        }
        try {
            return journal.content(delivery.message(), delivery.dispatch().content())
                    .map(body -> send(delivery, receives.get(), body))
                    .orElseGet(() -> failed("hub.NoContent", "the journal has no such content of the message", true));
        } catch (JournalException e) {
            return new Outcome.Untried();
        } catch (RuntimeException e) {
            return failed(e);
        }
    }

    private Outcome send(Delivery delivery, Receives receives, byte[] body) {
        Exchange exchange = exchange(delivery, receives, body);
        template.send(ROUTE, exchange);
        Throwable failure = exchange.getException();
        if (failure == null) {
            return new Outcome.Taken();
        }
        return failed(failure);
    }

    private Exchange exchange(Delivery delivery, Receives receives, byte[] body) {
        Exchange exchange = new DefaultExchange(context, ExchangePattern.InOnly);
        exchange.setProperty(DeliveryHeaders.RECEIVES, receives);
        exchange.getMessage().setBody(body);
        exchange.getMessage()
                .setHeaders(new HashMap<>(Map.of(
                        DeliveryHeaders.CHANNEL,
                        receives.channel(),
                        DeliveryHeaders.RECEIVER,
                        delivery.dispatch().receiver(),
                        DeliveryHeaders.TO,
                        receives.to(),
                        DeliveryHeaders.MESSAGE_ID,
                        delivery.message().toString(),
                        DeliveryHeaders.IDEMPOTENCY_KEY,
                        delivery.message().toString(),
                        DeliveryHeaders.MESSAGE,
                        delivery.dispatch().message(),
                        DeliveryHeaders.ATTEMPT,
                        delivery.attempt(),
                        Exchange.CONTENT_TYPE,
                        delivery.dispatch().mediaType())));
        return exchange;
    }

    /** Steps of ours say why; of others only the kind of the exception is told, as its text may hold anything. */
    private static Outcome failed(Throwable failure) {
        return UndeliveredException.in(failure)
                .<Outcome>map(why -> new Outcome.Failed(why.finding(), why.isForGood(), why.pause()))
                .orElseGet(() -> failed(
                        "hub.DeliveryFailed",
                        "the route direct:deliver failed (" + failure.getClass().getSimpleName() + ")",
                        false));
    }

    private static Outcome failed(String id, String message, boolean forGood) {
        return new Outcome.Failed(Finding.error(id, Place.NOWHERE, message), forGood, Duration.ZERO);
    }
}
