/** Everything that was sent and received, as a chain of hashes. Nobody can change, drop or add an exchange later without breaking the chain. What it means is decided elsewhere. */
@NullMarked
package org.tongwen.conformance.evidence;

import org.jspecify.annotations.NullMarked;
