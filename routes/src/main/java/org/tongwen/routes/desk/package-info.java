/**
 * What operators do, and what is told of messages: stories, searches, and the decisions on held messages. Requests over HTTP and commands on the
 * store itself are the same {@link org.tongwen.routes.desk.Call}, answered here with the same JSON.
 */
@NullMarked
package org.tongwen.routes.desk;

import org.jspecify.annotations.NullMarked;
