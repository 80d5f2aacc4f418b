@NullMarked
package org.tongwen.mappings.watch;

import org.jspecify.annotations.NullMarked;
