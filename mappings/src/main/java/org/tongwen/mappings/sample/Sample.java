package org.tongwen.mappings.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongwen.mappings.Authored;
import org.tongwen.mappings.format.MediaType;
import org.tongwen.mappings.plan.Context;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Reporting;

/**
 * One case: a folder {@code samples/<mapping>/<case>} beside the mapping file. It holds the institution's document ({@code institution.*}),
 * the ISO message ({@code iso.xml}), what comes back where that differs ({@code back.*}), what is said on the way ({@code to-iso.txt},
 * {@code from-iso.txt}), stored messages of the conversation ({@code recall/pacs.008.xml}), and its {@link Terms}.
 *
 * @param mapping the mapping's name
 * @param folder where its files are
 */
public record Sample(String mapping, Path folder) implements Comparable<Sample> {

    static final String ISO = "iso.xml";
    private static final String INSTITUTION = "institution.";
    private static final String RECALL = "recall";

    /**
     * The cases of a mapping, by name.
     *
     * @throws UncheckedIOException when the folder cannot be read
     */
    public static List<Sample> of(Authored mapping) {
        String name = mapping.name();
        return entries(folder(mapping.file(), name)).stream()
                .filter(Files::isDirectory)
                .map(folder -> new Sample(name, folder))
                .sorted()
                .toList();
    }

    /** Where the cases of a mapping are: below {@code samples} by its name, without the institution's own before the dot. */
    public static Path folder(Path file, String mapping) {
        String institution = Optional.ofNullable(file.toAbsolutePath().getParent())
                .map(Path::getFileName)
                .map(Path::toString)
                .orElse("");
        String own = mapping.startsWith(institution + ".") ? mapping.substring(institution.length() + 1) : mapping;
        return file.resolveSibling("samples").resolve(own);
    }

    /** The case's own name. */
    public String name() {
        return String.valueOf(folder.getFileName());
    }

    /** Hidden files belong to the system or an editor. */
    static List<Path> entries(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the samples in " + folder + " cannot be read", e);
        }
    }

    /** The document that a direction reads. */
    Path input(Direction direction, String mediaType) {
        return switch (direction) {
            case TO_ISO -> institution().orElseGet(() -> folder.resolve(INSTITUTION + MediaType.extension(mediaType)));
            case FROM_ISO -> folder.resolve(ISO);
        };
    }

    /** What comes back to where a direction began. */
    Path back(Direction direction, String mediaType) {
        String name = input(direction, mediaType).getFileName().toString();
        return folder.resolve("back" + name.substring(name.lastIndexOf('.')));
    }

    /**
     * What samples are translated with: their own given values, and a clock that stands still.
     *
     * @throws IOException when the case's terms cannot be read
     */
    public Context context(Reporting reporting) throws IOException {
        return SampleRun.context(terms(), this, reporting);
    }

    /**
     * The case's terms as far as they can be read.
     *
     * @throws IOException when the file is there and cannot be read
     */
    public Terms terms() throws IOException {
        return Terms.read(folder, Terms.FILE).value().orElse(Terms.DEFAULT);
    }

    /** A stored message of the conversation that the case belongs to: {@code recall/pacs.008.xml}. */
    Optional<byte[]> original(String message) {
        Path file = folder.resolve(RECALL).resolve(message + ".xml");
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the stored message " + file + " cannot be read", e);
        }
    }

    /** What is said on the way. */
    Path said(Direction direction) {
        return folder.resolve(direction.word() + ".txt");
    }

    /** The institution's document of the case, if it has one. */
    public Optional<Path> institution() {
        return entries(folder).stream()
                .filter(file -> file.getFileName().toString().startsWith(INSTITUTION))
                .findFirst();
    }

    /** Files that mean nothing here: perhaps an expectation whose name is mistyped. */
    List<Path> strangers() {
        return entries(folder).stream().filter(file -> !isKnown(file)).toList();
    }

    private static boolean isKnown(Path file) {
        String name = file.getFileName().toString();
        boolean document = name.equals(ISO) || name.startsWith(INSTITUTION) || name.startsWith("back.");
        return document
                || List.of("to-iso.txt", "from-iso.txt", Terms.FILE, RECALL).contains(name)
                || name.endsWith("~");
    }

    @Override
    public int compareTo(Sample other) {
        int order = mapping.compareTo(other.mapping);
        return order != 0 ? order : folder.compareTo(other.folder);
    }
}
