/** What one file says of a hub: where it listens, what it stores where, who takes part and what each may do. */
@NullMarked
package org.tongwen.routes.config;

import org.jspecify.annotations.NullMarked;
