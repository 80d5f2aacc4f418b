@NullMarked
package org.tongwen.rules.condition;

import org.jspecify.annotations.NullMarked;
