package org.tongwen.mappings.format.mt;

import java.util.Optional;
import org.tongwen.mappings.format.SourceFormat;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Checked;

/** Messages of one type as mappings see them: the options of a field are one field, {@code _50a}, that says which option it is. */
final class MtSource implements SourceFormat {

    private final TaggedSource tagged;
    private final FieldOptions options;

    MtSource(Layout layout) {
        this.tagged = new TaggedSource(layout);
        this.options = new FieldOptions(layout);
    }

    @Override
    public SourceField schema() {
        return options.gather(tagged.schema());
    }

    @Override
    public String mediaType() {
        return tagged.mediaType();
    }

    /** The codes of the published translation between MT and CBPR+. */
    @Override
    public Optional<String> lossCode(String loss, String rule) {
        return switch (loss) {
            case "lost" -> Optional.of("T0000M");
            case "truncated" -> Optional.of("T0000T");
            case "changed" -> rule.contains("charset(") ? Optional.of("T0000R") : Optional.empty();
            default -> Optional.empty();
        };
    }

    @Override
    public Checked<Tree> read(byte[] document) {
        return tagged.read(document).map(options::gather);
    }

    @Override
    public Checked<byte[]> write(Tree tree) {
        return tagged.write(options.spread(tree));
    }
}
