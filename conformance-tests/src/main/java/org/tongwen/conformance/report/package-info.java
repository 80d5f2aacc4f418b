/**
 * What people and programs read of a run: a page, JUnit XML, JSON, a few lines on a terminal. All are written from the same {@link
 * org.tongwen.conformance.report.RunReport}, and none of them judges. Whatever a participant sent is shown so that it can do nothing to the
 * reader.
 */
@NullMarked
package org.tongwen.conformance.report;

import org.jspecify.annotations.NullMarked;
