/**
 * What changed between two definitions of a message: two versions, or the standard and a usage guideline that restricts it. Types are
 * compared where they stand in the tree, so their names do not matter; a type that is used at many places is compared once.
 */
@NullMarked
package org.tongwen.xsd.diff;

import org.jspecify.annotations.NullMarked;
