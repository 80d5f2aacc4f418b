/** Files that are there whole or not at all. */
@NullMarked
package org.tongwen.routes.files;

import org.jspecify.annotations.NullMarked;
