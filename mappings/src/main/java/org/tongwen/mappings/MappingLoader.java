package org.tongwen.mappings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongwen.mappings.check.MappingChecks;
import org.tongwen.mappings.format.Format;
import org.tongwen.mappings.format.Formats;
import org.tongwen.mappings.format.MappingFiles;
import org.tongwen.mappings.format.SourceFormat;
import org.tongwen.mappings.plan.Plan;
import org.tongwen.mappings.plan.PlanCompiler;
import org.tongwen.mappings.read.Assembly;
import org.tongwen.mappings.read.MappingFile;
import org.tongwen.mappings.read.MappingFile.Word;
import org.tongwen.mappings.read.MappingReader;
import org.tongwen.rules.yaml.Yaml;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.load.Catalogue;

/** Takes one mapping file through all stages: read, compile, check. */
final class MappingLoader {

    private static final int MAX_BYTES = 5_000_000;

    private final Path folder;
    private final Path file;
    private final Catalogue catalogue;
    private final List<Finding> findings = new ArrayList<>();
    private final Sha256 digest = new Sha256();
    private final Set<Path> used = new HashSet<>();

    private MappingLoader(Path folder, Path file, Catalogue catalogue) {
        this.folder = folder;
        this.file = file;
        this.catalogue = catalogue;
    }

    static Checked<AuthoredMapping> load(Path folder, Path file, Catalogue catalogue) {
        MappingLoader loader = new MappingLoader(folder, file, catalogue);
        Optional<AuthoredMapping> mapping = loader.load();
        return new Checked<>(
                mapping,
                loader.findings.stream()
                        .map(MappingLoader::withLine)
                        .distinct()
                        .sorted()
                        .toList());
    }

    /** What concerns the file as a whole stands at its beginning, so that an editor can show it. */
    private static Finding withLine(Finding finding) {
        Place place = finding.place();
        return place.line() > 0 ? finding : finding.at(new Place(place.document(), 1, 1, place.path()));
    }

    private Optional<AuthoredMapping> load() {
        String name = name(file);
        Optional<Assembly.Source> source;
        try {
            source = Optional.of(new Assembly.Source(name, readFile(file)));
        } catch (IOException e) {
            String reason = e instanceof TooLargeException ? e.getMessage() : "the file cannot be read";
            findings.add(Finding.error("mapping.Unreadable", new Place(name, 1, 1, ""), String.valueOf(reason)));
            return Optional.empty();
        }
        Checked<Yaml> whole = Assembly.read(source.get(), this::find);
        findings.addAll(whole.findings());
        return whole.value().flatMap(this::read);
    }

    private Optional<AuthoredMapping> read(Yaml whole) {
        Checked<MappingFile> read = MappingReader.read(whole, this::find);
        findings.addAll(read.findings());
        return read.value().flatMap(mapping -> compile(whole, mapping));
    }

    private Optional<AuthoredMapping> compile(Yaml whole, MappingFile mapping) {
        Optional<SourceFormat> format = format(mapping);
        if (format.isEmpty()) {
            return Optional.empty();
        }
        Checked<Plan> plan = PlanCompiler.compile(mapping, catalogue, format.get(), this::stylesheet);
        findings.addAll(plan.findings());
        plan.value().ifPresent(known -> check(mapping, known));
        String sum = digest.hex();
        return plan.value().map(known -> new AuthoredMapping(file, whole, mapping, known, sum, used));
    }

    private void check(MappingFile mapping, Plan plan) {
        List<Finding> all = MappingChecks.check(mapping, plan, catalogue, LocalDate.now(Clock.systemUTC()), findings);
        findings.clear();
        findings.addAll(all);
    }

    private Optional<SourceFormat> format(MappingFile mapping) {
        Word name = mapping.source().getOrDefault("format", new Word("json", mapping.place()));
        Optional<Format> format = Formats.find(name.text());
        if (format.isEmpty()) {
            findings.add(Finding.error("mapping.UnknownFormat", name.place(), "there is no format " + name.text())
                    .hint("formats: " + String.join(", ", Formats.names())));
            return Optional.empty();
        }
        Map<String, String> options = mapping.source().entrySet().stream()
                .filter(option -> !option.getKey().equals("format"))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, option -> option.getValue().text()));
        Checked<SourceFormat> opened = format.get().open(options, new Beside(mapping));
        opened.findings().forEach(finding -> findings.add(placed(finding, mapping)));
        if (opened.value().filter(SourceFormat::hasSeveralKinds).isPresent()) {
            findings.add(Finding.error("mapping.UnknownType", name.place(), "a mapping is for one type of message")
                    .hint("type: 103"));
            return Optional.empty();
        }
        return opened.value();
    }

    /** A finding without a file lies in the mapping's head, at the option that it names if it names one. */
    private static Finding placed(Finding finding, MappingFile mapping) {
        if (!finding.place().document().isEmpty()) {
            return finding;
        }
        Place head = mapping.source().entrySet().stream()
                .filter(option -> finding.value()
                        .filter(value -> value.equals(option.getKey())
                                || value.equals(option.getValue().text()))
                        .isPresent())
                .map(option -> option.getValue().place())
                .findFirst()
                .orElse(mapping.place());
        return finding.at(head.path(finding.place().path()));
    }

    /** The files that a head names, and the definitions of messages. */
    private final class Beside implements MappingFiles {

        private final MappingFile mapping;

        Beside(MappingFile mapping) {
            this.mapping = mapping;
        }

        @Override
        public byte[] read(String name) throws IOException {
            return readBeside(name, mapping);
        }

        @Override
        public Catalogue catalogue() {
            return catalogue;
        }
    }

    /** A file that the head names; it stands beside the file that names it, which may be one that this one extends. */
    private byte[] readBeside(String name, MappingFile mapping) throws IOException {
        String beside = mapping.source().values().stream()
                .filter(word -> word.text().equals(name))
                .map(word -> word.place().document())
                .findFirst()
                .orElse(name(file));
        return find(beside, name)
                .orElseThrow(() -> new NoSuchFileException(name))
                .bytes();
    }

    private Optional<Assembly.Source> stylesheet(Word name) {
        try {
            return find(name.place().document(), name.text());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A file by its name beside another one; nothing outside the folder is read. */
    private Optional<Assembly.Source> find(String beside, String name) throws IOException {
        Path path;
        try {
            path = folder.resolve(beside).resolveSibling(name).normalize();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
        boolean inside = path.startsWith(folder.normalize()) && Files.isRegularFile(path);
        return inside ? Optional.of(source(path)) : Optional.empty();
    }

    private Assembly.Source source(Path path) throws IOException {
        try {
            return new Assembly.Source(name(path), readFile(path));
        } catch (TooLargeException e) {
            findings.add(Finding.error(
                    "mapping.Unreadable", new Place(name(path), 1, 1, ""), String.valueOf(e.getMessage())));
            throw e;
        }
    }

    private String name(Path path) {
        return folder.normalize().relativize(path.normalize()).toString();
    }

    /** Reads no more than a file that people write can have: what is larger is refused before it fills the memory. */
    private byte[] readFile(Path path) throws IOException {
        used.add(path);
        byte[] bytes;
        try (InputStream stream = Files.newInputStream(path)) {
            bytes = stream.readNBytes(MAX_BYTES + 1);
        }
        if (bytes.length > MAX_BYTES) {
            throw new TooLargeException(path);
        }
        digest.update(bytes);
        return bytes;
    }

    /** A file that nobody wrote by hand. */
    private static final class TooLargeException extends IOException {

        private static final long serialVersionUID = 1;

        TooLargeException(Path file) {
            super(file.getFileName() + " is larger than " + MAX_BYTES + " bytes");
        }
    }
}
