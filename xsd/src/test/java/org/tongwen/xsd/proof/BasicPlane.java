package org.tongwen.xsd.proof;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Documents with characters beyond Unicode's basic plane, for which the JDK's validator counts two where the standard counts one: it
 * can judge lengths only once they are replaced.
 */
final class BasicPlane {

    private static final Pattern BEYOND =
            Pattern.compile("[\\x{10000}-\\x{10FFFF}]|&#(?:6553[6-9]|655[4-9]\\d|65[6-9]\\d\\d"
                    + "|6[6-9]\\d{3}|[7-9]\\d{4}|\\d{6,7});");

    private BasicPlane() {}

    /** The document with every character beyond the basic plane replaced by one of it; empty when there is none. */
    static Optional<byte[]> of(byte[] xml) {
        boolean wide = xml.length > 1 && xml[0] == (byte) 0xFE && xml[1] == (byte) 0xFF;
        Charset charset = wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        String text = new String(xml, charset);
        String basic = BEYOND.matcher(text).replaceAll("中");
        return basic.equals(text) ? Optional.empty() : Optional.of(basic.getBytes(charset));
    }
}
