package org.tongwen.mappings.format.mt;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongwen.mappings.format.Fitting;
import org.tongwen.mappings.format.SourceFormat;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;

/**
 * Messages of one type whose fields are sound by their layout and that keep the network's rules. Rules are asked of sound fields only: of
 * others they would say what misleads.
 */
final class RuledSource implements SourceFormat {

    private final MtSource fields;
    private final MtRules rules;

    RuledSource(Layout layout) {
        this.fields = new MtSource(layout);
        this.rules = new MtRules(layout.type(), fields.schema());
    }

    @Override
    public SourceField schema() {
        return fields.schema();
    }

    @Override
    public String mediaType() {
        return fields.mediaType();
    }

    @Override
    public Optional<String> lossCode(String loss, String value) {
        return fields.lossCode(loss, value);
    }

    @Override
    public String fieldName(String path) {
        return fields.fieldName(path);
    }

    @Override
    public Optional<String> advice(String path, Collection<String> missing) {
        return fields.advice(path, missing);
    }

    @Override
    public boolean isStandard() {
        return fields.isStandard();
    }

    @Override
    public Checked<Tree> read(byte[] document) {
        Checked<Tree> read = fields.read(document);
        return read.ok() ? with(read, rules.check(read.value().orElseThrow())) : read;
    }

    @Override
    public Fitting fit(Tree document) {
        return fields.fit(document);
    }

    @Override
    public Checked<byte[]> write(Tree tree) {
        Checked<byte[]> written = fields.write(tree);
        Checked<byte[]> checked = written.ok() ? with(written, rules.checkMade(tree)) : written;
        return checked.ok() ? checked : Checked.none(checked.findings());
    }

    private static <T> Checked<T> with(Checked<T> result, List<Finding> more) {
        if (more.isEmpty()) {
            return result;
        }
        List<Finding> all = Stream.concat(result.findings().stream(), more.stream())
                .sorted()
                .toList();
        return new Checked<>(result.value(), all);
    }
}
