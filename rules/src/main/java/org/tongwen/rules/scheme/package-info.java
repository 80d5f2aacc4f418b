/**
 * What schemes and usage guidelines allow of a message, as far as it can be said of elements alone: forbidden here, needed there. The data
 * stand in {@code rules/packs/<scheme>/elements.yaml}.
 */
@NullMarked
package org.tongwen.rules.scheme;

import org.jspecify.annotations.NullMarked;
