/** Runs of whole plans: what applies, in which order, within which time. It fails closed: what could not be tried is never a pass. Everything comes together here, and nothing else in the suite depends on it. */
@NullMarked
package org.tongwen.conformance.engine;

import org.jspecify.annotations.NullMarked;
