package org.tongwen.mappings.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** What the tests of formats with layouts share. */
public final class Documents {

    private Documents() {}

    /** The format with this layout. */
    public static SourceFormat open(Format format, String layout) {
        return sound(format.open(Map.of("layout", "l.yaml"), name -> layout.getBytes(StandardCharsets.UTF_8)));
    }

    /** What is wrong with a layout, as {@code line:column id}. */
    public static List<String> mistakes(Format format, String layout) {
        return said(
                format
                        .open(Map.of("layout", "l.yaml"), name -> layout.getBytes(StandardCharsets.UTF_8))
                        .findings()
                        .stream()
                        .map(finding -> finding.at(finding.place().in("")))
                        .sorted()
                        .toList());
    }

    /** Findings as {@code place id}. */
    public static List<String> said(List<Finding> findings) {
        return findings.stream()
                .map(finding -> (finding.place() + " " + finding.id()).strip())
                .toList();
    }

    /** A value without findings. */
    public static <T> T sound(Checked<T> checked) {
        if (!checked.findings().isEmpty()) {
            throw new AssertionError(checked.findings());
        }
        return checked.value().orElseThrow();
    }

    /** A tree as text, with fields in their order. */
    public static String shown(Tree tree) {
        return switch (tree.kind()) {
            case OBJECT ->
                tree.fields().entrySet().stream()
                        .map(field -> field.getKey() + "=" + shown(field.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case LIST -> tree.items().stream().map(Documents::shown).collect(Collectors.joining(", ", "[", "]"));
            default -> tree.value();
        };
    }

    /** An object of text leaves. */
    public static Tree texts(String... namesAndValues) {
        Tree object = Tree.object(Place.NOWHERE);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(namesAndValues[i], Tree.text(namesAndValues[i + 1], Place.NOWHERE));
        }
        return object;
    }

    /** An object whose only field is this list. */
    public static Tree listed(String name, List<Tree> items) {
        Tree list = Tree.list(Place.NOWHERE);
        items.forEach(list::add);
        Tree root = Tree.object(Place.NOWHERE);
        return items.isEmpty() ? root : root.put(name, list);
    }

    /** Items read one by one give what reading the whole gives, and written one by one the same bytes. */
    public static void sameByItem(SourceFormat format, String list, byte[] document) {
        ItemFormat byItem = format.items().orElseThrow();
        List<Tree> items = new ArrayList<>();
        Tree frame = sound(byItem.readItems(new java.io.ByteArrayInputStream(document), list, items::add));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ItemWriter writer = byItem.writeItems(bytes, list, frame);
        items.forEach(writer::item);
        List<Finding> findings = writer.end();
        if (!findings.isEmpty() || !java.util.Arrays.equals(bytes.toByteArray(), document)) {
            throw new AssertionError(findings + " " + bytes.toString(Charset.forName("ISO-8859-1")));
        }
    }
}
