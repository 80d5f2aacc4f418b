package org.tongwen.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Nearest;
import org.tongwen.xsd.finding.Place;

/**
 * A document named on the command line.
 *
 * @param argument a file name, or {@code -} for standard input
 */
record Input(String argument) {

    static final String STANDARD = "-";

    /** No array holds more. */
    private static final long MOST_AT_ONCE = 2_000_000_000;

    /** What findings call it. */
    String name() {
        return isStandard() ? "<stdin>" : argument;
    }

    boolean isStandard() {
        return argument.equals(STANDARD);
    }

    boolean exists() {
        try {
            return isStandard() || Files.exists(Path.of(argument));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** How many bytes a regular file has; 0 for anything else. */
    long size() {
        try {
            Path file = Path.of(argument);
            return !isStandard() && Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /** The complaint that there is no such file. */
    String missing() {
        return argument + ": no such file" + nearby(argument);
    }

    /** All its bytes, or the finding that stands against reading them. The file exists. */
    Checked<byte[]> read(Terminal terminal, Size limit) {
        int most = (int) Math.min(limit.bytes(), MOST_AT_ONCE);
        return open(terminal, bytes -> {
            byte[] read = bytes.readNBytes(most + 1);
            return read.length <= most
                    ? Checked.of(read, List.of())
                    : refused("app.TooLarge", "the document is larger than the limit of " + most + " bytes");
        });
    }

    /** What is read from a stream. */
    interface Reading<T> {
        Checked<T> read(InputStream bytes) throws IOException;
    }

    /** Reads it as a stream, or gives the finding that stands against it. The file exists. */
    <T> Checked<T> open(Terminal terminal, Reading<T> reading) {
        if (!isStandard() && Files.isDirectory(Path.of(argument))) {
            return refused("app.NotAFile", "a folder stands where a file is expected");
        }
        try (InputStream bytes = isStandard() ? terminal.in() : Files.newInputStream(Path.of(argument))) {
            return reading.read(bytes);
        } catch (UncheckedIOException e) {
            return unreadable(Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            return unreadable(e);
        }
    }

    /** A hint at a file in the same folder whose name comes near; empty when there is none. */
    static String nearby(String missing) {
        try (Stream<Path> files =
                Files.list(Optional.ofNullable(Path.of(missing).toAbsolutePath().getParent())
                        .orElseThrow(IOException::new))) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).toList();
            return Nearest.hint(String.valueOf(Path.of(missing).getFileName()), names);
        } catch (IOException | InvalidPathException e) {
            return "";
        }
    }

    /** Many of Java's file exceptions have only the file's name as their message. */
    static String reason(IOException e) {
        return e.getClass() == IOException.class
                ? String.valueOf(e.getMessage())
                : e.getClass().getSimpleName().replace("Exception", "");
    }

    private <T> Checked<T> unreadable(IOException e) {
        return refused("app.Unreadable", "the file cannot be read: " + reason(e));
    }

    private <T> Checked<T> refused(String id, String message) {
        return Checked.none(Finding.error(id, Place.NOWHERE.in(name()), message));
    }
}
