package org.tongwen.routes.step;

import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Translation;

/**
 * One translation and which mapping made it.
 *
 * @param translator the mapping
 * @param direction which way it went
 * @param translation what came of it
 */
public record Report(Translator translator, Direction direction, Translation translation) {}
