@NullMarked
package org.tongwen.mappings.compare;

import org.jspecify.annotations.NullMarked;
