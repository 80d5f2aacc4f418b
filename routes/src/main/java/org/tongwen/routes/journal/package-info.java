/**
 * What the hub remembers: every message with its original bytes, each step of its way, what is still to be delivered, and what it refers to. One
 * transaction makes an {@link org.tongwen.routes.journal.Entry} durable. All SQL stands here.
 */
@NullMarked
package org.tongwen.routes.journal;

import org.jspecify.annotations.NullMarked;
