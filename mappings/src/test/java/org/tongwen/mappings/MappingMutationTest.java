package org.tongwen.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.load.Catalogue;

/**
 * Edits mappings at random as people do by mistake: whatever comes of it, the check gives findings with places, quickly, and nothing with
 * an error is served. {@code -Dtongwen.mutants=5000} makes so many of each mapping.
 */
class MappingMutationTest {

    private static final Path FOLDER = Path.of("institutions");
    private static final int MUTANTS = Integer.getInteger("tongwen.mutants", 150);

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> noMistakeOfTypingIsAnException() {
        return Mappings.files(FOLDER).stream()
                .filter(MappingMutationTest::isChosen)
                .map(file -> dynamicTest(FOLDER.relativize(file).toString(), () -> mutate(file)));
    }

    /** Of the mappings of SWIFT MT, which share their parts, one; all of them are damaged where many mutants are asked for. */
    private static boolean isChosen(Path file) {
        return !file.startsWith(FOLDER.resolve("swift"))
                || file.getFileName().toString().startsWith("mt103.")
                || Integer.getInteger("tongwen.mutants") != null;
    }

    private void mutate(Path original) throws IOException {
        Path root = folder.resolve(FOLDER.relativize(original).toString().replace('/', '-'));
        Path place = root.resolve(FOLDER.relativize(original).toString());
        copyBeside(original, place);
        String text = Files.readString(original);
        SplittableRandom random = new SplittableRandom(4);
        Catalogue catalogue = Catalogue.builtIn();
        int damaged = 0;
        for (int i = 0; i < MUTANTS; i++) {
            String mutant = text;
            for (int edits = random.nextInt(1, 4); edits > 0; edits--) {
                mutant = Edit.any(random).apply(mutant, random);
            }
            Files.writeString(place, mutant);
            damaged += check(root, mutant, catalogue) ? 1 : 0;
        }
        assertThat(damaged).isGreaterThan(MUTANTS / 4);
    }

    /** Whether the mutant has an error. */
    private boolean check(Path root, String mutant, Catalogue catalogue) {
        long start = System.nanoTime();
        Checked<Mappings> loaded = Mappings.load(root, catalogue);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as(mutant).isLessThan(Duration.ofSeconds(5));
        assertThat(loaded.findings()).as(mutant).allSatisfy(finding -> {
            assertThat(finding.place().line()).isPositive();
            assertThat(finding.place().document()).isNotEmpty();
            assertThat(finding.message()).isNotBlank();
        });
        boolean error = Finding.anyError(loaded.findings());
        assertThat(loaded.value().orElseThrow().all())
                .as(mutant + loaded.findings())
                .hasSize(error ? 0 : 1);
        return error;
    }

    private static void copyBeside(Path original, Path place) throws IOException {
        Files.createDirectories(place.getParent());
        Path origin = Objects.requireNonNull(original.getParent());
        try (Stream<Path> beside = Files.walk(origin)) {
            for (Path file : beside.filter(Files::isRegularFile)
                    .filter(found -> !found.startsWith(origin.resolve("samples")))
                    .toList()) {
                Path inside = origin.relativize(file);
                boolean mapping = inside.getNameCount() == 1
                        && file.toString().endsWith(".yaml")
                        && !file.toString().endsWith(".layout.yaml");
                if (!mapping) {
                    Path copy = place.resolveSibling(inside.toString());
                    Files.createDirectories(Objects.requireNonNull(copy.getParent()));
                    Files.copy(file, copy);
                }
            }
        }
    }

    /** A mistake of typing. */
    private enum Edit {
        DELETE_LINE {
            @Override
            String apply(String text, SplittableRandom random) {
                List<String> lines = lines(text);
                lines.remove(random.nextInt(lines.size()));
                return String.join("\n", lines);
            }
        },
        REPEAT_LINE {
            @Override
            String apply(String text, SplittableRandom random) {
                List<String> lines = lines(text);
                lines.add(random.nextInt(lines.size()), lines.get(random.nextInt(lines.size())));
                return String.join("\n", lines);
            }
        },
        MOVE_LINE {
            @Override
            String apply(String text, SplittableRandom random) {
                List<String> lines = lines(text);
                String line = lines.remove(random.nextInt(lines.size()));
                lines.add(random.nextInt(lines.size()), line);
                return String.join("\n", lines);
            }
        },
        INDENT {
            @Override
            String apply(String text, SplittableRandom random) {
                List<String> lines = lines(text);
                int at = random.nextInt(lines.size());
                String line = lines.get(at);
                lines.set(
                        at,
                        random.nextBoolean() ? "  " + line : line.startsWith("  ") ? line.substring(2) : "\t" + line);
                return String.join("\n", lines);
            }
        },
        MISSPELL {
            @Override
            String apply(String text, SplittableRandom random) {
                return word(text, random, word -> {
                    int at = random.nextInt(word.length());
                    return word.substring(0, at) + (random.nextBoolean() ? "" : "x") + word.substring(at + 1);
                });
            }
        },
        SWAP_WORDS {
            @Override
            String apply(String text, SplittableRandom random) {
                List<String> words = Pattern.compile("[A-Za-z_]\\w*")
                        .matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .toList();
                return word(text, random, word -> words.get(random.nextInt(words.size())));
            }
        },
        STRAY_CHARACTER {
            @Override
            String apply(String text, SplittableRandom random) {
                String strays = "{}[]:,'\"“”‘’\t|>&*!%@`#?=-~\\$().0é中\u00a0\u200b";
                int at = random.nextInt(text.length());
                String stray = String.valueOf(strays.charAt(random.nextInt(strays.length())));
                return text.substring(0, at) + stray + text.substring(at + (random.nextBoolean() ? 1 : 0));
            }
        },
        DROP_QUOTES {
            @Override
            String apply(String text, SplittableRandom random) {
                List<MatchResult> quotes =
                        Pattern.compile("[\"']").matcher(text).results().toList();
                if (quotes.isEmpty()) {
                    return text;
                }
                MatchResult quote = quotes.get(random.nextInt(quotes.size()));
                return text.substring(0, quote.start()) + text.substring(quote.end());
            }
        },
        OTHER_VALUE {
            @Override
            String apply(String text, SplittableRandom random) {
                List<String> values = List.of(
                        "",
                        "~",
                        "null",
                        "[]",
                        "{}",
                        "[a, b]",
                        "{a: b}",
                        "= ",
                        "= 1 div 0",
                        "= $x",
                        "x ??",
                        "x as",
                        "x as y",
                        "\"{\"",
                        "\"{a}{b}\"",
                        "/",
                        ".",
                        "..",
                        "a..b",
                        "a[b=c",
                        "x as date(",
                        "x as text(cut 0)",
                        "= now('x')",
                        "- a",
                        "'",
                        "x as minor()",
                        "= let $a := 1 return",
                        "x as code()",
                        "each",
                        "= (",
                        "= //*",
                        "= ''''");
                return Pattern.compile("(?m)(?<=: )[^\\n{}]*$")
                        .matcher(text)
                        .results()
                        .skip(random.nextInt(20))
                        .findFirst()
                        .map(found -> text.substring(0, found.start())
                                + values.get(random.nextInt(values.size()))
                                + text.substring(found.end()))
                        .orElse(text);
            }
        },
        CUT {
            @Override
            String apply(String text, SplittableRandom random) {
                return text.substring(0, random.nextInt(1, text.length()));
            }
        };

        abstract String apply(String text, SplittableRandom random);

        static Edit any(SplittableRandom random) {
            // A file that ends too early is one mistake among many.
            return values()[random.nextInt(random.nextInt(10) == 0 ? values().length : values().length - 1)];
        }

        private static List<String> lines(String text) {
            return new ArrayList<>(List.of(text.split("\n", -1)));
        }

        private static String word(
                String text, SplittableRandom random, java.util.function.UnaryOperator<String> change) {
            List<MatchResult> words =
                    Pattern.compile("[A-Za-z_]\\w*").matcher(text).results().toList();
            if (words.isEmpty()) {
                return text;
            }
            MatchResult word = words.get(random.nextInt(words.size()));
            return text.substring(0, word.start()) + change.apply(word.group()) + text.substring(word.end());
        }
    }
}
