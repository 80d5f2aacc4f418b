@NullMarked
package org.tongwen.rules.pack;

import org.jspecify.annotations.NullMarked;
