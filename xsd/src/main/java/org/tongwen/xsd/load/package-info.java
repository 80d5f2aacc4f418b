/**
 * Reads message definitions from XML Schema files: the built-in catalogue, whose types are shared by all messages, and a user's own
 * self-contained schemas.
 */
@NullMarked
package org.tongwen.xsd.load;

import org.jspecify.annotations.NullMarked;
