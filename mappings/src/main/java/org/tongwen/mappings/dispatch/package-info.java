/**
 * Dispatch: which of an institution's mappings translates a document, by its type and by what stands in it. A dispatch file is read, checked
 * against the mappings that it names, and then picks by its first line that fits.
 */
@NullMarked
package org.tongwen.mappings.dispatch;

import org.jspecify.annotations.NullMarked;
