@NullMarked
package org.tongwen.mappings.format.xml;

import org.jspecify.annotations.NullMarked;
