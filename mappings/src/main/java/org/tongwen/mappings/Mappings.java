package org.tongwen.mappings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.load.Catalogue;

/** All mappings that a process serves, by name. */
public final class Mappings {

    /** The folder for pieces that mappings of several institutions use. */
    private static final String PARTS = "parts";

    private static final String LAYOUT = ".layout.yaml";

    private final Map<String, Mapping> byName = new TreeMap<>();

    private Mappings(Collection<? extends Mapping> mappings) {
        mappings.forEach(this::add);
    }

    private void add(Mapping mapping) {
        if (byName.putIfAbsent(mapping.name(), mapping) != null) {
            throw new IllegalArgumentException("two mappings are named " + mapping.name());
        }
    }

    /**
     * These mappings, each under its own name.
     *
     * @throws IllegalArgumentException when two have the same name
     */
    public static Mappings of(Collection<? extends Mapping> mappings) {
        return new Mappings(mappings);
    }

    /**
     * Reads and compiles every mapping file below a folder: {@code <institution>/*.yaml}. A file with an error is left out and its
     * findings say why; the others are there.
     *
     * @throws UncheckedIOException when the folder cannot be read
     */
    public static Checked<Mappings> load(Path folder, Catalogue catalogue) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Mapping> mappings = new TreeMap<>();
        for (Loaded loaded : loadAll(folder, catalogue)) {
            findings.addAll(loaded.mapping().findings());
            if (loaded.mapping().ok()) {
                loaded.mapping().value().ifPresent(mapping -> add(mapping.ready(), loaded.file(), mappings, findings));
            }
        }
        Mappings planned = of(mappings.values());
        for (Path file : dispatches(folder)) {
            Checked<AuthoredDispatch> dispatch = dispatch(folder, file, catalogue, planned);
            findings.addAll(dispatch.findings());
            if (dispatch.ok()) {
                dispatch.value().ifPresent(known -> add(known.ready(), file, mappings, findings));
            }
        }
        if (mappings.isEmpty() && findings.isEmpty()) {
            findings.add(
                    Finding.warning(
                            "mapping.NoFiles",
                            new Place(folder.toString(), 0, 0, ""),
                            "there are no mapping files here; they stand one folder down: <institution>/<name>.<message>.yaml"));
        }
        return Checked.of(of(mappings.values()), findings);
    }

    private record Loaded(Path file, Checked<AuthoredMapping> mapping) {}

    /** Files do not depend on each other, so they are compiled side by side; the order of the files is kept. */
    private static List<Loaded> loadAll(Path folder, Catalogue catalogue) {
        return files(folder).parallelStream()
                .map(file -> new Loaded(file, MappingLoader.load(folder, file, catalogue)))
                .toList();
    }

    private static void add(Mapping mapping, Path file, Map<String, Mapping> mappings, List<Finding> findings) {
        if (mappings.putIfAbsent(mapping.name(), mapping) != null) {
            findings.add(duplicate(mapping.name(), file.toString()));
        }
    }

    /** What is wrong with a file whose mapping has the name of another one's. */
    public static Finding duplicate(String name, String document) {
        return Finding.error(
                "mapping.DuplicateName",
                new Place(document, 1, 1, ""),
                "another file has the mapping " + name + " already; this one is left out");
    }

    /**
     * Reads and compiles one mapping file, with all its findings. The value is there even when names in the file are wrong, so that tools
     * can show what is there; with an error among the findings it must not translate.
     *
     * @param folder the folder that mappings stand in, {@code <institution>/*.yaml}
     * @param file a file below it
     */
    public static Checked<AuthoredMapping> author(Path folder, Path file, Catalogue catalogue) {
        return MappingLoader.load(folder, file, catalogue);
    }

    /**
     * Reads and compiles one dispatch file, with all its findings. With an error among them it must not translate.
     *
     * @param folder the folder that mappings stand in
     * @param file a file below it
     * @param known the mappings that it may name
     */
    public static Checked<AuthoredDispatch> dispatch(Path folder, Path file, Catalogue catalogue, Mappings known) {
        return DispatchLoader.load(folder, file, catalogue, known);
    }

    /**
     * The dispatch files below a folder, by name: among the files one folder down, those whose head says {@code dispatch} in place of
     * {@code mapping}.
     *
     * @throws UncheckedIOException when the folder cannot be read
     */
    public static List<Path> dispatches(Path folder) {
        return institutions(folder)
                .flatMap(institution -> dispatchesOf(institution).stream())
                .toList();
    }

    /**
     * The dispatch files of one institution, by name.
     *
     * @throws UncheckedIOException when the folder cannot be read
     */
    public static List<Path> dispatchesOf(Path institution) {
        return yaml(institution).stream().filter(DispatchLoader::isDispatch).toList();
    }

    /** The name of a dispatch file's dispatch; empty when the file is none, or says no name. */
    public static Optional<String> dispatchName(Path file) {
        return DispatchLoader.isDispatch(file) ? DispatchLoader.name(file) : Optional.empty();
    }

    /** Whether a file is a dispatch rather than a mapping. */
    public static boolean isDispatch(Path file) {
        return DispatchLoader.isDispatch(file);
    }

    /**
     * The mapping files below a folder, by name: those one folder down, but for layouts of formats, and for the folder {@code parts},
     * which holds pieces of mappings.
     *
     * @throws UncheckedIOException when the folder cannot be read
     */
    public static List<Path> files(Path folder) {
        return institutions(folder)
                .flatMap(institution -> filesOf(institution).stream())
                .toList();
    }

    private static Stream<Path> institutions(Path folder) {
        return entries(folder).stream()
                .filter(Files::isDirectory)
                .filter(institution -> !institution.getFileName().toString().equals(PARTS));
    }

    /**
     * The mapping files of one institution, by name.
     *
     * @throws UncheckedIOException when the folder cannot be read
     */
    public static List<Path> filesOf(Path institution) {
        return yaml(institution).stream()
                .filter(file -> !DispatchLoader.isDispatch(file))
                .toList();
    }

    private static List<Path> yaml(Path institution) {
        return entries(institution).stream()
                .filter(file -> file.toString().endsWith(".yaml") && Files.isRegularFile(file))
                .filter(file -> !file.toString().endsWith(LAYOUT))
                .toList();
    }

    /** Links are followed. Hidden files and folders belong to the system or an editor. */
    private static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the mappings in " + folder + " cannot be read", e);
        }
    }

    /**
     * The mappings that come with Tongwen.
     *
     * @throws UncheckedIOException when they cannot be read
     */
    public static Checked<Mappings> builtIn(Catalogue catalogue) {
        URL folder = Mappings.class.getResource("/institutions");
        if (folder == null) {
            return Checked.of(of(List.of()), List.of());
        }
        try {
            return folder.getProtocol().equals("jar")
                    ? loadJar(folder.toURI(), catalogue)
                    : load(Path.of(folder.toURI()), catalogue);
        } catch (IOException e) {
            throw new UncheckedIOException("the built-in mappings cannot be read", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Checked<Mappings> loadJar(URI folder, Catalogue catalogue) throws IOException {
        String location = folder.getRawSchemeSpecificPart();
        Path jar = Path.of(URI.create(location.substring(0, location.indexOf("!/"))));
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            return load(files.getPath("/institutions"), catalogue);
        }
    }

    /** The mapping of that name. */
    public Optional<Mapping> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** All of them, by name. */
    public List<Mapping> all() {
        return List.copyOf(byName.values());
    }
}
