package org.tongwen.mappings.codec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** {@code text(spill 140 AddtlInf)}: a text that goes on in the element beside. */
final class Spill implements Codec {

    private static final Pattern NAME = Pattern.compile("(\\.\\./)?[A-Z][A-Za-z0-9]*");

    private final int limit;
    private final String beside;
    private final int room;

    private Spill(int limit, String beside, int room) {
        this.limit = limit;
        this.beside = beside;
        this.room = room;
    }

    /** The codec; words are the name of the element beside and, if it is another one, its length. */
    static Optional<Codec> of(int limit, List<String> words) {
        boolean isNamed = !words.isEmpty()
                && words.size() <= 2
                && NAME.matcher(words.get(0)).matches();
        if (!isNamed) {
            return Optional.empty();
        }
        String name = words.get(0).startsWith("../") ? words.get(0) : "../" + words.get(0);
        OptionalInt room = words.size() == 2 ? Arguments.number(words.get(1)) : OptionalInt.of(limit);
        return room.isPresent() ? Optional.of(new Spill(limit, name, room.getAsInt())) : Optional.empty();
    }

    /** ISO may have broken the text at another place than this would. */
    @Override
    public Fidelity fidelity() {
        return Fidelity.NORMALISING;
    }

    @Override
    public List<String> isoPaths() {
        return List.of("", beside);
    }

    @Override
    public int isoLength(int sourceLength) {
        return Math.min(sourceLength, limit);
    }

    @Override
    public Converted<Map<String, String>> toIso(Source source) {
        String text = source.value();
        int length = Text.length(text);
        if (length <= limit) {
            return Converted.of(Map.of("", text));
        }
        if (length > limit + room) {
            return Converted.refused(
                    "codec.TooLong", "has " + length + " characters, at most " + (limit + room) + " have a home");
        }
        int end = text.offsetByCodePoints(0, limit);
        return Converted.of(Map.of("", text.substring(0, end), beside, text.substring(end)));
    }

    @Override
    public Converted<Source> fromIso(Map<String, String> iso) {
        return Converted.of(Source.of(iso.getOrDefault("", "") + iso.getOrDefault(beside, "")));
    }
}
