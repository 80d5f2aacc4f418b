package org.tongwen.routes.step;

import java.util.List;
import org.tongwen.mappings.Mapping;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Translation;
import org.tongwen.rules.pack.Edition;

/**
 * One translation and which mapping made it.
 *
 * @param mapping the mapping that was asked
 * @param direction which way it went
 * @param translation what came of it
 * @param rules the packs whose rules the message had to keep to; none when no scheme's rules count
 */
public record Report(Mapping mapping, Direction direction, Translation translation, List<Edition> rules) {

    /** Copies the packs. */
    public Report {
        rules = List.copyOf(rules);
    }

    /** The name of the mapping that did the work: the one that was asked, or the one that it picked. */
    public String by() {
        return translation.by().isEmpty() ? mapping.name() : translation.by();
    }
}
