/**
 * SWIFT MT messages as trees. A layout file says which fields a message type has and how each is written; one reader and one writer serve
 * all layouts. Reading loses nothing: what has no place in the tree is a finding.
 */
@NullMarked
package org.tongwen.mappings.format.mt;

import org.jspecify.annotations.NullMarked;
