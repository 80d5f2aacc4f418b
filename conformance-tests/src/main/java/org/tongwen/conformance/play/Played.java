package org.tongwen.conformance.play;

import java.util.List;
import java.util.Map;
import org.tongwen.conformance.run.CaseResult;
import org.tongwen.conformance.run.StepResult;

/**
 * What came of a conversation.
 *
 * @param own what came of the case
 * @param others what the messages in it say of requirements that hold in every case, by requirement
 * @param answered whether the participant answered anything at all
 */
public record Played(CaseResult own, Map<String, List<StepResult>> others, boolean answered) {

    /** Copies the map. */
    public Played {
        others = Map.copyOf(others);
    }
}
