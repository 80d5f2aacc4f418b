/**
 * Certification: plans of requirements and cases, and the runner that holds a participant against them. It shares no code with the
 * mappings and the hub, because who certifies must not be what is certified. A plan is a folder of data; {@link
 * org.tongwen.conformance.PlanReader} reads it, {@link org.tongwen.conformance.PlanRunner} runs it.
 */
@NullMarked
package org.tongwen.conformance;

import org.jspecify.annotations.NullMarked;
