/** Tests of the formats, each through the public {@code Format} where that is possible. */
@NullMarked
package org.tongwen.mappings.format;

import org.jspecify.annotations.NullMarked;
