/**
 * The participant as the suite meets it: its configuration, the way to it over HTTP, the address where it calls back, keys, signatures and
 * clock. Whatever it does, the suite stays in command: everything has a limit of time and size, and everything is put into the evidence.
 */
@NullMarked
package org.tongwen.conformance.participant;

import org.jspecify.annotations.NullMarked;
