@NullMarked
package org.tongwen.mappings.tree;

import org.jspecify.annotations.NullMarked;
