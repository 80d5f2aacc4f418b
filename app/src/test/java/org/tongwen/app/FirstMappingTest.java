package org.tongwen.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Does what {@code docs/first-mapping.md} and {@code docs/first-pack.md} say, from top to bottom: saves its files, makes its changes, runs its commands, and compares
 * what they write with what the page shows.
 */
class FirstMappingTest {

    private static final Path PAGES = Path.of("../docs");
    private static final String COMMAND = "$ ";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"first-mapping.md", "first-pack.md"})
    void aPageCanBeFollowedFromTopToBottom(String page) throws IOException {
        List<GuideBlock> blocks = GuideBlock.of(PAGES.resolve(page));
        assertThat(blocks).hasSizeGreaterThan(7);
        for (GuideBlock block : blocks) {
            follow(block);
        }
    }

    private void follow(GuideBlock block) throws IOException {
        String[] words = block.note().split(" ", 2);
        switch (words[0]) {
            case "file" -> Files.writeString(made(words[1]), block.text());
            case "change" -> change(made(words[1]), block);
            case "by-hand" -> assertThat(block.lines()).isNotEmpty();
            default -> run(block);
        }
    }

    private Path made(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return file;
    }

    /** Lines that begin with a minus are there once and make way for those with a plus behind them. */
    private static void change(Path file, GuideBlock block) throws IOException {
        String text = Files.readString(file);
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        for (String line : block.lines()) {
            String content = line.substring(1) + "\n";
            if (line.charAt(0) != '+') {
                before.append(content);
            }
            if (line.charAt(0) != '-') {
                after.append(content);
            }
        }
        assertThat(text).as("line " + block.line()).containsOnlyOnce(before);
        Files.writeString(file, text.replace(before, after));
    }

    private void run(GuideBlock block) throws IOException {
        assertThat(block.language()).as("line " + block.line()).isEqualTo("console");
        List<String> expected = new ArrayList<>();
        String command = "";
        for (String line : block.lines()) {
            if (line.startsWith(COMMAND)) {
                compare(block, command, expected);
                command = line.substring(COMMAND.length());
                expected.clear();
            } else {
                expected.add(line);
            }
        }
        compare(block, command, expected);
    }

    private void compare(GuideBlock block, String command, List<String> expected) throws IOException {
        if (command.isEmpty()) {
            assertThat(expected).isEmpty();
            return;
        }
        String where = "line " + block.line() + ": " + command;
        List<List<String>> written = run(command.split(" "));
        assertThat(written)
                .as(where + "\n" + String.join("\n", written.get(0)))
                .anyMatch(lines -> GuideBlock.matches(expected, lines));
    }

    /** What a command writes; a terminal shows findings before or after the result. */
    private List<List<String>> run(String[] words) throws IOException {
        switch (words[0]) {
            case "mkdir" -> {
                Files.createDirectories(folder.resolve(words[1]));
                return List.of(List.of());
            }
            case "cp" -> {
                copy(folder.resolve(words[words.length - 2]), folder.resolve(words[words.length - 1]));
                return List.of(List.of());
            }
            case "cat" -> {
                return List.of(Files.readAllLines(folder.resolve(words[1])));
            }
            default -> {
                assertThat(words[0]).isEqualTo("./tongwen");
                String[] args = Arrays.stream(words).skip(1).map(this::placed).toArray(String[]::new);
                Session.Outcome outcome = new Session().run(args);
                List<String> out = lines(outcome.out());
                List<String> err = lines(outcome.err());
                return List.of(
                        Stream.concat(err.stream(), out.stream()).toList(),
                        Stream.concat(out.stream(), err.stream()).toList());
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    /** The page's files are in its reader's folder, the test's in another one. */
    private String placed(String word) {
        if (word.startsWith("rules/")) {
            return "../" + word;
        }
        boolean file = word.startsWith("my-") || word.matches("[\\w-]+(\\.schema)?\\.(json|csv|html)");
        return file ? folder.resolve(word).toString() : word;
    }

    private List<String> lines(String text) {
        return text.replace(folder + "/", "")
                .replace("../rules/", "rules/")
                .lines()
                .toList();
    }
}
