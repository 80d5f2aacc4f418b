/**
 * Conditions: short sentences about a document, such as {@code _33B.currency != _32A.currency}, that rules, dispatch files and mappings are
 * written in. A condition is parsed once and then asked of any {@linkplain org.tongwen.rules.condition.Subject subject}, an MT or an ISO
 * message alike. It reads names and texts only: no XPath, no regular expressions.
 */
@NullMarked
package org.tongwen.rules.condition;

import org.jspecify.annotations.NullMarked;
