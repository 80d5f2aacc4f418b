/**
 * Messages of the standard as the other side of a mapping: a pain.001 that becomes a pacs.008, or one version of a message that becomes
 * another.
 */
@NullMarked
package org.tongwen.mappings.format.iso;

import org.jspecify.annotations.NullMarked;
