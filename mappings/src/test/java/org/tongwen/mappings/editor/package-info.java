@NullMarked
package org.tongwen.mappings.editor;

import org.jspecify.annotations.NullMarked;
