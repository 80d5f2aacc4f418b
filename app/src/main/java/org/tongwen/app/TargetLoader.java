package org.tongwen.app;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongwen.mappings.Authored;
import org.tongwen.mappings.Mapping;
import org.tongwen.mappings.Mappings;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.load.Catalogue;

/** Reads mapping files one after the other, and dispatch files against the mappings beside them. */
final class TargetLoader {

    private final Catalogue catalogue;
    private final Map<Path, Map<Path, Checked<Authored>>> read = new HashMap<>();

    TargetLoader(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    Checked<Authored> load(MappingFiles.Target target) {
        if (Mappings.isDispatch(target.file())) {
            return target.dispatch(catalogue, known(target.root())).map(dispatch -> dispatch);
        }
        Checked<Authored> mapping = target.load(catalogue).map(known -> known);
        of(target.root()).put(target.file(), mapping);
        return mapping;
    }

    private Map<Path, Checked<Authored>> of(Path root) {
        return read.computeIfAbsent(root, key -> new LinkedHashMap<>());
    }

    /** The mappings below a root that are free of errors; of those with one name the first. */
    private Mappings known(Path root) {
        Map<Path, Checked<Authored>> mappings = of(root);
        for (Path file : Mappings.files(root)) {
            mappings.computeIfAbsent(
                    file, missing -> Mappings.author(root, missing, catalogue).map(known -> known));
        }
        Map<String, Mapping> byName = new LinkedHashMap<>();
        mappings.values().stream()
                .filter(Checked::ok)
                .flatMap(sound -> sound.value().stream())
                .forEach(sound -> byName.putIfAbsent(sound.name(), sound.ready()));
        return Mappings.of(List.copyOf(byName.values()));
    }
}
