package org.tongwen.mappings.format.fixed;

import java.util.Map;
import java.util.Set;
import org.tongwen.mappings.format.Format;
import org.tongwen.mappings.format.MappingFiles;
import org.tongwen.mappings.format.SourceFormat;
import org.tongwen.mappings.format.layout.LayoutFile;
import org.tongwen.xsd.finding.Checked;

/** Records of fixed length: {@code source: {format: fixed, layout: host.layout.yaml}}. */
public final class FixedFormat implements Format {

    /** The format; it has no settings of its own. */
    public FixedFormat() {}

    @Override
    public String name() {
        return "fixed";
    }

    @Override
    public Set<String> options() {
        return Set.of(LayoutFile.OPTION);
    }

    @Override
    public Checked<SourceFormat> open(Map<String, String> options, MappingFiles files) {
        return LayoutFile.open(name(), options, files, FixedLayoutReader::read).map(FixedDocuments::new);
    }
}
