/**
 * What is wrong with a user's file or message, as values. Every stage of every module reports through {@link
 * org.tongwen.xsd.finding.Finding} and goes on, so that one run lists all mistakes. Exceptions are for bugs and unreadable files.
 */
@NullMarked
package org.tongwen.xsd.finding;

import org.jspecify.annotations.NullMarked;
