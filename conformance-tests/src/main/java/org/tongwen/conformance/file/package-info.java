/** YAML files that people write for the suite: plans, cases, configurations. Every mistake in them becomes a finding with line and column. Nothing here knows what the files are about. */
@NullMarked
package org.tongwen.conformance.file;

import org.jspecify.annotations.NullMarked;
