@NullMarked
package org.tongwen.mappings.skeleton;

import org.jspecify.annotations.NullMarked;
