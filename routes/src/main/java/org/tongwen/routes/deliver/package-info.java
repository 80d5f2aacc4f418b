/**
 * Brings messages to their receivers: takes due deliveries from the journal, hands each to the route {@code direct:deliver}, and writes down what
 * became of it. A delivery is tried again until its receiver has taken it, refuses it for good, or the time is over; each attempt carries the same
 * idempotency key, so that a receiver can tell a repeat.
 */
@NullMarked
package org.tongwen.routes.deliver;

import org.jspecify.annotations.NullMarked;
