package org.tongwen.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tongwen.mappings.Authored;
import org.tongwen.mappings.AuthoredDispatch;
import org.tongwen.mappings.AuthoredMapping;
import org.tongwen.mappings.Mappings;
import org.tongwen.mappings.sample.Samples;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.load.Catalogue;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The mapping files that a command line names: files, folders of institutions, or folders with such folders in them. */
final class MappingFiles {

    /**
     * One file.
     *
     * @param root the folder that it and what it uses must lie below: the parent of the institution's folder
     * @param file the file itself; both are absolute
     */
    record Target(Path root, Path file) {

        static Target of(Path file) {
            Path absolute = file.toAbsolutePath().normalize();
            Path institution = Optional.ofNullable(absolute.getParent()).orElse(absolute);
            return new Target(Optional.ofNullable(institution.getParent()).orElse(institution), absolute);
        }

        /** The same, read and checked, with findings at places that the user can open. */
        Checked<AuthoredMapping> load(Catalogue catalogue) {
            return placed(Mappings.author(root, file, catalogue));
        }

        /** A dispatch file, read and checked against the mappings that it may name. */
        Checked<AuthoredDispatch> dispatch(Catalogue catalogue, Mappings known) {
            return placed(Mappings.dispatch(root, file, catalogue, known));
        }

        private <T> Checked<T> placed(Checked<T> read) {
            return new Checked<>(read.value(), placed(read.findings()));
        }

        List<Finding> placed(List<Finding> findings) {
            return findings.stream()
                    .map(finding -> finding.at(finding.place().in(document(finding.place()))))
                    .toList();
        }

        /** Findings name files by their path below the root, or beside the mapping file. */
        private String document(Place place) {
            String name = place.document();
            return name.isEmpty()
                    ? shown(file)
                    : Stream.of(root.resolve(name), file.resolveSibling(name), Path.of(name))
                            .filter(Files::exists)
                            .findFirst()
                            .map(MappingFiles::shown)
                            .orElseGet(() -> shown(root.resolve(name)));
        }
    }

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE|DIR",
            description = "Mapping files, an institution's folder, or a folder with institutions' folders in it."
                    + " Default: the folder that --mappings names")
    private List<Path> places = List.of();

    @Mixin
    private MappingOptions mappings;

    /** All files, each once. */
    List<Target> targets() {
        List<Path> asked = places.isEmpty() ? List.of(mappings.required()) : places;
        return asked.stream()
                .flatMap(place -> targets(place).stream())
                .distinct()
                .toList();
    }

    private static List<Target> targets(Path place) {
        if (!Files.exists(place)) {
            throw StopException.notFound(new Input(place.toString()).missing());
        }
        if (!Files.isDirectory(place)) {
            return List.of(Target.of(place));
        }
        Path folder = place.toAbsolutePath().normalize();
        List<Path> below = Mappings.files(folder);
        List<Path> files = new ArrayList<>(below.isEmpty() ? Mappings.filesOf(folder) : below);
        // A dispatch comes after the mappings that it names.
        files.addAll(below.isEmpty() ? Mappings.dispatchesOf(folder) : Mappings.dispatches(folder));
        if (files.isEmpty()) {
            throw StopException.notFound(
                    place + ": no mapping files; they stand one folder down:" + " <institution>/<name>.<message>.yaml");
        }
        return files.stream().map(Target::of).toList();
    }

    /** Errors that only show when all files are seen: two mappings of one name, samples that belong to none. */
    List<Finding> together(Map<Target, Checked<Authored>> loaded) {
        List<Finding> findings = new ArrayList<>();
        Map<Path, List<Authored>> byRoot = new HashMap<>();
        Set<String> names = new HashSet<>();
        loaded.forEach((target, read) -> read.value().ifPresent(mapping -> {
            byRoot.computeIfAbsent(target.root(), root -> new ArrayList<>()).add(mapping);
            String name = mapping.name();
            if (!names.add(target.root() + " " + name)) {
                findings.add(Mappings.duplicate(name, shown(target.file())));
            }
        }));
        byRoot.forEach((root, known) -> findings.addAll(strangers(root, known)));
        return findings;
    }

    /** A folder of samples whose mapping could not be read, or was not asked for, is none of our business. */
    private static List<Finding> strangers(Path root, List<Authored> known) {
        List<AuthoredMapping> mappings = known.stream()
                .filter(AuthoredMapping.class::isInstance)
                .map(AuthoredMapping.class::cast)
                .toList();
        boolean all = mappings.size() == Mappings.files(root).size();
        return all
                ? new Samples(root)
                        .strangers(mappings).stream()
                                .map(finding -> finding.at(finding.place()
                                        .in(shown(root.resolve(finding.place().document())))))
                                .toList()
                : List.of();
    }

    /** A path as the user may type it here. */
    static String shown(Path file) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = file.toAbsolutePath().normalize();
        return absolute.startsWith(here) ? here.relativize(absolute).toString() : absolute.toString();
    }
}
