package org.tongwen.routes.step;

import org.tongwen.mappings.Mapping;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Translation;

/**
 * One translation and which mapping made it.
 *
 * @param mapping the mapping
 * @param direction which way it went
 * @param translation what came of it
 */
public record Report(Mapping mapping, Direction direction, Translation translation) {}
