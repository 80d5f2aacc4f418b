/**
 * XML documents of strangers, opened for the parser: their bytes are checked to be what their encoding and XML allow, because the parser
 * itself is more lenient, and nothing in them can make it read other files, slow down or fail.
 */
@NullMarked
package org.tongwen.xsd.parse;

import org.jspecify.annotations.NullMarked;
