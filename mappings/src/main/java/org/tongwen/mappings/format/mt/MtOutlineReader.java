package org.tongwen.mappings.format.mt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.FindingLimit;
import org.tongwen.xsd.finding.Place;

/** Lays one message open. */
final class MtOutlineReader {

    private static final String NUMBERS = "12345";
    private static final int NO_LIMIT = 10;

    /** What holds the fields of a message whose type has no layout. */
    static final String FIELDS = "fields";

    private final byte[] document;
    private final Source source;
    private final Blocks blocks;
    private final String type;
    private final Optional<Layout> layout;
    private final FieldNames names;

    MtOutlineReader(byte[] document) {
        this.document = document;
        this.source = Source.of(document);
        this.blocks = new BlockScanner(source, new FindingLimit(NO_LIMIT)).scan();
        this.type = type();
        this.layout = MtFormat.layout(type);
        this.names = FieldNames.of(type);
    }

    private String type() {
        Tree header = new HeaderReader(source, new Envelope(), new ArrayList<>()).read(blocks);
        return header.field("type").map(Tree::value).orElse("");
    }

    Checked<MtOutline> read() {
        if (!NUMBERS.chars().anyMatch(number -> blocks.has((char) number))) {
            return new Checked<>(Optional.empty(), readMessage().findings());
        }
        Checked<Tree> message = readMessage();
        List<Finding> findings = new ArrayList<>(message.findings());
        if (layout.isEmpty()) {
            findings.add(Finding.note(
                            "mt.UnknownType",
                            Place.of("2:type"),
                            "There is no layout for this type; its fields are not divided")
                    .value(type));
        }
        return new Checked<>(message.value().map(tree -> outline(tree, message.findings())), findings);
    }

    private Checked<Tree> readMessage() {
        Layout known =
                layout.orElseGet(() -> new Layout(type, new Sequence(List.of(new Entry.Rest(FIELDS, List.of())))));
        return new MtSource(known).read(document);
    }

    private MtOutline outline(Tree tree, List<Finding> findings) {
        List<MtOutline.Block> outlines = new ArrayList<>();
        Stream.of("1", "2").flatMap(number -> header(tree, number).stream()).forEach(outlines::add);
        tagged(tree, MtNames.USER, "3", "User header").ifPresent(outlines::add);
        blocks.get('4')
                .map(block -> new MtTextOutline(names, tree, findings).items(RawField.of(source, block)))
                .ifPresent(items -> outlines.add(new MtOutline.Block("4", "Text", items)));
        tagged(tree, MtNames.TRAILER, "5", "Trailers").ifPresent(outlines::add);
        return new MtOutline(type, names.message(), outlines);
    }

    private Optional<MtOutline.Block> header(Tree tree, String block) {
        List<MtOutline.Item> parts = new ArrayList<>();
        tree.field(MtNames.HEADER)
                .ifPresent(header -> header.fields().forEach((component, value) -> {
                    if (value.place().path().startsWith(block)) {
                        parts.add(new MtOutline.Part(
                                MtNames.HEADER + "." + component,
                                names.header(component),
                                value.value(),
                                names.meaning("header", component, value.value())));
                    }
                }));
        return block(block, block.equals("1") ? "Basic header" : "Application header", parts);
    }

    private Optional<MtOutline.Block> tagged(Tree tree, String field, String block, String name) {
        List<MtOutline.Item> fields = new ArrayList<>();
        tree.field(field)
                .ifPresent(all -> all.fields().forEach((key, value) -> {
                    String tag = MtNames.tag(key);
                    MtOutline.Part part = new MtOutline.Part(
                            field + "." + key, "", value.value(), names.meaning(block + ":" + tag, "", value.value()));
                    fields.add(new MtOutline.Field(
                            tag, names.tagged(block, tag), value.place().line(), List.of(part)));
                }));
        return block(block, name, fields);
    }

    private Optional<MtOutline.Block> block(String number, String name, List<MtOutline.Item> items) {
        boolean there = !items.isEmpty() || blocks.has(number.charAt(0));
        return there ? Optional.of(new MtOutline.Block(number, name, items)) : Optional.empty();
    }
}
