/**
 * Messages as trees whose nodes know their declaration: read with validation while parsing, checked when a program built them, and
 * written.
 */
@NullMarked
package org.tongwen.xsd.message;

import org.jspecify.annotations.NullMarked;
