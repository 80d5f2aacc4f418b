package org.tongwen.conformance;

import org.tongwen.xsd.finding.Place;

/** A piece of text in a YAML file, and where it stands. */
record YamlText(String value, Place place) {}
