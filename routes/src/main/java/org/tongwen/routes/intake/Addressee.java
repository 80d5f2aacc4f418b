package org.tongwen.routes.intake;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.tongwen.routes.conversation.Address;
import org.tongwen.routes.conversation.Addressing;
import org.tongwen.routes.conversation.Correlated;
import org.tongwen.routes.conversation.Outcome;
import org.tongwen.xsd.message.BusinessMessage;

/** The step {@code address}: finds out who gets a message. One without a receiver to whom its sender may send is held. */
public final class Addressee implements Processor {

    /** The exchange property that holds who gets the message and in which form. */
    static final String ADDRESS = "TongwenAddress";

    private final Addressing addressing;

    /** Addresses by that. */
    public Addressee(Addressing addressing) {
        this.addressing = addressing;
    }

    @Override
    public void process(Exchange exchange) {
        Correlated correlated = exchange.getProperty(Correlate.CORRELATED, Correlated.class);
        if (correlated != null && correlated.outcome().way() != Outcome.Way.KEPT) {
            address(correlated.outcome(), exchange);
        }
    }

    /** Addresses also what would be kept: an operator lets it go on. */
    void whateverItIs(Exchange exchange) {
        address(exchange.getProperty(Correlate.CORRELATED, Correlated.class).outcome(), exchange);
    }

    private void address(Outcome outcome, Exchange exchange) {
        Intake intake = Intake.of(exchange);
        intake.message().ifPresent(message -> address(message, outcome, intake, exchange));
    }

    private void address(BusinessMessage message, Outcome outcome, Intake intake, Exchange exchange) {
        Address address = addressing.of(intake.participant(), message, outcome);
        if (address instanceof Address.To to) {
            exchange.setProperty(ADDRESS, to);
        } else if (address instanceof Address.Unclear unclear) {
            intake.say(List.of(unclear.finding()));
        }
    }
}
