/**
 * The hub's HTTP interface as {@code openapi.yaml} describes it: what a request asks for, what is refused before any route runs, and how answers
 * and problems are written. The routes decide what happens in between.
 */
@NullMarked
package org.tongwen.routes.http;

import org.jspecify.annotations.NullMarked;
