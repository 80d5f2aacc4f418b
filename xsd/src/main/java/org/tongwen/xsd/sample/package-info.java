/**
 * Makes messages from definitions: valid ones, small, complete or drawn at random, and from each of them mutants that break one thing,
 * and equivalents that are written differently and mean the same. Tests and certification judge with them.
 */
@NullMarked
package org.tongwen.xsd.sample;

import org.jspecify.annotations.NullMarked;
