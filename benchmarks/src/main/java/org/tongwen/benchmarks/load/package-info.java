/** Load on a running hub over HTTP: how much it takes, how soon it answers, and beside what. */
@NullMarked
package org.tongwen.benchmarks.load;

import org.jspecify.annotations.NullMarked;
