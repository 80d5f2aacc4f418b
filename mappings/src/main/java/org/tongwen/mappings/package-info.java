/**
 * Mappings between institutions' documents and ISO 20022 messages: found by name, run in both directions. The stages behind them are
 * packages of their own: {@code read} → {@code check} → {@code plan}.
 */
@NullMarked
package org.tongwen.mappings;

import org.jspecify.annotations.NullMarked;
