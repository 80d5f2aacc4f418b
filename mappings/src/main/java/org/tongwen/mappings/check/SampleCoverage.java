package org.tongwen.mappings.check;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Leaf;
import org.tongwen.mappings.read.MappingFile;
import org.tongwen.mappings.read.MappingFile.Word;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** What no sample of a mapping has exercised: a leaf, or a whole case of a choice. */
public final class SampleCoverage {

    /** The only warning of the check that depends on samples: what accepts it is judged here. */
    static final String ID = "Untested";

    private final List<Leaf> leaves;
    private final Direction direction;
    private final Set<Place> exercised;
    private final Report report;
    private final Set<String> reported = new HashSet<>();

    private SampleCoverage(List<Leaf> leaves, Direction direction, Set<Place> exercised, Report report) {
        this.leaves = leaves;
        this.direction = direction;
        this.exercised = exercised;
        this.report = report;
    }

    /**
     * Warnings for what was not exercised and is not accepted, in the order of the mapping; of a case that no sample takes, the case is
     * named and not each leaf in it.
     *
     * @param file the mapping
     * @param leaves its leaves
     * @param exercised for each direction that was run, the places in the mapping file of the leaves that wrote or read a value
     */
    public static List<Finding> untested(MappingFile file, List<Leaf> leaves, Map<Direction, Set<Place>> exercised) {
        Map<String, Word> accepted = file.checking().accepted().getOrDefault(ID, Map.of());
        Report report = new Report(List.of(), Map.of(ID, accepted));
        for (Direction direction : Direction.values()) {
            if (exercised.containsKey(direction)) {
                Set<Place> places = exercised.getOrDefault(direction, Set.of());
                new SampleCoverage(leaves, direction, places, report).check();
            }
        }
        report.end();
        return report.findings().stream().sorted().toList();
    }

    private void check() {
        leaves.stream().filter(leaf -> !exercised.contains(leaf.place())).forEach(this::untested);
    }

    private void untested(Leaf leaf) {
        Optional<String> untaken =
                leaf.cases().stream().filter(name -> !isTaken(name)).findFirst();
        if (untaken.isEmpty()) {
            report.add(warning(leaf, leaf.text()), leaf.isoPath());
            return;
        }
        String name = untaken.get().substring(untaken.get().indexOf('#') + 1);
        if (reported.add(untaken.get())) {
            report.add(warning(leaf, "the case " + name), leaf.isoPath());
        }
    }

    private boolean isTaken(String caseName) {
        return leaves.stream().anyMatch(leaf -> leaf.cases().contains(caseName) && exercised.contains(leaf.place()));
    }

    private Finding warning(Leaf leaf, String what) {
        String way = direction == Direction.TO_ISO ? "towards ISO" : "on the way back";
        return MappingFinding.UNTESTED.at(
                leaf.place(), "no sample exercises " + what + " " + way + " (" + leaf.isoPath() + ")");
    }
}
