package org.tongwen.mappings;

import java.nio.file.Path;
import java.util.List;
import org.tongwen.xsd.load.Catalogue;

/** The mappings of this checkout as their authors see them. */
public final class BuiltIn {

    private static final Path FOLDER = Path.of("institutions");

    private BuiltIn() {}

    /** Reading them all takes a second, and tests ask often. */
    private static final class Read {

        private static final List<AuthoredMapping> MAPPINGS = mappings();
        private static final List<AuthoredDispatch> DISPATCHES = dispatches();

        private Read() {}

        private static List<AuthoredMapping> mappings() {
            return Mappings.files(FOLDER).stream()
                    .map(file -> Mappings.author(FOLDER, file, Catalogue.builtIn())
                            .value()
                            .orElseThrow())
                    .toList();
        }

        private static List<AuthoredDispatch> dispatches() {
            Mappings known = Mappings.of(MAPPINGS.stream().map(Authored::ready).toList());
            return Mappings.dispatches(FOLDER).stream()
                    .map(file -> Mappings.dispatch(FOLDER, file, Catalogue.builtIn(), known)
                            .value()
                            .orElseThrow())
                    .toList();
        }
    }

    /** All of them. */
    public static List<AuthoredMapping> all() {
        return Read.MAPPINGS;
    }

    /** All dispatches over them. */
    public static List<AuthoredDispatch> dispatches() {
        return Read.DISPATCHES;
    }

    /** The one of that name. */
    public static AuthoredMapping named(String name) {
        return all().stream()
                .filter(mapping -> mapping.text().name().text().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
