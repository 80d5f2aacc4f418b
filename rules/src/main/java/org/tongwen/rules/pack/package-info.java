/**
 * Rule packs: what a network or a guideline demands across the fields of a message, as data in {@code rules/packs}. A pack holds rules, and
 * each rule a condition with samples that prove it. The same records serve MT and ISO messages.
 */
@NullMarked
package org.tongwen.rules.pack;

import org.jspecify.annotations.NullMarked;
