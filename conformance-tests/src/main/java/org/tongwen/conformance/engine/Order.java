package org.tongwen.conformance.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.tongwen.conformance.participant.LocalParticipant;
import org.tongwen.conformance.participant.ParticipantConfig;
import org.tongwen.conformance.plan.Plan;
import org.tongwen.conformance.play.Judge;
import org.tongwen.conformance.play.ProfileJudge;

/**
 * What is to be run, against whom.
 *
 * @param party who is tested
 * @param tested the participant's own verdict on messages, for one in this process; otherwise it is asked over HTTP
 * @param judge the suite's own verdict on messages
 * @param asOf the day whose rules are applied, and on which a virtual clock begins
 * @param out the folder for evidence and keys
 * @param limit the longest time for the whole run, in real time; empty for what the configuration says
 * @param engine version of the suite
 */
public record Order(
        Plan plan,
        Party party,
        Optional<Judge> tested,
        ProfileJudge judge,
        LocalDate asOf,
        Selection selection,
        Path out,
        Optional<Duration> limit,
        String engine) {

    /** Who is tested. */
    public sealed interface Party {}

    /** Somebody who runs already. */
    public record Configured(ParticipantConfig config) implements Party {}

    /** Somebody who is started for the run. */
    public record Started(LocalParticipant participant) implements Party {}

    /** An order for a whole plan. */
    public static Order of(Plan plan, Party party, LocalDate asOf, Path out, String engine) {
        return new Order(
                plan,
                party,
                Optional.empty(),
                ProfileJudge.of(plan.profile(), asOf),
                asOf,
                Selection.ALL,
                out,
                Optional.empty(),
                engine);
    }

    /** The same for a part of the plan. */
    public Order only(Selection part) {
        return new Order(plan, party, tested, judge, asOf, part, out, limit, engine);
    }

    /** The same into another folder. */
    public Order into(Path folder) {
        return new Order(plan, party, tested, judge, asOf, selection, folder, limit, engine);
    }

    /** The same for a participant that judges messages in this process. */
    public Order judging(Judge own) {
        return new Order(plan, party, Optional.of(own), judge, asOf, selection, out, limit, engine);
    }

    /** The same within another time. */
    public Order within(Duration time) {
        return new Order(plan, party, tested, judge, asOf, selection, out, Optional.of(time), engine);
    }
}
