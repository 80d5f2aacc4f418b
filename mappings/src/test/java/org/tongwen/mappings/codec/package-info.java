@NullMarked
package org.tongwen.mappings.codec;

import org.jspecify.annotations.NullMarked;
