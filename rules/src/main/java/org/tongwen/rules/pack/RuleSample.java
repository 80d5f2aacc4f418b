package org.tongwen.rules.pack;

import org.tongwen.xsd.finding.Place;

/**
 * A message, or the fields that make one of the pack's sound messages a message that a rule speaks of.
 *
 * @param good whether the rule must find nothing; otherwise it must find something, and no other rule may
 * @param text the fields as they stand in a message
 * @param place where it stands in the pack
 */
public record RuleSample(boolean good, String text, Place place) {}
