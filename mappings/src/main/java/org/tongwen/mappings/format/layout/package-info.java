/**
 * Layout files: what describes documents of formats that have no schema language of their own. Their words, the characters of documents in
 * any charset, and the checks of single values are the same for all such formats.
 */
@NullMarked
package org.tongwen.mappings.format.layout;

import org.jspecify.annotations.NullMarked;
