package org.tongwen.xsd.parse;

/**
 * Gives up on what the parser would have to hold in memory at once: a tag so long that only an attack can have written it, whose
 * attributes and prefixes the parser compares with each other, and a text or comment that is longer than any payment needs.
 */
final class TagLength {

    /** A document that is no larger needs no look at its tags. */
    static final int MOST = 65_536;

    private static final int LONGEST_TEXT = 20_000_000;

    /** Bytes or characters since the start of the tag that is still open; 0 outside tags. */
    private int tag;

    private int quote;

    /** Bytes or characters since the last {@code <}. */
    private int run;

    /** Looks at the next bytes of a document in UTF-8. No tag holds another {@code <}, so that only what stands behind the last one has to be looked at. */
    void scan(byte[] bytes, int start, int end) throws RefusedException {
        int last = end - 1;
        while (last >= start && bytes[last] != '<') {
            last--;
        }
        run = last < start ? run + end - start : end - last;
        for (int i = Math.max(start, last); i < end && (tag > 0 || i == last); i++) {
            step(bytes[i]);
        }
        refuseTooLong();
    }

    /** Looks at the next character of a document in another encoding, whose bytes would say nothing of its tags. */
    void next(char character) throws RefusedException {
        run = character == '<' ? 0 : run + 1;
        if (tag > 0 || character == '<') {
            step(character);
        }
        refuseTooLong();
    }

    private void step(int next) {
        boolean noTag = tag == 1 && !startsName(next);
        boolean end = quote == 0 && next == '>';
        if (next == '<') {
            tag = 1;
            quote = 0;
        } else if (noTag || end) {
            tag = 0;
        } else {
            quote(next);
            tag++;
        }
    }

    /** Comments, instructions and end tags have no attributes, and a {@code <} in a comment may stand before anything. */
    private static boolean startsName(int next) {
        boolean letter = next >= 'a' && next <= 'z' || next >= 'A' && next <= 'Z';
        return letter || next == '_' || next == ':' || next < 0 || next > 127;
    }

    private void quote(int next) {
        if (next == '"' || next == '\'') {
            quote = quote == 0 ? next : quote == next ? 0 : quote;
        }
    }

    private void refuseTooLong() throws RefusedException {
        if (tag > MOST) {
            throw RefusedException.tooLarge("a tag is longer than " + MOST + " bytes");
        }
        if (run > LONGEST_TEXT) {
            throw RefusedException.tooLarge("a text or comment is longer than " + LONGEST_TEXT + " bytes");
        }
    }
}
