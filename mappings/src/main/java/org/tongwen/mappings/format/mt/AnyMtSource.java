package org.tongwen.mappings.format.mt;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongwen.mappings.format.SourceFormat;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.FindingLimit;
import org.tongwen.xsd.finding.Place;

/** Messages of any type that has a layout. The type that block 2 names picks it, so that the whole message is read once only. */
final class AnyMtSource implements SourceFormat {

    private static final int MAX_FINDINGS = 1_000;
    private static final Pattern TYPE = Pattern.compile("\\{2:[IO]([0-9]{3})");

    /** Each type has a schema of its own; nothing can be said of them all. */
    @Override
    public SourceField schema() {
        return SourceField.object(true, Map.of());
    }

    @Override
    public String mediaType() {
        return "text/plain";
    }

    @Override
    public Checked<Tree> read(byte[] document) {
        String text = new String(document, StandardCharsets.ISO_8859_1);
        Matcher type = TYPE.matcher(text);
        if (!type.find()) {
            return Checked.none(unreadable(document));
        }
        return MtFormat.source(type.group(1))
                .map(source -> source.read(document))
                .orElseGet(() -> Checked.none(unknown(place(text, type.start(1)), type.group(1))));
    }

    /** What is wrong with the blocks of a message that does not tell its type. */
    private static List<Finding> unreadable(byte[] document) {
        Source source = Source.of(document);
        if (source.text().isBlank()) {
            return List.of(Finding.error("mt.Empty", Place.of(1, 1, ""), "the document is empty"));
        }
        FindingLimit findings = new FindingLimit(MAX_FINDINGS);
        new BlockScanner(source, findings).scan();
        List<Finding> all = new ArrayList<>(findings);
        if (!Finding.anyError(all)) {
            all.add(Finding.error("mt.Type", Place.of(1, 1, "2"), "Block 2 does not say the type of the message"));
        }
        return all;
    }

    private static Finding unknown(Place place, String type) {
        return Finding.error("mt.Type", place, "There is no layout for messages of this type")
                .value(type);
    }

    private static Place place(String text, int offset) {
        int line = (int) text.substring(0, offset)
                        .chars()
                        .filter(each -> each == '\n')
                        .count()
                + 1;
        return Place.of(line, offset - text.lastIndexOf('\n', offset), "2:type");
    }

    /** Writes by the layout of the type that the tree's header names. */
    @Override
    public Checked<byte[]> write(Tree tree) {
        String type = tree.field(MtNames.HEADER)
                .flatMap(header -> header.field("type"))
                .map(Tree::value)
                .orElse("");
        return MtFormat.source(type)
                .map(source -> source.write(tree))
                .orElseGet(() -> Checked.none(unknown(Place.of("2:type"), type)));
    }

    @Override
    public boolean hasSeveralKinds() {
        return true;
    }
}
