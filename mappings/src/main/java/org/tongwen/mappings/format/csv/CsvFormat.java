package org.tongwen.mappings.format.csv;

import java.util.Map;
import java.util.Set;
import org.tongwen.mappings.format.Format;
import org.tongwen.mappings.format.MappingFiles;
import org.tongwen.mappings.format.SourceFormat;
import org.tongwen.mappings.format.layout.LayoutFile;
import org.tongwen.xsd.finding.Checked;

/** Comma-separated values: {@code source: {format: csv, layout: upload.layout.yaml}}. */
public final class CsvFormat implements Format {

    /** The format; it has no settings of its own. */
    public CsvFormat() {}

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public Set<String> options() {
        return Set.of(LayoutFile.OPTION);
    }

    @Override
    public Checked<SourceFormat> open(Map<String, String> options, MappingFiles files) {
        return LayoutFile.open(name(), options, files, CsvLayoutReader::read).map(CsvDocuments::new);
    }
}
