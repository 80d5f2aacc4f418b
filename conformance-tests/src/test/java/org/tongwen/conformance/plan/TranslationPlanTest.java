package org.tongwen.conformance.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tongwen.conformance.play.Judge;
import org.tongwen.conformance.play.ProfileJudge;

/** What the plan {@code translation} says must come is itself right. */
class TranslationPlanTest {

    private final Plan plan = Plans.find("translation").orElseThrow().value().orElseThrow();

    @Test
    void everyIsoMessageOfThePlanIsValid() {
        Judge judge = ProfileJudge.of("", LocalDate.of(2026, 11, 23)).judge();
        List<byte[]> messages = plan.cases().stream()
                .map(TranslationCase.class::cast)
                .flatMap(each -> each.result() instanceof TranslationCase.Exactly exactly
                        ? Stream.of(each.document(), exactly.document())
                        : Stream.of(each.document()))
                .filter(document -> document[0] == '<')
                .toList();

        assertThat(messages).hasSizeGreaterThan(8);
        assertThat(messages)
                .allSatisfy(
                        message -> assertThat(judge.judge(message).verdict()).isEqualTo(Verdict.VALID));
    }

    @Test
    void everyTestedRequirementHasCases() {
        assertThat(plan.requirements())
                .filteredOn(requirement -> requirement.untested().isEmpty())
                .allSatisfy(requirement -> assertThat(plan.casesOf(requirement)).isNotEmpty());
    }
}
