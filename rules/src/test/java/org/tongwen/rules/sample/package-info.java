@NullMarked
package org.tongwen.rules.sample;

import org.jspecify.annotations.NullMarked;
