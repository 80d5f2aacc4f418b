@NullMarked
package org.tongwen.mappings.format.csv;

import org.jspecify.annotations.NullMarked;
