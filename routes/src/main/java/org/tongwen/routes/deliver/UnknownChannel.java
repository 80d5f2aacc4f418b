package org.tongwen.routes.deliver;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** The step {@code deliverUnknown}: the route file has no branch for the receiver's channel. */
public final class UnknownChannel implements Processor {

    /** Always throws; the delivery waits, because a route file can be mended. */
    @Override
    public void process(Exchange exchange) throws UndeliveredException {
        throw UndeliveredException.again(
                "hub.UnknownChannel", "the route direct:deliver has no branch for the receiver's channel");
    }
}
