package org.tongwen.mappings.sample;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tongwen.mappings.Authored;
import org.tongwen.mappings.AuthoredMapping;
import org.tongwen.mappings.Mappings;
import org.tongwen.mappings.check.SampleCoverage;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/**
 * Runs the samples of a mapping. Time stands still at 2026-11-21 02:30 UTC and every {@code uuid()} is the same, so that what comes out
 * can be compared.
 *
 * @param root the folder that mappings stand in; places name files relative to it
 */
public record Samples(Path root) {

    /**
     * Runs every case of a mapping, which must be free of errors.
     *
     * @param update whether to write what comes out into the files of the cases, for review, instead of comparing
     */
    public List<SampleResult> run(Authored mapping, boolean update) {
        return Sample.of(mapping).stream()
                .map(sample -> SampleRun.run(sample, mapping, relative(sample.folder()), update))
                .toList();
    }

    /** A warning when a mapping has no samples. */
    public List<Finding> findings(Authored mapping) {
        Path folder = Sample.folder(mapping.file(), mapping.name());
        return Sample.of(mapping).isEmpty()
                ? List.of(Finding.warning(
                                "sample.None",
                                new Place(relative(mapping.file()), 1, 1, ""),
                                "the mapping has no samples")
                        .hint("samples stand in " + relative(folder) + "/<case>/"))
                : List.of();
    }

    /**
     * What the samples leave open: leaves that none of them exercises, as warnings, and as a note that none of them begins with the
     * message of a third party. Nothing when there are no samples at all; and nothing for a dispatch, whose mappings have samples of their own.
     *
     * @param results what came of all cases of the mapping
     */
    public List<Finding> open(Authored any, List<SampleResult> results) {
        if (results.isEmpty() || !(any instanceof AuthoredMapping mapping)) {
            return List.of();
        }
        Map<Direction, Set<Place>> exercised = new EnumMap<>(Direction.class);
        results.forEach(result -> result.exercised()
                .forEach((direction, places) -> exercised
                        .computeIfAbsent(direction, key -> new HashSet<>())
                        .addAll(places)));
        List<Finding> findings = new ArrayList<>(
                SampleCoverage.untested(mapping.text(), mapping.plan().leaves(), exercised));
        if (results.stream().noneMatch(result -> result.terms().isOfThirdParty())) {
            findings.add(Finding.note(
                            "sample.OwnOnly",
                            new Place(relative(mapping.file()), 1, 1, ""),
                            "no sample begins with a message that somebody else wrote")
                    .hint("such a case says start: iso and origin: in its " + Terms.FILE));
        }
        return findings;
    }

    /**
     * Errors for folders of samples that belong to no mapping: perhaps their name is mistyped.
     *
     * @param mappings all mappings below the root
     */
    public List<Finding> strangers(List<? extends Authored> mappings) {
        List<Path> known = Stream.concat(
                        mappings.stream().map(mapping -> Sample.folder(mapping.file(), mapping.name())),
                        Mappings.dispatches(root).stream()
                                .flatMap(file ->
                                        Mappings.dispatchName(file).map(name -> Sample.folder(file, name)).stream()))
                .toList();
        List<Finding> findings = new ArrayList<>();
        Mappings.files(root).stream()
                .map(file -> file.resolveSibling("samples"))
                .distinct()
                .flatMap(samples -> Sample.entries(samples).stream())
                .filter(folder -> !known.contains(folder))
                .forEach(folder -> findings.add(Finding.error(
                        "sample.UnknownMapping",
                        new Place(relative(folder), 0, 0, ""),
                        "no mapping beside this folder of samples has this name")));
        return findings;
    }

    private String relative(Path file) {
        return root.relativize(file).toString();
    }
}
