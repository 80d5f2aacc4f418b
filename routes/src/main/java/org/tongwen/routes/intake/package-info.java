/**
 * The way of a message into the hub. What is known of it grows step by step in memory, in an {@link org.tongwen.routes.intake.Intake}; at the end
 * the journal gets all of it in one entry, and only then is anybody answered.
 */
@NullMarked
package org.tongwen.routes.intake;

import org.jspecify.annotations.NullMarked;
