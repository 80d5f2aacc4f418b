package org.tongwen.mappings.codec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tongwen.xsd.definition.Primitive;

/** {@code text}, {@code text(cut 35 mark +)}, {@code text(reject 34)}: text that may be shortened, the only way a value may be. */
final class Text extends TextCodec {

    private static final int LONGEST_CLUSTER = 30;
    private static final Pattern CODE_WORD = Pattern.compile("/[A-Z]{1,8}/");

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
        if (words.size() == 2
                && words.get(0).equals("code")
                && CODE_WORD.matcher(words.get(1)).matches()) {
            return Optional.of(new Coded(words.get(1)));
        }
        if (words.size() < 2 || Arguments.number(words.get(1)).isEmpty()) {
            return Optional.empty();
        }
        int limit = Arguments.number(words.get(1)).getAsInt();
        List<String> rest = words.subList(2, words.size());
        return switch (words.get(0)) {
            case "cut", "reject" -> of(limit, words.get(0).equals("cut"), rest);
            case "spill" -> Spill.of(limit, rest);
            case "back" -> of(limit, true, rest).map(cut -> new Reversed((Text) cut));
            default -> Optional.empty();
        };
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
    public Set<Primitive> fits() {
        return Values.UNDATED;
    }

    @Override
    public int isoLength(int sourceLength) {
        return Math.min(sourceLength, limit);
    }

    @Override
    public Converted<String> toIso(String source) {
        int length = length(source);
        if (length <= limit) {
            return Converted.of(source);
        }
        if (!cuts) {
            return Converted.refused(
                    "codec.TooLong", "has " + length + " characters, at most " + limit + " have a home");
        }
        return Converted.of(whole(source, limit - length(mark)) + mark);
    }

    @Override
    public Converted<String> fromIso(String iso) {
        return Converted.of(iso);
    }

    /** The beginning of a text of more than that many characters, without what would belong to a mark or joint that is left behind. */
    private static String whole(String text, int length) {
        int end = text.offsetByCodePoints(0, length);
        int least = Math.max(0, end - LONGEST_CLUSTER);
        int at = end;
        while (at > least && continues(text.codePointAt(at))) {
            at = text.offsetByCodePoints(at, -1);
        }
        return text.substring(0, at > least && at > 0 ? at : end);
    }

    /** Whether a character belongs to the one before it: an accent of its own, or what makes one picture of several. */
    private static boolean continues(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> character == '\u200D';
        };
    }

    /** {@code text(back 22)}: text that the institution has less room for than ISO. */
    private static final class Reversed extends TextCodec {

        private final Text cut;

        Reversed(Text cut) {
            this.cut = cut;
        }

        @Override
        public Fidelity fidelity() {
            return Fidelity.LOSSY;
        }

        @Override
        public Set<Primitive> fits() {
            return cut.fits();
        }

        @Override
        public Converted<String> toIso(String source) {
            return Converted.of(source);
        }

        @Override
        public Converted<String> fromIso(String iso) {
            return cut.toIso(iso);
        }
    }

    /** {@code text(code /REC/)}: text that begins with a code word between strokes where the institution has it. */
    private static final class Coded extends TextCodec {

        private final String word;

        Coded(String word) {
            this.word = word;
        }

        @Override
        public Fidelity fidelity() {
            return Fidelity.LOSSY;
        }

        @Override
        public Set<Primitive> fits() {
            return Values.UNDATED;
        }

        @Override
        public Converted<String> toIso(String source) {
            return Converted.of(source);
        }

        @Override
        public Converted<String> fromIso(String iso) {
            return Converted.of(iso.startsWith("/") ? iso : word + iso);
        }
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The kind. */
    public static final class Kind implements CodecKind {

        /** The kind has no settings. */
        public Kind() {}

        @Override
        public String name() {
            return "text";
        }

        @Override
        public Description describe() {
            return Description.of(
                            "Text as it is, with a say in what happens when it is too long. It is the only codec that shortens"
                                    + " a value; lengths count characters, and an accent stays with its letter.")
                    .form("text", "unchanged")
                    .form("text(reject 34)", "longer text is refused, as identifiers and account numbers need")
                    .form("text(cut 140)", "longer text is cut")
                    .form("text(cut 35 mark +)", "longer text is cut and ends in the mark")
                    .form(
                            "text(back 22)",
                            "longer text is cut on the way back, where the institution has less room; a mark may follow")
                    .form(
                            "text(spill 140 AddtlInf)",
                            "what is longer goes on in the element of that name beside this one; back, both are joined")
                    .form(
                            "text(spill 35 AddtlInf 105)",
                            "likewise, where the other element has another length; what is longer than both is refused")
                    .form("text(code /REC/)", "back, a text that does not begin with a stroke gets this code word")
                    .lost("What `cut` and `back` cut off.")
                    .example("text(cut 8)", "Invoice 4471", "Invoice ", "Invoice ")
                    .example("text(cut 8 mark +)", "Invoice 4471", "Invoice+", "Invoice+")
                    .example(
                            "text(spill 8 AddtlInf)",
                            Codec.Source.of("Invoice 4471"),
                            Map.of("", "Invoice ", "../AddtlInf", "4471"));
        }

        @Override
        public Optional<Codec> make(List<String> arguments, Map<String, Table> tables) {
            return Text.of(Arguments.words(arguments));
        }
    }
}
