package org.tongwen.routes.http;

import io.netty.buffer.ByteBuf;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows the chunks of one body through the bytes that the decoder has read, because the decoder takes as a size what only begins with one, such as
 * {@code 5 5}. Somebody before the hub may read another size there (RFC 9112, 7.1).
 */
final class ChunkLines {

    private static final Pattern LINE = Pattern.compile("([0-9A-Fa-f]{1,15})[ \\t]*(?:;[^\\r\\n]*)?\\r\\n");
    private static final int LINE_BREAK = 2;

    private final StringBuilder line = new StringBuilder();
    private long ahead;
    private boolean ended;

    /** Whether these bytes, which follow those before, are chunks; what comes after the last chunk is not looked at. */
    boolean accept(ByteBuf bytes, int from, int to) {
        int at = from;
        while (at < to && !ended) {
            if (ahead > 0) {
                int passed = (int) Math.min(ahead, to - at);
                ahead -= passed;
                at += passed;
            } else if (!accept((char) bytes.getUnsignedByte(at++))) {
                return false;
            }
        }
        return true;
    }

    private boolean accept(char next) {
        line.append(next);
        if (next != '\n') {
            return true;
        }
        Matcher size = LINE.matcher(line);
        if (!size.matches()) {
            return false;
        }
        long bytes = Long.parseLong(size.group(1), 16);
        ended = bytes == 0;
        ahead = bytes + LINE_BREAK;
        line.setLength(0);
        return true;
    }
}
