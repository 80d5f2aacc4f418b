/** The first stage: a mapping file as records with places. Nothing here knows the message or the source format. */
@NullMarked
package org.tongwen.mappings.read;

import org.jspecify.annotations.NullMarked;
