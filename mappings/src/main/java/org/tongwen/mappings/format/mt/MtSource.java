package org.tongwen.mappings.format.mt;

import java.util.Collection;
import java.util.Optional;
import org.tongwen.mappings.codec.Codecs;
import org.tongwen.mappings.format.Fitting;
import org.tongwen.mappings.format.SourceFormat;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Checked;

/**
 * Messages of one type as trees. Fields are named by their tags, such as {@code _32A}; the options of a field are one field, such as
 * {@code _50a}, that says which option it is.
 */
final class MtSource implements SourceFormat {

    private final SourceField schema;
    private final MessageReader reader;
    private final MessageWriter writer;
    private final Room room;

    MtSource(Layout layout) {
        Envelope envelope = new Envelope();
        this.schema = Schema.of(envelope.layout(), layout);
        this.reader = new MessageReader(envelope, layout);
        this.room = new Room(layout);
        this.writer = new MessageWriter(envelope, layout, schema, reader);
    }

    @Override
    public SourceField schema() {
        return schema;
    }

    @Override
    public String mediaType() {
        return "text/plain";
    }

    /** The codes of the published translation between MT and CBPR+. */
    @Override
    public Optional<String> lossCode(String loss, String value) {
        return switch (loss) {
            case "lost" -> Optional.of("T0000M");
            case "truncated" -> Optional.of("T0000T");
            case "changed" -> Codecs.uncarried(value, "swift-x").map(character -> "T0000R");
            default -> Optional.empty();
        };
    }

    @Override
    public String fieldName(String path) {
        return FieldAdvice.name(path);
    }

    @Override
    public Optional<String> advice(String path, Collection<String> missing) {
        return FieldAdvice.of(path, missing);
    }

    @Override
    public Checked<Tree> read(byte[] document) {
        return reader.read(Source.of(document));
    }

    @Override
    public Fitting fit(Tree document) {
        return room.fit(document);
    }

    @Override
    public Checked<byte[]> write(Tree tree) {
        return writer.write(tree);
    }
}
