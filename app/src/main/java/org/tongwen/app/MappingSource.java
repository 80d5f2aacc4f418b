package org.tongwen.app;

import java.nio.file.Path;
import org.tongwen.mappings.Mappings;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.load.Catalogue;

/** Where the commands get mappings from: {@link Mappings#load} outside of tests. */
@FunctionalInterface
interface MappingSource {

    /** All mappings below a folder that are free of errors, and findings about the others. */
    Checked<Mappings> load(Path folder, Catalogue catalogue);
}
