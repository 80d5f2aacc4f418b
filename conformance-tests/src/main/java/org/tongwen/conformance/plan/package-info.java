/** What a participant is certified for: plans of requirements and cases, read from folders of data. A plan with any mistake is none. It runs nothing. */
@NullMarked
package org.tongwen.conformance.plan;

import org.jspecify.annotations.NullMarked;
