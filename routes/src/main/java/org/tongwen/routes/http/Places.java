package org.tongwen.routes.http;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import org.tongwen.routes.access.Origin;
import org.tongwen.routes.config.HubConfig;

/** The places for connections, of which nobody gets all: else one slow client could shut out the others. */
final class Places {

    private final int all;
    private final int most;
    private final boolean sparesLoopback;
    private final Map<Origin, Integer> byOrigin = new HashMap<>();
    private int taken;

    /** As many as the configuration says; without its word one address gets half of them, and this machine any, since a proxy may stand there. */
    Places(HubConfig.Listen listen) {
        all = listen.connections();
        most = listen.perAddress().orElse(Math.max(1, all / 2));
        sparesLoopback = listen.perAddress().isEmpty();
    }

    /** Takes a place for a connection from there; false when there is none. */
    synchronized boolean enter(InetAddress address) {
        Origin origin = Origin.of(address);
        int own = byOrigin.getOrDefault(origin, 0);
        boolean spared = sparesLoopback && address.isLoopbackAddress();
        if (taken >= all || own >= most && !spared) {
            return false;
        }
        taken++;
        byOrigin.put(origin, own + 1);
        return true;
    }

    /** Gives back a place that was taken for a connection from there. */
    synchronized void leave(InetAddress address) {
        taken--;
        byOrigin.computeIfPresent(Origin.of(address), (origin, own) -> own == 1 ? null : own - 1);
    }
}
