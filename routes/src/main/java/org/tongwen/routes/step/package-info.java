/**
 * The steps that routes name: {@code translate} and {@code validate}. They work on any exchange, from HTTP, from a folder or from a bank's own
 * route; what they need besides the body they take from headers. A document that they refuse stops the route with a {@link
 * org.tongwen.routes.step.RefusedException} that carries the findings.
 */
@NullMarked
package org.tongwen.routes.step;

import org.jspecify.annotations.NullMarked;
