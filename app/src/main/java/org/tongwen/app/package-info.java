/** The command line of Tongwen. */
@NullMarked
package org.tongwen.app;

import org.jspecify.annotations.NullMarked;
