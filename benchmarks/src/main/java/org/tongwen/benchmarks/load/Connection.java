package org.tongwen.benchmarks.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection of the client: a request out, an answer in, one at a time. */
final class Connection {

    private static final String LENGTH = "content-length:";

    private final SocketChannel channel;
    private final ByteBuffer in = ByteBuffer.allocate(1 << 20);
    private ByteBuffer out = ByteBuffer.allocate(0);
    private long asked;
    private int end = -1;
    private int status;

    Connection(SocketChannel channel) {
        this.channel = channel;
    }

    /** Begins a request. */
    void ask(byte[] request, long at) throws IOException {
        out = ByteBuffer.wrap(request);
        asked = at;
        in.clear();
        end = -1;
        write();
    }

    /** Sends on what is left of the request; true when all of it is out. */
    boolean write() throws IOException {
        channel.write(out);
        return !out.hasRemaining();
    }

    /** Takes what has come; true when the answer is complete. */
    boolean read() throws IOException {
        if (channel.read(in) < 0) {
            throw new IOException("the connection was closed");
        }
        if (end < 0) {
            head();
        }
        return end >= 0 && in.position() >= end;
    }

    private void head() {
        String text = new String(in.array(), 0, in.position(), StandardCharsets.ISO_8859_1);
        int body = text.indexOf("\r\n\r\n");
        if (body < 0) {
            return;
        }
        status = Integer.parseInt(text.substring(9, 12));
        String head = text.substring(0, body).toLowerCase(Locale.ROOT);
        int length = head.indexOf(LENGTH);
        int line = head.indexOf('\r', length);
        end = body
                + 4
                + Integer.parseInt(head.substring(length + LENGTH.length(), line < 0 ? head.length() : line)
                        .strip());
    }

    int status() {
        return status;
    }

    long asked() {
        return asked;
    }
}
