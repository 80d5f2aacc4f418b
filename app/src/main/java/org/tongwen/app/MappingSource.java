package org.tongwen.app;

import java.nio.file.Path;
import java.util.List;
import org.tongwen.mappings.Mappings;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.load.Catalogue;

/** Where the commands get mappings from. */
@FunctionalInterface
interface MappingSource {

    /** Mapping files below a folder. */
    MappingSource FILES =
            (folder, catalogue) -> Mappings.load(folder, catalogue).map(MappingSource::translators);

    /** All mappings below a folder that are free of errors, and findings about the others. */
    Checked<List<Translator>> load(Path folder, Catalogue catalogue);

    private static List<Translator> translators(Mappings mappings) {
        return mappings.all().stream().<Translator>map(Translator.Of::new).toList();
    }
}
