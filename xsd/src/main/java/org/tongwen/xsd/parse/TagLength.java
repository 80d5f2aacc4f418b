package org.tongwen.xsd.parse;

/** Gives up on a tag so long that only an attack on the parser can have written it: the parser compares each attribute and prefix of a tag with those before. */
final class TagLength {

    /** A document that is no larger needs no look at its tags. */
    static final int MOST = 65_536;

    /** Bytes or characters since the start of the tag that is still open; 0 outside tags. */
    private int tag;

    private int quote;

    /** Looks at the next bytes of a document in UTF-8. No tag holds another {@code <}, so that only what stands behind the last one has to be looked at. */
    void scan(byte[] bytes, int start, int end) throws RefusedException {
        int last = end - 1;
        while (last >= start && bytes[last] != '<') {
            last--;
        }
        for (int i = Math.max(start, last); i < end && (tag > 0 || i == last); i++) {
            step(bytes[i]);
        }
        refuseTooLong();
    }

    /** Looks at the next character of a document in another encoding, whose bytes would say nothing of its tags. */
    void next(char character) throws RefusedException {
        if (tag > 0 || character == '<') {
            step(character);
            refuseTooLong();
        }
    }

    private void step(int next) {
        boolean markup = tag == 1 && (next == '!' || next == '?');
        boolean end = quote == 0 && next == '>';
        if (next == '<') {
            tag = 1;
            quote = 0;
        } else if (markup || end) {
            tag = 0;
        } else {
            quote(next);
            tag++;
        }
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
    }
}
