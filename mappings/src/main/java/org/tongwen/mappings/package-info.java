/**
 * Mappings between institutions' documents and ISO 20022 messages: found by name, run in both directions. The stages behind them are
 * packages of their own: {@code read} gives records with places, {@code plan} resolves, checks and runs them.
 */
@NullMarked
package org.tongwen.mappings;

import org.jspecify.annotations.NullMarked;
