@NullMarked
package org.tongwen.mappings.format.fixed;

import org.jspecify.annotations.NullMarked;
