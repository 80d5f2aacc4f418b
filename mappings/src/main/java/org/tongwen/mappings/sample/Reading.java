package org.tongwen.mappings.sample;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import javax.xml.stream.XMLStreamException;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Checked;

/** How documents are compared: what an author may write in another way without meaning another thing does not count. */
@FunctionalInterface
interface Reading {

    /** The document's meaning, line by line. */
    List<Line> lines(byte[] document);

    /** Every character counts. */
    static List<Line> exact(byte[] document) {
        String[] texts = new String(document, StandardCharsets.UTF_8).split("\n", -1);
        List<Line> lines = new ArrayList<>();
        for (String text : texts) {
            lines.add(new Line(text, lines.size() + 1));
        }
        return lines;
    }

    /** Blanks between elements, prefixes and the order of attributes do not count. */
    static List<Line> xml(byte[] document) {
        try {
            return new XmlLines().read(document);
        } catch (XMLStreamException e) {
            return exact(document);
        }
    }

    /** How an institution's documents are compared: the order of fields and the blanks of JSON and the quotes of CSV do not count. */
    static Reading of(String mediaType, Function<byte[], Checked<Tree>> reader) {
        if (mediaType.contains("xml")) {
            return Reading::xml;
        }
        boolean free = mediaType.contains("json") || mediaType.contains("csv");
        return free ? document -> fields(document, reader) : Reading::exact;
    }

    private static List<Line> fields(byte[] document, Function<byte[], Checked<Tree>> reader) {
        Optional<Tree> tree = reader.apply(document).value();
        if (tree.isEmpty()) {
            return exact(document);
        }
        List<Line> lines = new ArrayList<>();
        add("", tree.get(), lines);
        return lines;
    }

    private static void add(String path, Tree tree, List<Line> lines) {
        int line = tree.place().line();
        if (tree.isLeaf()) {
            lines.add(new Line(path + " = " + leaf(tree), line));
        } else if (tree.fields().isEmpty() && tree.items().isEmpty()) {
            lines.add(new Line(path + " = " + (tree.kind() == Tree.Kind.LIST ? "[]" : "{}"), line));
        }
        String head = path.isEmpty() ? "" : path + ".";
        new TreeMap<>(tree.fields()).forEach((name, field) -> add(head + name, field, lines));
        for (int i = 0; i < tree.items().size(); i++) {
            add(path + "[" + i + "]", tree.items().get(i), lines);
        }
    }

    private static String leaf(Tree leaf) {
        return leaf.kind() == Tree.Kind.TEXT ? "\"" + leaf.value() + "\"" : leaf.value();
    }
}
