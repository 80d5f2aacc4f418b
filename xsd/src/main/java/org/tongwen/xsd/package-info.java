/** Definitions of ISO 20022 messages, and messages as trees: reading, validating, writing. See the packages below this one. */
@NullMarked
package org.tongwen.xsd;

import org.jspecify.annotations.NullMarked;
