@NullMarked
package org.tongwen.mappings.dispatch;

import org.jspecify.annotations.NullMarked;
