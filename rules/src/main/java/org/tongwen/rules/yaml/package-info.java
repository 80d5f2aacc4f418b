/**
 * Files that people write: YAML read as text with the place of every word. Rule packs, mappings and conformance plans share this
 * reader.
 */
@NullMarked
package org.tongwen.rules.yaml;

import org.jspecify.annotations.NullMarked;
