/**
 * Conversations as plans write them: what is sent, what must come, what must not. A conversation is data; it is read and checked whole
 * against the message definitions, and played elsewhere.
 */
@NullMarked
package org.tongwen.conformance.conversation;

import org.jspecify.annotations.NullMarked;
