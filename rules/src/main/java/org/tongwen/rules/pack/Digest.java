package org.tongwen.rules.pack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.tongwen.rules.yaml.Yaml;

/** SHA-256 over what files say: comments, blanks between lines and quotes do not change it, everything else does. */
final class Digest {

    private final MessageDigest sha;

    private Digest(MessageDigest sha) {
        this.sha = sha;
    }

    /** One that begins with these. */
    static Digest of(Object... first) {
        try {
            Digest digest = new Digest(MessageDigest.getInstance("SHA-256"));
            for (Object part : first) {
                digest.add(part.toString().getBytes(StandardCharsets.UTF_8));
            }
            return digest;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    void add(String file, byte[] content) {
        add(file.getBytes(StandardCharsets.UTF_8));
        add(content);
    }

    /** With its length, so that what stands in one part cannot stand in the next instead. */
    private void add(byte[] content) {
        sha.update((content.length + ":").getBytes(StandardCharsets.UTF_8));
        sha.update(content);
    }

    String hex() {
        return HexFormat.of().formatHex(sha.digest());
    }

    /** A file as its keys and texts alone. */
    static byte[] canonical(Yaml yaml) {
        StringBuilder text = new StringBuilder();
        write(yaml, text);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(Yaml yaml, StringBuilder text) {
        if (yaml instanceof Yaml.Text leaf) {
            write(leaf.text(), text);
        } else if (yaml instanceof Yaml.Items items) {
            text.append('[');
            items.items().forEach(item -> write(item, text));
            text.append(']');
        } else if (yaml instanceof Yaml.Fields fields) {
            text.append('{');
            fields.entries().values().forEach(entry -> {
                write(entry.key(), text);
                write(entry.value(), text);
            });
            text.append('}');
        }
    }

    private static void write(String leaf, StringBuilder text) {
        text.append(leaf.length()).append(':').append(leaf);
    }
}
