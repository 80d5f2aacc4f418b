package org.tongwen.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tongwen.rules.MessageValidator;
import org.tongwen.rules.ProfileValidator;
import org.tongwen.rules.pack.Judgement;
import org.tongwen.rules.pack.RuleOutcome;
import org.tongwen.rules.pack.RulePacks;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.Limits;

/** The institutions' own messages, judged by every pack: each rule can be asked of each of them, and tells its place. */
class InstitutionsUnderRulesTest {

    private static final Path INSTITUTIONS = Path.of("institutions");

    @Test
    void everyRuleCanBeAskedOfEverySample() throws IOException {
        List<Path> messages;
        try (Stream<Path> files = Files.walk(INSTITUTIONS)) {
            messages = files.filter(file -> file.endsWith("iso.xml")).sorted().toList();
        }
        assertThat(messages).hasSizeGreaterThan(200);
        MessageValidator definitions = new MessageValidator(Catalogue.builtIn(), Limits.DEFAULT);
        for (String profile : RulePacks.profiles()) {
            ProfileValidator rules = new ProfileValidator(definitions, profile, LocalDate.of(2026, 11, 21));
            for (Path message : messages) {
                rules.validate(Files.readAllBytes(message))
                        .rules()
                        .ifPresent(judged -> isWhole(judged.judgement(), profile + " " + message));
            }
        }
    }

    private static void isWhole(Judgement judgement, String what) {
        assertThat(judgement.isComplete()).as(what).isTrue();
        assertThat(judgement.verdicts())
                .as(what)
                .filteredOn(verdict -> verdict.outcome() == RuleOutcome.FAIL)
                .flatMap(verdict -> verdict.breaches())
                .allSatisfy(breach -> assertThat(breach.at().place().path()).startsWith("/"));
    }
}
