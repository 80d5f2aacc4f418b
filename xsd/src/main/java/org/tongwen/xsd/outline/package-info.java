/**
 * Definitions for people to read: what a value may be in a few words, and a message's tree of elements as text or JSON. Nothing here is
 * used to check messages.
 */
@NullMarked
package org.tongwen.xsd.outline;

import org.jspecify.annotations.NullMarked;
