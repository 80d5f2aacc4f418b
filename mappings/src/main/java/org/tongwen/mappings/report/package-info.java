/** What became of a document's values, as a page for people. The same as JSON is written beside the translation itself. */
@NullMarked
package org.tongwen.mappings.report;

import org.jspecify.annotations.NullMarked;
