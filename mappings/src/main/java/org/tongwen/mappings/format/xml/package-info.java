/**
 * XML documents that a schema defines, as trees: an institution's own, described by its XSD, and messages of the standard itself. Both are
 * read, validated and written by the machinery that reads ISO 20022, so that there is one way to open the XML of strangers.
 */
@NullMarked
package org.tongwen.mappings.format.xml;

import org.jspecify.annotations.NullMarked;
