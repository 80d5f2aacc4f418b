package org.tongwen.mappings.format.mt;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import org.tongwen.mappings.format.SourceFormat;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** Messages for tests. Banks, people and references are invented. */
final class Mt {

    static final SourceFormat MT103 = new MtSource(Layout.load("103").orElseThrow());

    static final String HEAD = "{1:F01AAAAGB2LAXXX0000000000}{2:I103BBBBESMMXXXXN}";

    private Mt() {}

    /** A text block as it goes over the line: CR LF, no line end behind the last block. */
    static String crLf(String text) {
        return text.stripTrailing().replace("\n", "\r\n");
    }

    /** A message with these fields between those that every message needs; {@code parties} holds 50a and what follows up to 59a. */
    static String with(String early, String parties, String late) {
        String fields = ":20:REF4471\n:23B:CRED\n" + early + ":32A:261204EUR1280,5\n" + parties + late;
        return crLf(HEAD + "{4:\n" + fields + "-}");
    }

    /** A sound message with one more field between 50a and 59a. */
    static String withAgent(String field) {
        return with(
                "", ":50K:/00123456\nExample Trading Ltd\n" + field + "\n:59:/99887766\nEjemplo SL\n", ":71A:SHA\n");
    }

    static Checked<Tree> read(String message) {
        return MT103.read(message.getBytes(StandardCharsets.UTF_8));
    }

    static Tree tree(String message) {
        Checked<Tree> read = read(message);
        if (!read.findings().isEmpty()) {
            throw new AssertionError(read.findings());
        }
        return read.value().orElseThrow();
    }

    static String write(Tree tree) {
        Checked<byte[]> written = MT103.write(tree);
        return written.value()
                .map(bytes -> new String(bytes, StandardCharsets.US_ASCII))
                .orElseThrow(() -> new AssertionError(written.findings()));
    }

    /** Puts a field with options into a tree: the tag is 50K, the field 50a. */
    static Tree put(Tree message, String tag, Tree components) {
        Tree field = Tree.object(Place.NOWHERE).put("option", Tree.text(option(tag), Place.NOWHERE));
        new LinkedHashMap<>(components.fields()).forEach(field::put);
        return message.put(name(tag), field);
    }

    private static String option(String tag) {
        return tag.length() > 2 ? tag.substring(2) : "none";
    }

    /** The name of the field that a tag is an option of. */
    static String name(String tag) {
        return "_" + tag.substring(0, 2) + "a";
    }

    /** A field with options as text, given its components as text. */
    static String shown(String tag, String components) {
        return "{option=" + option(tag) + ", " + components.substring(1);
    }

    /** Findings in short: {@code id line:column path}. */
    static List<String> findings(String message) {
        return shown(read(message).findings());
    }

    static List<String> shown(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.id() + " " + finding.place())
                .toList();
    }
}
