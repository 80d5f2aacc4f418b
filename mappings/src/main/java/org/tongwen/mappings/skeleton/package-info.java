/** The begin of a mapping: what samples show of an institution's format, and a file with all that the message demands. */
@NullMarked
package org.tongwen.mappings.skeleton;

import org.jspecify.annotations.NullMarked;
