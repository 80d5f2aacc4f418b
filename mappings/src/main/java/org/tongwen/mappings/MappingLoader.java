package org.tongwen.mappings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tongwen.mappings.format.Format;
import org.tongwen.mappings.format.Formats;
import org.tongwen.mappings.format.SourceFormat;
import org.tongwen.mappings.plan.OwnershipCheck;
import org.tongwen.mappings.plan.Plan;
import org.tongwen.mappings.plan.PlanCompiler;
import org.tongwen.mappings.read.MappingFile;
import org.tongwen.mappings.read.MappingFile.Word;
import org.tongwen.mappings.read.MappingReader;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.load.Catalogue;

/** Takes one mapping file through all stages: read, compile, check. */
final class MappingLoader {

    private final Path folder;
    private final Path file;
    private final Catalogue catalogue;
    private final List<Finding> findings = new ArrayList<>();
    private final MessageDigest digest;

    private MappingLoader(Path folder, Path file, Catalogue catalogue) {
        this.folder = folder;
        this.file = file;
        this.catalogue = catalogue;
        this.digest = sha256();
    }

    static Checked<AuthoredMapping> load(Path folder, Path file, Catalogue catalogue) {
        MappingLoader loader = new MappingLoader(folder, file, catalogue);
        Optional<AuthoredMapping> mapping = loader.load();
        return new Checked<>(mapping, loader.findings.stream().sorted().toList());
    }

    private Optional<AuthoredMapping> load() {
        String name = folder.relativize(file).toString();
        Checked<MappingFile> read;
        try {
            read = MappingReader.read(name, readFile(file));
        } catch (IOException e) {
            findings.add(Finding.error("mapping.Unreadable", new Place(name, 0, 0, ""), "the file cannot be read"));
            return Optional.empty();
        }
        findings.addAll(read.findings());
        return read.value().flatMap(this::compile);
    }

    private Optional<AuthoredMapping> compile(MappingFile mapping) {
        Optional<SourceFormat> format = format(mapping);
        if (format.isEmpty()) {
            return Optional.empty();
        }
        Checked<Plan> plan = PlanCompiler.compile(mapping, catalogue, format.get());
        findings.addAll(plan.findings());
        plan.value()
                .ifPresent(
                        known -> new OwnershipCheck(mapping, format.get().schema(), known.leaves(), findings).check());
        return plan.value()
                .map(known ->
                        new AuthoredMapping(file, mapping, known, HexFormat.of().formatHex(digest.digest())));
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
        Checked<SourceFormat> opened = format.get().open(options, this::readBeside);
        opened.findings().forEach(finding -> findings.add(placed(finding, mapping)));
        return opened.value();
    }

    /** A finding without a file lies in the mapping's head. */
    private static Finding placed(Finding finding, MappingFile mapping) {
        return finding.place().document().isEmpty()
                ? finding.at(new Place(
                        mapping.place().document(),
                        mapping.place().line(),
                        mapping.place().column(),
                        finding.place().path()))
                : finding;
    }

    private byte[] readBeside(String name) throws IOException {
        Path beside = file.resolveSibling(name).normalize();
        if (!beside.startsWith(folder.normalize())) {
            throw new NoSuchFileException(name);
        }
        return readFile(beside);
    }

    private byte[] readFile(Path path) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        digest.update(bytes);
        return bytes;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
