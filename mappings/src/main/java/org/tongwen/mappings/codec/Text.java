package org.tongwen.mappings.codec;

import java.util.List;
import java.util.Optional;

/**
 * {@code text}, {@code text(cut 140)}, {@code text(cut 35 mark +)}: text that may be shortened, the only way a value may be. A cut text
 * ends in the mark; characters are never split. {@code text(reject 34)} refuses what is longer, as identifiers need.
 */
final class Text extends TextCodec {

    private final int limit;
    private final boolean cuts;
    private final String mark;

    private Text(int limit, boolean cuts, String mark) {
        this.limit = limit;
        this.cuts = cuts;
        this.mark = mark;
    }

    static Optional<Codec> of(List<String> words) {
        if (words.isEmpty()) {
            return Optional.of(new Plain());
        }
        boolean known = words.get(0).equals("cut") || words.get(0).equals("reject");
        if (!known || words.size() < 2 || !words.get(1).matches("[1-9]\\d{0,5}")) {
            return Optional.empty();
        }
        return of(Integer.parseInt(words.get(1)), words.get(0).equals("cut"), words.subList(2, words.size()));
    }

    private static Optional<Codec> of(int limit, boolean cuts, List<String> rest) {
        if (rest.isEmpty()) {
            return Optional.of(new Text(limit, cuts, ""));
        }
        boolean marked = cuts && rest.size() == 2 && rest.get(0).equals("mark") && length(rest.get(1)) < limit;
        return marked ? Optional.of(new Text(limit, true, rest.get(1))) : Optional.empty();
    }

    @Override
    public Fidelity fidelity() {
        return cuts ? Fidelity.LOSSY : Fidelity.EXACT;
    }

    @Override
    public int isoLength(int sourceLength) {
        return Math.min(sourceLength, limit);
    }

    @Override
    Converted<String> toIso(String source) {
        int length = length(source);
        if (length <= limit) {
            return Converted.of(source);
        }
        if (!cuts) {
            return Converted.refused(
                    "codec.TooLong", "has " + length + " characters, at most " + limit + " have a home");
        }
        return Converted.of(source.substring(0, source.offsetByCodePoints(0, limit - length(mark))) + mark);
    }

    @Override
    Converted<String> fromIso(String iso) {
        return Converted.of(iso);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
