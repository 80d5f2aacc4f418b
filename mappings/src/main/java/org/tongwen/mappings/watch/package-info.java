/**
 * Notices that files change, by looking. A running hub and authors' tools use it.
 */
@NullMarked
package org.tongwen.mappings.watch;

import org.jspecify.annotations.NullMarked;
