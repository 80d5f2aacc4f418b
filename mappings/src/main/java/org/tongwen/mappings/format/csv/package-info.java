/**
 * Comma-separated values (RFC 4180) in any charset, described by a layout file. The document is a list of rows; it is read and written
 * row by row.
 */
@NullMarked
package org.tongwen.mappings.format.csv;

import org.jspecify.annotations.NullMarked;
