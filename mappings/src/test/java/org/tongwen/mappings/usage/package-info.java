@NullMarked
package org.tongwen.mappings.usage;

import org.jspecify.annotations.NullMarked;
