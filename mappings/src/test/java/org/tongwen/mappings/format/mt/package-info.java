@NullMarked
package org.tongwen.mappings.format.mt;

import org.jspecify.annotations.NullMarked;
