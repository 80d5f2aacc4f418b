package org.tongwen.mappings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.tongwen.mappings.dispatch.Dispatch;
import org.tongwen.mappings.dispatch.DispatchCompiler;
import org.tongwen.mappings.dispatch.DispatchFile;
import org.tongwen.mappings.dispatch.DispatchReader;
import org.tongwen.mappings.format.Formats;
import org.tongwen.mappings.format.MappingFiles;
import org.tongwen.mappings.format.SourceFormat;
import org.tongwen.mappings.plan.Plan;
import org.tongwen.rules.yaml.Yaml;
import org.tongwen.rules.yaml.YamlReader;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.load.Catalogue;

/** Takes one dispatch file through all stages: read, compile, check against the mappings that it names. */
final class DispatchLoader {

    private static final Pattern HEAD = Pattern.compile("^" + DispatchReader.DISPATCH + "[ \\t]*:", Pattern.MULTILINE);

    private final Path folder;
    private final Path file;
    private final Catalogue catalogue;
    private final Mappings known;
    private final Sha256 digest = new Sha256();
    private final Set<Path> used = new HashSet<>();

    private DispatchLoader(Path folder, Path file, Catalogue catalogue, Mappings known) {
        this.folder = folder;
        this.file = file;
        this.catalogue = catalogue;
        this.known = known;
    }

    /** Whether a file is a dispatch rather than a mapping. One that cannot be read is none. */
    static boolean isDispatch(Path file) {
        try {
            return HEAD.matcher(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .find();
        } catch (IOException e) {
            return false;
        }
    }

    /** The name that a dispatch file's head says. */
    static Optional<String> name(Path file) {
        try {
            return YamlReader.read(file.toString(), Files.readAllBytes(file))
                    .value()
                    .filter(Yaml.Fields.class::isInstance)
                    .flatMap(fields -> ((Yaml.Fields) fields).text(DispatchReader.DISPATCH));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Checked<AuthoredDispatch> load(Path folder, Path file, Catalogue catalogue, Mappings known) {
        return new DispatchLoader(folder, file, catalogue, known).load();
    }

    private Checked<AuthoredDispatch> load() {
        String name = folder.normalize().relativize(file.normalize()).toString();
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            return Checked.none(
                    Finding.error("mapping.Unreadable", new Place(name, 1, 1, ""), "the file cannot be read"));
        }
        digest.update(bytes);
        used.add(file);
        Checked<Yaml> whole = YamlReader.read(name, bytes);
        Checked<DispatchFile> read =
                whole.value().map(DispatchReader::read).orElseGet(() -> Checked.none(whole.findings()));
        if (!whole.ok() || !read.ok() || read.value().isEmpty()) {
            return Checked.none(whole.ok() ? read.findings() : whole.findings());
        }
        Checked<Dispatch> dispatch = DispatchCompiler.compile(read.value().get(), catalogue, new Around());
        return dispatch.map(this::authored);
    }

    private AuthoredDispatch authored(Dispatch dispatch) {
        dispatch.plans().stream()
                .flatMap(plan -> known.find(plan.name()).stream())
                .forEach(mapping -> digest.update(mapping.digest().getBytes(StandardCharsets.UTF_8)));
        return new AuthoredDispatch(file, dispatch, digest.hex(), used);
    }

    /** The mappings that there are, and formats with the files beside this one. */
    private final class Around implements DispatchCompiler.Surroundings {

        @Override
        public Optional<Plan> mapping(String name) {
            return known.find(name)
                    .filter(PlannedMapping.class::isInstance)
                    .map(mapping -> ((PlannedMapping) mapping).plan());
        }

        @Override
        public Set<String> names() {
            Set<String> names = new TreeSet<>();
            known.all().forEach(mapping -> names.add(mapping.name()));
            return names;
        }

        @Override
        public Checked<SourceFormat> open(Map<String, String> options) {
            String format = options.getOrDefault("format", "json");
            Map<String, String> others = new HashMap<>(options);
            others.remove("format");
            return Formats.find(format)
                    .map(known -> known.open(others, new Beside()))
                    .orElseGet(() -> Checked.none(List.of(
                            Finding.error("mapping.UnknownFormat", Place.NOWHERE, "there is no format " + format)
                                    .hint("formats: " + String.join(", ", Formats.names())))));
        }
    }

    private final class Beside implements MappingFiles {

        @Override
        public byte[] read(String name) throws IOException {
            try {
                Path beside = file.resolveSibling(name).normalize();
                if (beside.startsWith(folder.normalize()) && Files.isRegularFile(beside)) {
                    byte[] bytes = Files.readAllBytes(beside);
                    digest.update(bytes);
                    used.add(beside);
                    return bytes;
                }
            } catch (InvalidPathException e) {
                throw new NoSuchFileException(name);
            }
            throw new NoSuchFileException(name);
        }

        @Override
        public Catalogue catalogue() {
            return catalogue;
        }
    }
}
