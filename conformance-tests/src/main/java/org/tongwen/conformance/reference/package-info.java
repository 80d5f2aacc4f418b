/**
 * A small correct participant of the profile {@code wallet-interop}, and its broken variants. The suite is tested on them: it must pass
 * the one and fail each of the others at the requirement that the variant breaks. The participant knows nothing of the suite but the
 * wire protocol, and shares no code with the hub.
 */
@NullMarked
package org.tongwen.conformance.reference;

import org.jspecify.annotations.NullMarked;
