@NullMarked
package org.tongwen.mappings.sample;

import org.jspecify.annotations.NullMarked;
