/**
 * Measurements of what Tongwen costs beside other ways to do the same. {@link org.tongwen.benchmarks.Ratios} runs them all and prints
 * ours against each yardstick; a new measure is a method of a benchmark and a line in {@link org.tongwen.benchmarks.Comparison}.
 */
@NullMarked
package org.tongwen.benchmarks;

import org.jspecify.annotations.NullMarked;
