/** Plans: mappings made ready to run, immutable and shared. Each kind of step holds both directions side by side. */
@NullMarked
package org.tongwen.mappings.plan;

import org.jspecify.annotations.NullMarked;
