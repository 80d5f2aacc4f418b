@NullMarked
package org.tongwen.mappings.format.iso;

import org.jspecify.annotations.NullMarked;
