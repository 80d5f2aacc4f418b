@NullMarked
package org.tongwen.mappings.check;

import org.jspecify.annotations.NullMarked;
