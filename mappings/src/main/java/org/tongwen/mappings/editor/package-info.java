/** What editors need to help authors: a JSON Schema of the mappings for one message, generated from its definition. */
@NullMarked
package org.tongwen.mappings.editor;

import org.jspecify.annotations.NullMarked;
