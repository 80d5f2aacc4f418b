/** Conversions between a value as the institution writes it and as ISO 20022 wants it. Each class holds both directions. */
@NullMarked
package org.tongwen.mappings.codec;

import org.jspecify.annotations.NullMarked;
