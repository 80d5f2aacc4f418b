/**
 * What the standard demands beyond the schema of a message, and the one way to judge a message: read, validated against its definition,
 * checked by rules.
 */
@NullMarked
package org.tongwen.rules;

import org.jspecify.annotations.NullMarked;
