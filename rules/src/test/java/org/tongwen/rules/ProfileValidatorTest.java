package org.tongwen.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tongwen.rules.pack.RuleOutcome;
import org.tongwen.rules.pack.RulePacks;
import org.tongwen.rules.pack.RuleVerdict;
import org.tongwen.rules.pack.Rulebook;
import org.tongwen.rules.sample.PackSamples;
import org.tongwen.rules.sample.SampleMessage;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Limits;
import org.tongwen.xsd.sample.Samples;

class ProfileValidatorTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final MessageValidator DEFINITIONS = new MessageValidator(Catalogue.builtIn(), Limits.DEFAULT);

    private static SampleMessage sound() {
        return Optional.ofNullable(new PackSamples(RulePacks.load(RulePacks.ISO), Catalogue.builtIn())
                        .bases()
                        .get("pacs.008.001.08"))
                .orElseThrow()
                .copy();
    }

    private static Map<String, RuleOutcome> outcomes(ProfileValidator.Result result) {
        return result.rules().orElseThrow().judgement().verdicts().stream()
                .collect(Collectors.toMap(verdict -> verdict.rule().name(), RuleVerdict::outcome));
    }

    @Test
    void aLongMessageIsJudgedPartByPart() {
        String three =
                "+CdtTrfTxInf\n+CdtTrfTxInf\nGrpHdr/NbOfTxs=3\nCdtTrfTxInf[2]/ChrgBr=CRED\n-CdtTrfTxInf[3]/IntrBkSttlmDt";
        byte[] xml = sound().change(three).xml();
        ProfileValidator whole = new ProfileValidator(DEFINITIONS, "iso", DAY);
        ProfileValidator partwise = new ProfileValidator(DEFINITIONS, Rulebook.of("iso", DAY), "iso", DAY, 100);

        Map<String, RuleOutcome> known = outcomes(whole.validate(new ByteArrayInputStream(xml)));
        Map<String, RuleOutcome> found = outcomes(partwise.validate(new ByteArrayInputStream(xml)));

        assertThat(known).containsEntry("ISO-22", RuleOutcome.FAIL).containsEntry("ISO-06", RuleOutcome.FAIL);
        assertThat(found.keySet()).isEqualTo(known.keySet());
        assertThat(found)
                .allSatisfy((rule, outcome) -> assertThat(outcome).as(rule).isIn(known.get(rule), RuleOutcome.NOT_RUN));
        assertThat(found)
                .containsEntry("ISO-22", RuleOutcome.FAIL)
                .containsEntry("ISO-06", RuleOutcome.FAIL)
                .containsEntry("ISO-01", RuleOutcome.PASS);
        assertThat(partwise.validate(new ByteArrayInputStream(xml)).message().findings())
                .anySatisfy(finding -> assertThat(finding.place().path()).contains("CdtTrfTxInf[2]"));
    }

    @Test
    void aMessageThatBreaksOffHasNoJudgement() {
        byte[] xml = new String(sound().xml(), StandardCharsets.UTF_8)
                .replace("</CdtTrfTxInf>", "")
                .getBytes(StandardCharsets.UTF_8);

        ProfileValidator.Result result = new ProfileValidator(DEFINITIONS, "iso", DAY).validate(xml);

        assertThat(result.rules()).isEmpty();
        assertThat(result.message().ok()).isFalse();
    }

    @Test
    void noRuleFailsToRunOnAnythingThatADefinitionAllows() {
        Random random = new Random(20261122);
        for (String id : List.of(
                "pacs.008.001.08",
                "pacs.009.001.08",
                "pacs.004.001.09",
                "pacs.002.001.10",
                "pain.001.001.09",
                "camt.056.001.08",
                "camt.029.001.09",
                "pain.013.001.07",
                "acmt.024.001.03")) {
            Samples samples = new Samples(Catalogue.builtIn().find(id).orElseThrow());
            for (int i = 0; i < 20; i++) {
                BusinessMessage message = BusinessMessage.of(samples.random(random));
                RulePacks.profiles()
                        .forEach(profile -> assertThat(Rulebook.of(profile, DAY)
                                        .judge(message, List.of())
                                        .verdicts())
                                .as(profile + " " + id)
                                .noneMatch(verdict -> verdict.outcome() == RuleOutcome.ERROR));
            }
        }
    }

    @Test
    void everyDayHasARelease() {
        assertThat(RulePacks.profiles())
                .allSatisfy(profile -> assertThat(List.of(LocalDate.of(2000, 1, 1), DAY, LocalDate.of(2100, 1, 1)))
                        .allSatisfy(day ->
                                assertThat(Rulebook.of(profile, day).editions()).isNotEmpty()));
        assertThatThrownBy(() -> new ProfileValidator(DEFINITIONS, "no-such-pack", DAY))
                .isInstanceOf(IllegalStateException.class);
    }
}
