package org.tongwen.mappings.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Leaf;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** What no sample of a mapping has exercised: a leaf, or a whole case of a choice. */
public final class SampleCoverage {

    private final List<Leaf> leaves;
    private final Direction direction;
    private final Set<Place> exercised;
    private final Set<String> reported = new HashSet<>();

    private SampleCoverage(List<Leaf> leaves, Direction direction, Set<Place> exercised) {
        this.leaves = leaves;
        this.direction = direction;
        this.exercised = exercised;
    }

    /**
     * Warnings for what was not exercised, in the order of the mapping; of a case that no sample takes, the case is named and not each
     * leaf in it.
     *
     * @param leaves the leaves of the mapping
     * @param exercised for each direction that was run, the places in the mapping file of the leaves that wrote or read a value
     */
    public static List<Finding> untested(List<Leaf> leaves, Map<Direction, Set<Place>> exercised) {
        List<Finding> findings = new ArrayList<>();
        for (Direction direction : Direction.values()) {
            if (exercised.containsKey(direction)) {
                Set<Place> places = exercised.getOrDefault(direction, Set.of());
                findings.addAll(new SampleCoverage(leaves, direction, places).findings());
            }
        }
        return findings.stream().sorted().toList();
    }

    private List<Finding> findings() {
        return leaves.stream()
                .filter(leaf -> !exercised.contains(leaf.place()))
                .flatMap(leaf -> finding(leaf).stream())
                .toList();
    }

    private Optional<Finding> finding(Leaf leaf) {
        Optional<String> untaken =
                leaf.cases().stream().filter(name -> !isTaken(name)).findFirst();
        if (untaken.isEmpty()) {
            return Optional.of(warning(leaf, leaf.text()));
        }
        String name = untaken.get().substring(untaken.get().indexOf('#') + 1);
        return reported.add(untaken.get()) ? Optional.of(warning(leaf, "the case " + name)) : Optional.empty();
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
