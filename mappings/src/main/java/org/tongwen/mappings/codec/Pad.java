package org.tongwen.mappings.codec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongwen.xsd.definition.Primitive;

/** {@code pad(left 0 12)}: text that the institution fills up to a fixed length. */
final class Pad extends TextCodec {

    private final boolean left;
    private final int filler;
    private final int length;

    Pad(boolean left, int filler, int length) {
        this.left = left;
        this.filler = filler;
        this.length = length;
    }

    @Override
    public Fidelity fidelity() {
        return Fidelity.NORMALISING;
    }

    @Override
    public Set<Primitive> fits() {
        return Values.NUMBERS;
    }

    @Override
    public Converted<String> toIso(String source) {
        return Text.length(source) <= length ? Converted.of(stripped(source)) : tooLong();
    }

    private Converted<String> tooLong() {
        return Converted.refused("codec.TooLong", "has more than " + length + " characters");
    }

    /** Of zeros only, one is the value. */
    private String stripped(String text) {
        int start = 0;
        int end = text.length();
        int least = filler == '0' ? 1 : 0;
        int width = Character.charCount(filler);
        while (left && end - start > least && text.codePointAt(start) == filler) {
            start += width;
        }
        while (!left && end - start > least && text.codePointBefore(end) == filler) {
            end -= width;
        }
        return text.substring(start, end);
    }

    @Override
    public Converted<String> fromIso(String iso) {
        int missing = length - Text.length(iso);
        if (missing < 0) {
            return tooLong();
        }
        if (!stripped(iso).equals(iso)) {
            return Converted.refused(
                    "codec.Pad",
                    (left ? "begins" : "ends")
                            + " with what the institution's field is filled up with, so it would come back without");
        }
        String filling = Character.toString(filler).repeat(missing);
        return Converted.of(left ? filling + iso : iso + filling);
    }

    /** The kind. */
    public static final class Kind implements CodecKind {

        private static final Set<String> SIDES = Set.of("left", "right");

        /** The kind has no settings. */
        public Kind() {}

        @Override
        public String name() {
            return "pad";
        }

        @Override
        public Description describe() {
            return Description.of(
                            "Text that the institution fills up to a fixed length. ISO gets it without the filling; of zeros only,"
                                    + " one stays. A value that itself begins or ends like the filling is refused on the way back.")
                    .form("pad(left 0 12)", "zeros in front, up to twelve characters")
                    .form("pad(right 12)", "blanks behind; `left` has them in front")
                    .lost("Another length than the one said.")
                    .example("pad(left 0 12)", "000000128050", "128050")
                    .example(
                            "pad(left 0 12) then minor(GBP)",
                            Codec.Source.of("000000128050"),
                            Map.of("", "1280.50", "@Ccy", "GBP"))
                    .example("pad(right 12)", "EXAMPLE     ", "EXAMPLE");
        }

        @Override
        public Optional<Codec> make(List<String> arguments, Map<String, Table> tables) {
            List<String> words = Arguments.words(arguments);
            boolean known = (words.size() == 2 || words.size() == 3) && SIDES.contains(words.get(0));
            String filler = words.size() == 3 ? words.get(1) : " ";
            if (!known || Text.length(filler) != 1) {
                return Optional.empty();
            }
            return Arguments.number(words.get(words.size() - 1)).stream()
                    .mapToObj(length -> (Codec) new Pad(words.get(0).equals("left"), filler.codePointAt(0), length))
                    .findFirst();
        }
    }
}
