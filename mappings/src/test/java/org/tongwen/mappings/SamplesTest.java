package org.tongwen.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tongwen.mappings.sample.SampleResult;
import org.tongwen.mappings.sample.Samples;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.FindingText;
import org.tongwen.xsd.load.Catalogue;

/** Runs every sample of every built-in mapping. {@code -Dtongwen.update=true} writes what came out, for review in the difference. */
class SamplesTest {

    private static final Path FOLDER = Path.of("institutions");
    private static final boolean UPDATE = Boolean.getBoolean("tongwen.update");

    private final Samples samples = new Samples(FOLDER);

    @TestFactory
    Stream<DynamicTest> everySampleHoldsInBothDirections() {
        List<AuthoredMapping> mappings = mappings();
        assertThat(FindingText.lines(samples.strangers(mappings))).isEmpty();
        return Stream.concat(mappings.stream(), BuiltIn.dispatches().stream())
                .flatMap(mapping -> samples.run(mapping, UPDATE).stream())
                .map(result -> dynamicTest(
                        result.sample().mapping() + "/" + result.sample().name(),
                        () -> assertThat(shown(result)).isEmpty()));
    }

    private List<AuthoredMapping> mappings() {
        return Mappings.files(FOLDER).stream()
                .map(file -> Mappings.author(FOLDER, file, Catalogue.builtIn()))
                .map(this::sound)
                .toList();
    }

    private AuthoredMapping sound(Checked<AuthoredMapping> read) {
        assertThat(FindingText.lines(read.findings())).isEmpty();
        AuthoredMapping mapping = read.value().orElseThrow();
        assertThat(FindingText.lines(samples.findings(mapping))).isEmpty();
        return mapping;
    }

    private static String shown(SampleResult result) {
        return result.problems().stream()
                .map(problem -> FindingText.line(problem.finding()) + "\n" + problem.detail())
                .collect(Collectors.joining("\n"));
    }

    /** Or the test above would pass because it found nothing. */
    @TestFactory
    Stream<DynamicTest> everyMappingHasSamples() {
        List<AuthoredMapping> mappings = mappings();
        assertThat(mappings).hasSizeGreaterThanOrEqualTo(3);
        return Stream.concat(mappings.stream(), BuiltIn.dispatches().stream())
                .map(mapping -> dynamicTest(
                        mapping.name(),
                        () -> assertThat(samples.run(mapping, false)).isNotEmpty()));
    }
}
