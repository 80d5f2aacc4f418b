/** Writes a message definition as one XML Schema file that needs no other. */
@NullMarked
package org.tongwen.xsd.export;

import org.jspecify.annotations.NullMarked;
