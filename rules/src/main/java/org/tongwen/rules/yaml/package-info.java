/**
 * Files that people write: YAML read as text with the place of every word. Rule packs, mappings, conformance plans and the configuration of a hub share this
 * reader.
 */
@NullMarked
package org.tongwen.rules.yaml;

import org.jspecify.annotations.NullMarked;
