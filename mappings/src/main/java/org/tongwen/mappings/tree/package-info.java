/** The institution's document as a tree, whatever its format: what mapping plans read and build. */
@NullMarked
package org.tongwen.mappings.tree;

import org.jspecify.annotations.NullMarked;
