/**
 * Messages that differ from a sound one in a few places: samples that prove rules, and mutants that show whether rules are awake. Changes
 * are written by ISO path, one a line.
 */
@NullMarked
package org.tongwen.rules.sample;

import org.jspecify.annotations.NullMarked;
