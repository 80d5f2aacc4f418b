package org.tongwen.mappings.sample;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongwen.mappings.Authored;
import org.tongwen.mappings.Mapping;
import org.tongwen.mappings.Mappings;
import org.tongwen.mappings.watch.FileStates;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.load.Catalogue;

/**
 * A mapping file that was read, checked, and tried on its samples.
 *
 * @param document the file's path as findings name it
 * @param mapping what the check says
 * @param samples what came of each case; none when the check found an error
 * @param findings what the check found, and what the samples leave open: warnings for leaves that no sample exercises
 */
public record Trial(String document, Checked<Authored> mapping, List<SampleResult> samples, List<Finding> findings) {

    /** Copies the lists. */
    public Trial {
        samples = List.copyOf(samples);
        findings = List.copyOf(findings);
    }

    /** Reads, checks and tries one file below the root that mappings stand in. */
    public static Trial of(Path root, Path file, Catalogue catalogue) {
        return of(root, file, Mappings.author(root, file, catalogue), false);
    }

    /**
     * Tries a mapping that was read and checked.
     *
     * @param update whether to write what comes out into the files of the cases
     */
    public static Trial of(Path root, Path file, Checked<? extends Authored> read, boolean update) {
        Checked<Authored> mapping = read.map(known -> known);
        Samples samples = new Samples(root);
        List<Finding> findings = new ArrayList<>(mapping.findings());
        mapping.value().ifPresent(known -> findings.addAll(samples.findings(known)));
        List<SampleResult> results = mapping.ok()
                ? mapping.value().map(known -> samples.run(known, update)).orElse(List.of())
                : List.of();
        // What fails may have exercised more if it had not; and its own findings must not drown.
        if (results.stream().allMatch(SampleResult::passed)) {
            mapping.value().ifPresent(known -> findings.addAll(samples.open(known, results)));
        }
        return new Trial(root.relativize(file).toString(), mapping, results, findings);
    }

    /** Whether neither a file that the mapping uses nor one of its samples differs between two times: then it need not be tried again. */
    public boolean holds(FileStates then, FileStates now) {
        if (mapping.value().isEmpty()) {
            return false;
        }
        Authored known = mapping.value().get();
        Path folder = Sample.folder(known.file(), known.name());
        return then.agrees(now, file -> known.used().contains(file) || file.startsWith(folder));
    }

    /** Its name, when the file is sound enough to tell. */
    public Optional<String> name() {
        return mapping.value().map(known -> known.name());
    }

    /** Whether it may be served: no error, and every sample passed. */
    public boolean ok() {
        return mapping.ok() && samples.stream().allMatch(SampleResult::passed);
    }

    /** The mapping, if it may be served. */
    public Optional<Mapping> ready() {
        return ok() ? mapping.value().map(Authored::ready) : Optional.empty();
    }

    /** All that there is to say, what is wrong with samples included. */
    public List<Finding> all() {
        List<Finding> all = new ArrayList<>(findings);
        samples.forEach(result -> result.problems().forEach(problem -> all.add(problem.finding())));
        return all;
    }
}
