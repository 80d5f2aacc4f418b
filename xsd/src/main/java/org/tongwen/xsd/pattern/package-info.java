/**
 * Regular expressions of XML Schema: read, made into tables that compare a value in one step a character, and drawn from. An expression
 * that is too large for a table is left to Java's own engine, with a limit to the work that it may make.
 */
@NullMarked
package org.tongwen.xsd.pattern;

import org.jspecify.annotations.NullMarked;
