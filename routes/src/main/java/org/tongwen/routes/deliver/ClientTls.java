package org.tongwen.routes.deliver;

import java.io.IOException;
import javax.net.ssl.SSLContext;
import org.tongwen.routes.config.HubConfig.Tls;

/** Makes what a client needs to reach a server by TLS. */
@FunctionalInterface
public interface ClientTls {

    /** Knows no certificates of configurations, only the authorities that Java trusts. */
    ClientTls NONE = tls -> {
        throw new IOException("certificates of one's own are not used here");
    };

    /**
     * The context for these certificates.
     *
     * @throws IOException when a file cannot be read or used; the delivery is tried again later
     */
    SSLContext context(Tls tls) throws IOException;
}
