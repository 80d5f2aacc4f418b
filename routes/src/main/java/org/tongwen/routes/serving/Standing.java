package org.tongwen.routes.serving;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tongwen.mappings.Mapping;
import org.tongwen.xsd.finding.Finding;

/**
 * How it stands with one mapping file.
 *
 * @param file its path below the folder of mappings; empty for a mapping that came with the program
 * @param mapping what is served of it; empty when no version of it could be served yet
 * @param since since when
 * @param refusal why its present content is not served; empty when it is
 */
public record Standing(String file, Optional<Mapping> mapping, Instant since, Optional<Refusal> refusal) {

    /**
     * A file that the hub did not take.
     *
     * @param since when it was found
     * @param findings why
     */
    public record Refusal(Instant since, List<Finding> findings) {
        /** Copies the findings. */
        public Refusal {
            findings = List.copyOf(findings);
        }
    }
}
