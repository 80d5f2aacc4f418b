/** Formats of institutions: each turns bytes into a {@link org.tongwen.mappings.tree.Tree} and back. */
@NullMarked
package org.tongwen.mappings.format;

import org.jspecify.annotations.NullMarked;
