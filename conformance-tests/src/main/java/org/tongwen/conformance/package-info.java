/**
 * Certification. A plan says what is demanded, the engine plays every other party against a participant, and what came of it is written
 * down with its evidence. It shares no code with the mappings and the hub, because who certifies must not be what is certified.
 */
@NullMarked
package org.tongwen.conformance;

import org.jspecify.annotations.NullMarked;
