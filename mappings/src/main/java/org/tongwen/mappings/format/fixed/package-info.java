/**
 * Records of fixed length, described by a layout file: host files and clearing files whose fields are counted in bytes, in any charset, with
 * packed and overpunched numbers. A program of our own, because record libraries such as BeanIO cut and pad characters: they can neither
 * say that a field of 60 bytes of GBK ends within a character, nor in which byte of which record a document is wrong.
 */
@NullMarked
package org.tongwen.mappings.format.fixed;

import org.jspecify.annotations.NullMarked;
