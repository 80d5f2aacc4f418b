/**
 * Pages for people: the one way to write HTML, and on it what became of a document's values. The same as JSON is written beside the
 * translation itself.
 */
@NullMarked
package org.tongwen.mappings.report;

import org.jspecify.annotations.NullMarked;
