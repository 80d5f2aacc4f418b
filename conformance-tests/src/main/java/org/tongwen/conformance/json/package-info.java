/**
 * JSON as certificates and results use it: texts, whole numbers, truth values, lists and fields. {@link
 * org.tongwen.conformance.json.JsonReader} reads it strictly, {@link org.tongwen.conformance.json.CanonicalJson} gives each value exactly
 * one form in bytes.
 */
@NullMarked
package org.tongwen.conformance.json;

import org.jspecify.annotations.NullMarked;
