/**
 * What an operator sees from outside: meters and health. Labels hold names of mappings, messages and findings, never a value of a message.
 */
@NullMarked
package org.tongwen.routes.observe;

import org.jspecify.annotations.NullMarked;
