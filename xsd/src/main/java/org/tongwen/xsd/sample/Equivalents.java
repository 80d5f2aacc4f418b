package org.tongwen.xsd.sample;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.tongwen.xsd.message.Message;

/** Other ways to write a message, none of which may change the verdict about it. */
public final class Equivalents {

    private Equivalents() {}

    /** The message, unchecked, written in that way. */
    public static byte[] xml(Message message, Writing writing) {
        boolean wide = writing == Writing.UTF_16;
        Charset charset = wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        String declaration = wide ? "<?xml version='1.0' encoding='UTF-16'?>" : "<?xml version='1.0'?>";
        return (declaration + new Markup(message, writing, Map.of()).document()).getBytes(charset);
    }
}
