package org.tongwen.mappings.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Leaf;
import org.tongwen.mappings.read.MappingFile;
import org.tongwen.mappings.read.MappingFile.Word;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** What no sample exercises is said once, for each direction that was run. */
class SampleCoverageTest {

    private static final List<Leaf> LEAVES = MappingOfAWallet.leaves();
    private static final Set<Place> ALL = LEAVES.stream().map(Leaf::place).collect(Collectors.toSet());

    @Test
    void whatIsExercisedIsNotNamed() {
        assertThat(untested(Map.of(Direction.TO_ISO, ALL, Direction.FROM_ISO, ALL)))
                .isEmpty();
        assertThat(untested(Map.of())).isEmpty();
    }

    @Test
    void aLeafIsNamedInTheDirectionThatNothingExercised() {
        Leaf uetr = leaf("UETR");
        List<Finding> findings =
                untested(Map.of(Direction.TO_ISO, ALL, Direction.FROM_ISO, without(Set.of(uetr.place()))));
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).id()).isEqualTo("mapping.Untested");
        assertThat(findings.get(0).place()).isEqualTo(uetr.place());
        assertThat(findings.get(0).message()).contains("exercises uetr on the way back", "PmtId/UETR");
    }

    @Test
    void aCaseThatNoSampleTakesIsNamedOnce() {
        Set<Place> inCase = LEAVES.stream()
                .filter(leaf -> leaf.cases().stream().anyMatch(name -> name.endsWith("#P")))
                .map(Leaf::place)
                .collect(Collectors.toSet());
        assertThat(inCase).hasSizeGreaterThan(1);
        assertThat(untested(Map.of(Direction.TO_ISO, without(inCase))))
                .hasSize(1)
                .allSatisfy(finding -> assertThat(finding.message()).contains("exercises the case P towards ISO"));
    }

    @Test
    void whatIsAcceptedIsNotNamedAndAnAcceptanceOfNothingIs() {
        Leaf uetr = leaf("UETR");
        Map<Direction, Set<Place>> exercised = Map.of(Direction.TO_ISO, without(Set.of(uetr.place())));
        Word reason = new Word("no partner sends it", Place.of(7, 3, ""));
        MappingFile accepting = MappingOfAWallet.accepting(Map.of("Untested", Map.of("UETR", reason)));

        assertThat(SampleCoverage.untested(accepting, LEAVES, exercised)).isEmpty();
        assertThat(SampleCoverage.untested(accepting, LEAVES, Map.of(Direction.TO_ISO, ALL)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.id()).isEqualTo("mapping.Unused");
                    assertThat(finding.place()).isEqualTo(reason.place());
                });
    }

    private static List<Finding> untested(Map<Direction, Set<Place>> exercised) {
        return SampleCoverage.untested(MappingOfAWallet.MAPPING.text(), LEAVES, exercised);
    }

    private static Leaf leaf(String element) {
        return LEAVES.stream()
                .filter(leaf -> leaf.isoPath().endsWith("/" + element))
                .findFirst()
                .orElseThrow();
    }

    private static Set<Place> without(Set<Place> places) {
        return ALL.stream().filter(place -> !places.contains(place)).collect(Collectors.toSet());
    }
}
