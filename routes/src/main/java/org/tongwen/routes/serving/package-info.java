/**
 * Which mappings the hub serves at this moment, since when, and which files it has refused. A folder of mappings is watched, and a changed
 * file takes the place of the old one only when it is free of errors and passes its samples.
 */
@NullMarked
package org.tongwen.routes.serving;

import org.jspecify.annotations.NullMarked;
