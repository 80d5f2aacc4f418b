package org.tongwen.mappings.format;

import java.util.Map;
import org.tongwen.xsd.finding.Checked;

/** A way of writing documents, such as JSON or SWIFT MT. A mapping names it in {@code source: {format: …}}. */
public interface Format {

    /** The name that mappings use, such as {@code json}. */
    String name();

    /** Options that {@code source:} may hold beside {@code format}. */
    java.util.Set<String> options();

    /**
     * Prepares the format for the documents of one mapping.
     *
     * @param options the entries of {@code source:}, such as {@code schema}
     * @param files opens files beside the mapping file, such as the source schema
     * @return the format ready for use, or findings when an option or a schema file is wrong
     */
    Checked<SourceFormat> open(Map<String, String> options, MappingFiles files);
}
