/**
 * A mapping file line by line, as tools for authors look at it: each rule with its ISO path, its conditions and its notes. It follows
 * the file and not the plan, so it also shows what has mistakes.
 */
@NullMarked
package org.tongwen.mappings.line;

import org.jspecify.annotations.NullMarked;
