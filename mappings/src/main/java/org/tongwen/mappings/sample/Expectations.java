package org.tongwen.mappings.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tongwen.xsd.finding.Place;

/** Compares what came out with the files of a case, or writes the files anew. */
final class Expectations {

    private final String document;
    private final boolean update;
    private final List<SampleProblem> problems = new ArrayList<>();
    private final List<Path> updated = new ArrayList<>();

    /**
     * For one case.
     *
     * @param document what places call its folder
     * @param update whether to write what came out instead of complaining
     */
    Expectations(String document, boolean update) {
        this.document = document;
        this.update = update;
    }

    List<SampleProblem> problems() {
        return problems;
    }

    List<Path> updated() {
        return updated;
    }

    void problem(String id, String file, String message, String detail) {
        problems.add(new SampleProblem(id, place(file, 0), message, detail));
    }

    private Place place(String file, int line) {
        return new Place(file.isEmpty() ? document : document + "/" + file, line, 0, "");
    }

    /** A document must be there and mean the same. What an author wrote in another form stays as it is. */
    void document(Path file, byte[] actual, Reading reading) throws IOException {
        if (!Files.exists(file) && !update) {
            problem("sample.Missing", name(file), "the file is missing; --update writes it", "");
        } else if (!Files.exists(file) || update && !same(Files.readAllBytes(file), actual, reading)) {
            write(file, actual);
        } else {
            compare(file, actual, reading);
        }
    }

    private void compare(Path file, byte[] actual, Reading reading) throws IOException {
        List<Line> wanted = reading.lines(Files.readAllBytes(file));
        List<Line> found = reading.lines(actual);
        String difference = Difference.of(name(file), wanted, "what came out", found);
        if (!difference.isEmpty()) {
            problems.add(new SampleProblem(
                    "sample.Differs",
                    place(name(file), Difference.firstLine(wanted, found)),
                    "something else came out than " + name(file) + " says",
                    difference));
        }
    }

    /** What is said must be what the file says; no file stands for nothing said. */
    void said(Path file, String actual) throws IOException {
        if (!actual.isEmpty() || !Files.exists(file)) {
            if (!actual.isEmpty() && !Files.exists(file) && !update) {
                problem(
                        "sample.Missing",
                        name(file),
                        "something was said that no file expects; --update writes it",
                        actual);
            } else if (!actual.isEmpty()) {
                document(file, actual.getBytes(StandardCharsets.UTF_8), Reading::exact);
            }
        } else if (update) {
            delete(file);
        } else {
            problem(
                    "sample.Unexpected",
                    name(file),
                    "nothing was said that this file expects; --update deletes it",
                    "");
        }
    }

    /** A file that would only say what holds anyway. */
    void needless(Path file, String reason) throws IOException {
        if (Files.exists(file) && update) {
            delete(file);
        } else if (Files.exists(file)) {
            problem("sample.Unexpected", name(file), reason, "");
        }
    }

    static boolean same(byte[] one, byte[] other, Reading reading) {
        List<Line> lines = reading.lines(one);
        List<Line> others = reading.lines(other);
        return lines.stream()
                .map(Line::text)
                .toList()
                .equals(others.stream().map(Line::text).toList());
    }

    private void write(Path file, byte[] content) throws IOException {
        Files.write(file, content);
        updated.add(file);
    }

    private void delete(Path file) throws IOException {
        Files.delete(file);
        updated.add(file);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
