package org.tongwen.routes.screen;

import java.util.List;
import org.tongwen.xsd.finding.Finding;

/** What screening says of a message. */
public sealed interface Judgement {

    /** What there is to say. */
    List<Finding> findings();

    /**
     * Nothing stands against its release.
     *
     * @param findings warnings
     * @param counted what it was counted as; to be taken back when the message is not released after all
     */
    record Clear(List<Finding> findings, Counted counted) implements Judgement {

        /** Copies the findings. */
        public Clear {
            findings = List.copyOf(findings);
        }
    }

    /**
     * It is to be held.
     *
     * @param findings why
     */
    record Hit(List<Finding> findings) implements Judgement {

        /** Copies the findings. */
        public Hit {
            findings = List.copyOf(findings);
        }
    }

    /**
     * It could not be screened, and is to be held for that.
     *
     * @param findings why
     */
    record Unavailable(List<Finding> findings) implements Judgement {

        /** Copies the findings. */
        public Unavailable {
            findings = List.copyOf(findings);
        }
    }
}
