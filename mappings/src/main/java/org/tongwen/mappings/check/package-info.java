/**
 * What can be said of a mapping before its first message, beyond what compiling it says: values that can never be valid, elements that may
 * be missing, cases that cannot be told apart. One walk over the mapping visits each rule together with the ISO element and the source
 * field that it stands for; each check is a visitor. {@link org.tongwen.mappings.check.MappingFinding} lists all findings.
 */
@NullMarked
package org.tongwen.mappings.check;

import org.jspecify.annotations.NullMarked;
