/** The identifiers of the payment world: account numbers, institutions, currencies, and how each proves itself. */
@NullMarked
package org.tongwen.rules.identifier;

import org.jspecify.annotations.NullMarked;
