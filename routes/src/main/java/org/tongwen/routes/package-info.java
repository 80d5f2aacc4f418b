/**
 * The hub: Camel routes from YAML files that carry documents to the mappings and back, over HTTP and folders. {@link org.tongwen.routes.Hub}
 * starts it; the packages below hold the steps that routes name and the interfaces around them.
 */
@NullMarked
package org.tongwen.routes;

import org.jspecify.annotations.NullMarked;
