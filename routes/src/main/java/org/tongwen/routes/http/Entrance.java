package org.tongwen.routes.http;

import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.tongwen.routes.access.Action;
import org.tongwen.routes.access.Admission;
import org.tongwen.routes.access.Gatekeeper;
import org.tongwen.routes.access.Rights;
import org.tongwen.routes.access.Shown;
import org.tongwen.routes.access.Turnstile;
import org.tongwen.routes.config.HubConfig.Participant;
import org.tongwen.routes.intake.Reception;
import org.tongwen.routes.step.RefusedException;

/** Lets requests in: those of participants who may do what they ask for, as many at a time as they may. */
public final class Entrance {

    private final Gatekeeper gatekeeper;
    private final Turnstile turnstile;
    private final boolean isWatchable;
    private final ForeignPages foreign;

    /**
     * An entrance.
     *
     * @param isWatchable whether health and metrics are shown to everybody
     * @param foreign what those who need no credentials do not come from
     */
    public Entrance(Gatekeeper gatekeeper, Turnstile turnstile, boolean isWatchable, ForeignPages foreign) {
        this.gatekeeper = gatekeeper;
        this.turnstile = turnstile;
        this.isWatchable = isWatchable;
        this.foreign = foreign;
    }

    /** Leaves who it is with the exchange, and the place free when that is done; or refuses. */
    void enter(Request request, Action action, Exchange exchange) {
        if (action == Action.OBSERVE && isWatchable) {
            return;
        }
        Participant participant = known(request, exchange);
        Rights.refusal(participant, action).ifPresent(refused -> refuse(refused, exchange));
        Turnstile.tooLarge(participant, size(exchange)).ifPresent(refused -> refuse(refused, exchange));
        Turnstile.Turn turn = turnstile.enter(participant);
        if (turn instanceof Turnstile.Wait wait) {
            refuse(wait.refused(), exchange);
        } else if (turn instanceof Turnstile.Pass pass) {
            exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
                @Override
                public void onDone(Exchange done) {
                    pass.close();
                }
            });
        }
        Reception.arrives(participant, exchange);
    }

    private Participant known(Request request, Exchange exchange) {
        Admission admission = gatekeeper.admit(new Shown(
                request.header("Authorization"),
                request.header("X-API-Key"),
                request.peer().certificates(),
                request.peer().address()));
        if (admission instanceof Admission.Admitted admitted) {
            mustNotBeForeign(request, admitted.participant());
            return admitted.participant();
        }
        Admission.Refused refused = (Admission.Refused) admission;
        throw refusal(refused, exchange);
    }

    /** Whoever shows credentials has them from their owner; a page has not. */
    private void mustNotBeForeign(Request request, Participant participant) {
        boolean showsNothing = request.header("Authorization").isEmpty()
                && request.header("X-API-Key").isEmpty();
        if (participant.credentials().open() && showsNothing && foreign.sent(request)) {
            throw new RefusedException(ForeignPages.finding());
        }
    }

    private static int size(Exchange exchange) {
        byte[] body = exchange.getMessage().getBody(byte[].class);
        return body == null ? 0 : body.length;
    }

    private static void refuse(Admission.Refused refused, Exchange exchange) {
        throw refusal(refused, exchange);
    }

    private static RefusedException refusal(Admission.Refused refused, Exchange exchange) {
        refused.headers().forEach(exchange.getMessage()::setHeader);
        return new RefusedException(refused.finding());
    }
}
