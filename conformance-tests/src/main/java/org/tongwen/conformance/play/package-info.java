/** The playing of one case against a participant, step by step. Whatever the participant does is recorded as a result; only a fault of the suite itself is an error. Which cases are played is decided elsewhere. */
@NullMarked
package org.tongwen.conformance.play;

import org.jspecify.annotations.NullMarked;
