package org.tongwen.routes.conversation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Limits;
import org.tongwen.xsd.message.MessageReader;

/** The ISO messages by which rules are tested, with changes. */
final class Iso {

    static final Catalogue CATALOGUE = Catalogue.builtIn();

    private Iso() {}

    /** The message of that name; each two texts are a regular expression and what stands in place of what it finds first. */
    static String xml(String name, String... changes) {
        String xml = text("/packs/messages/" + name + ".xml");
        for (int i = 0; i < changes.length; i += 2) {
            Matcher found = Pattern.compile(changes[i], Pattern.DOTALL).matcher(xml);
            if (!found.find()) {
                throw new IllegalArgumentException(name + " has nothing like " + changes[i]);
            }
            xml = found.replaceFirst(changes[i + 1]);
        }
        return xml;
    }

    static BusinessMessage message(String name, String... changes) {
        return read(xml(name, changes));
    }

    static BusinessMessage read(String xml) {
        Checked<BusinessMessage> read =
                new MessageReader(CATALOGUE, Limits.DEFAULT).read(xml.getBytes(StandardCharsets.UTF_8));
        if (!read.ok()) {
            throw new IllegalArgumentException(read.findings().toString());
        }
        return read.value().orElseThrow();
    }

    private static String text(String resource) {
        try (InputStream in = Iso.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
