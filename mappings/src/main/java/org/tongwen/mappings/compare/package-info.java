/** Two mappings compared by meaning: what a reader of their messages or documents would notice, not how the files are written. */
@NullMarked
package org.tongwen.mappings.compare;

import org.jspecify.annotations.NullMarked;
