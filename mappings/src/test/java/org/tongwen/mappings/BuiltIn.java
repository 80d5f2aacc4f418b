package org.tongwen.mappings;

import java.nio.file.Path;
import java.util.List;
import org.tongwen.xsd.load.Catalogue;

/** The mappings of this checkout as their authors see them. */
public final class BuiltIn {

    private static final Path FOLDER = Path.of("institutions");

    private BuiltIn() {}

    /** All of them. */
    public static List<AuthoredMapping> all() {
        return Mappings.files(FOLDER).stream()
                .map(file -> Mappings.author(FOLDER, file, Catalogue.builtIn())
                        .value()
                        .orElseThrow())
                .toList();
    }

    /** All dispatches over them. */
    public static List<AuthoredDispatch> dispatches() {
        Mappings known = Mappings.of(all().stream().map(Authored::ready).toList());
        return Mappings.dispatches(FOLDER).stream()
                .map(file -> Mappings.dispatch(FOLDER, file, Catalogue.builtIn(), known)
                        .value()
                        .orElseThrow())
                .toList();
    }

    /** The one of that name. */
    public static AuthoredMapping named(String name) {
        return all().stream()
                .filter(mapping -> mapping.text().name().text().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
