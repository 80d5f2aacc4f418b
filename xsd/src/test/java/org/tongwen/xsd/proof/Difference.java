package org.tongwen.xsd.proof;

import java.nio.charset.StandardCharsets;

/**
 * A document about which the two judges disagree, or about which they agree and the one who made it does not.
 *
 * @param message the message's identifier
 * @param round the round in which it was made; with the seed it makes the document again
 * @param made what was made, and what was broken where
 * @param verdicts what either judge says
 * @param xml the document
 */
public record Difference(String message, int round, String made, String verdicts, byte[] xml) {

    private static final int SHOWN = 4_000;

    @Override
    public String toString() {
        String text = new String(xml, StandardCharsets.UTF_8);
        String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
        return message + " round " + round + ": " + made + "\n    " + verdicts + "\n    " + shown;
    }
}
