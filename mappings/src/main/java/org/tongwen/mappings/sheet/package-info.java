/** A mapping for people who do not read YAML: the analyst's sheet, and the auditor's page. */
@NullMarked
package org.tongwen.mappings.sheet;

import org.jspecify.annotations.NullMarked;
