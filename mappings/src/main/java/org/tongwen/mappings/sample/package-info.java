/**
 * The samples of a mapping: documents of both sides that must agree. They are the regression tests of whoever writes mappings, run by the
 * command line, by a hub before it takes a changed mapping, and by our own build.
 */
@NullMarked
package org.tongwen.mappings.sample;

import org.jspecify.annotations.NullMarked;
