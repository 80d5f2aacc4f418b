package org.tongwen.routes.access;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a connection whose TLS has failed. Anybody can bring that about as often as he likes, so nothing of it reaches the routes or the log. */
final class QuietHandshake extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(QuietHandshake.class);

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable failure) {
        if (failure instanceof SSLException || failure.getCause() instanceof SSLException) {
            LOG.debug("TLS with {} failed: {}", ctx.channel().remoteAddress(), failure.getMessage());
            ctx.close();
        } else {
            ctx.fireExceptionCaught(failure);
        }
    }
}
