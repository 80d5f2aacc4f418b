@NullMarked
package org.tongwen.mappings.sheet;

import org.jspecify.annotations.NullMarked;
