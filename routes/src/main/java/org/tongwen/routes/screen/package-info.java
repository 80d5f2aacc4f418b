/**
 * What is checked of a payment before it is released: likeness to an earlier one, amounts, how much in which time, names on a watch list, and what
 * an external service says. A hit holds the payment; nothing here refuses one.
 */
@NullMarked
package org.tongwen.routes.screen;

import org.jspecify.annotations.NullMarked;
