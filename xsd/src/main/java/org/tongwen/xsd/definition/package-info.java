/**
 * What a message is: declarations, types and content models, immutable and shared by all messages that use them. The trees of
 * {@link org.tongwen.xsd.message} point back to the declarations made here.
 */
@NullMarked
package org.tongwen.xsd.definition;

import org.jspecify.annotations.NullMarked;
