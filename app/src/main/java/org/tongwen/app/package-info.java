/**
 * The command line: one class a command, results on standard output, findings on standard error, and exit codes that scripts can rely
 * on ({@link org.tongwen.app.Exit}).
 */
@NullMarked
package org.tongwen.app;

import org.jspecify.annotations.NullMarked;
