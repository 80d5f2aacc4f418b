/**
 * Which messages belong together: the names under which an ISO message is found again, the message that another answers, what becomes of an
 * answer, who gets it, and the question when none came.
 */
@NullMarked
package org.tongwen.routes.conversation;

import org.jspecify.annotations.NullMarked;
