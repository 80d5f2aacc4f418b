package org.tongwen.mappings.format.mt;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tongwen.mappings.format.SourceFormat;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Checked;

/** Messages of any type for tests, given by the fields of their text block. */
record MtType(String type, SourceFormat source) {

    static MtType of(String type) {
        return new MtType(type, new MtSource(Layout.load(type).orElseThrow()));
    }

    String message(String fields) {
        return Mt.crLf(Mt.HEAD.replace("I103", "I" + type) + "{4:\n" + fields + "-}");
    }

    Checked<Tree> read(String fields) {
        return source.read(message(fields).getBytes(StandardCharsets.UTF_8));
    }

    Tree tree(String fields) {
        Checked<Tree> read = read(fields);
        if (!read.findings().isEmpty()) {
            throw new AssertionError(read.findings());
        }
        return read.value().orElseThrow();
    }

    /** The fields of the text block as they stand in the tree. */
    String shown(String fields) {
        String all = tree(fields).toString();
        return all.substring(all.indexOf("}, _20") + 3, all.length() - 1);
    }

    String write(Tree tree) {
        Checked<byte[]> written = source.write(tree);
        return written.value()
                .map(bytes -> new String(bytes, StandardCharsets.US_ASCII))
                .orElseThrow(() -> new AssertionError(written.findings()));
    }

    List<String> findings(String fields) {
        return Mt.shown(read(fields).findings());
    }
}
