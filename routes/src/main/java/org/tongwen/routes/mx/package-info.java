/**
 * ISO messages as Prowide's Java classes, for banks that write steps of their own in Java: Camel converts a body between bytes or text and {@code
 * AbstractMX} or any class such as {@code MxPacs00800108} by itself. Only a valid message becomes an object, and only of its own class.
 */
@NullMarked
package org.tongwen.routes.mx;

import org.jspecify.annotations.NullMarked;
