package org.tongwen.rules;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongwen.rules.pack.Edition;
import org.tongwen.rules.pack.Judgement;
import org.tongwen.rules.pack.RuleOutcome;
import org.tongwen.rules.pack.RuleVerdict;

/**
 * A judgement with what it was asked for, so that whoever reads it can repeat it.
 *
 * @param profile the name of the profile
 * @param asOf the day whose rules counted
 * @param judgement what came of it
 */
public record Profiled(String profile, LocalDate asOf, Judgement judgement) {

    /** One line of numbers, and one for each pack with its release and digest. */
    public String text() {
        String counts = Stream.of(RuleOutcome.values())
                .map(outcome -> judgement.count(outcome) + " " + outcome.word())
                .collect(Collectors.joining(", "));
        String packs = judgement.editions().stream().map(Profiled::text).collect(Collectors.joining());
        return "  rules of " + profile + " as of " + asOf + ": " + counts + "\n" + packs;
    }

    private static String text(Edition edition) {
        return "  pack " + edition.pack() + " " + edition.release() + " sha256:" + edition.digest() + "\n";
    }

    /** Writes {@code profile}, {@code asOf}, {@code packs} and the verdict on each rule as fields of a JSON object. */
    public void fields(JsonGenerator json) throws IOException {
        json.writeStringField("profile", profile);
        json.writeStringField("asOf", asOf.toString());
        json.writeArrayFieldStart("packs");
        for (Edition edition : judgement.editions()) {
            json.writeStartObject();
            json.writeStringField("pack", edition.pack());
            json.writeStringField("release", edition.release());
            json.writeStringField("sha256", edition.digest());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("rules");
        for (RuleVerdict verdict : judgement.verdicts()) {
            rule(verdict, json);
        }
        json.writeEndArray();
    }

    private static void rule(RuleVerdict verdict, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", verdict.rule().id());
        json.writeStringField("outcome", verdict.outcome().name());
        if (!verdict.reason().isEmpty()) {
            json.writeStringField("reason", verdict.reason());
        }
        json.writeEndObject();
    }

    /** The verdicts that are neither passed nor beside the point, worst first. */
    public List<RuleVerdict> remarkable() {
        return judgement.verdicts().stream()
                .filter(verdict -> verdict.outcome() != RuleOutcome.PASS)
                .filter(verdict -> verdict.outcome() != RuleOutcome.NOT_APPLICABLE)
                .sorted(Comparator.comparing((RuleVerdict verdict) -> verdict.outcome() == RuleOutcome.NOT_RUN))
                .toList();
    }
}
