/** Where mappings use a word: an ISO path, a source path, a code, a code table, a codec, a given value. */
@NullMarked
package org.tongwen.mappings.usage;

import org.jspecify.annotations.NullMarked;
