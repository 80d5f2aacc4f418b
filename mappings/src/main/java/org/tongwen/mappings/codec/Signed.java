package org.tongwen.mappings.codec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tongwen.xsd.definition.Primitive;

/**
 * Whole numbers with an unusual sign: a letter in front, or one written over the last digit. ISO gets digits with a minus; mostly an
 * amount codec follows.
 */
abstract class Signed extends TextCodec {

    private static final int LONGEST = 40;

    private final int width;

    /** A codec whose numbers have that many characters, or as many as they need when it is 0. */
    Signed(int width) {
        this.width = width;
    }

    /** The digits with a minus for a negative number; empty for what is no such number. */
    abstract Optional<String> read(String source);

    /** A number of those digits. */
    abstract String write(boolean negative, String digits);

    @Override
    public Fidelity fidelity() {
        return Fidelity.NORMALISING;
    }

    @Override
    public Set<Primitive> fits() {
        return Values.NUMBERS;
    }

    /** How many characters are there for digits, when the number has that many. */
    int digits(int characters) {
        return characters;
    }

    @Override
    public Converted<String> toIso(String source) {
        Optional<String> number = source.length() <= (width == 0 ? LONGEST : width) ? read(source) : Optional.empty();
        return number.map(Converted::of)
                .orElseGet(() -> Converted.refused(
                        "codec.Amount",
                        "is no number" + (width == 0 ? "" : " of at most " + width + " characters")
                                + " with its sign"));
    }

    @Override
    public Converted<String> fromIso(String iso) {
        boolean negative = iso.startsWith("-");
        String digits = negative ? iso.substring(1) : iso;
        int room = width == 0 ? LONGEST - 1 : digits(width);
        if (digits.isEmpty() || !areDigits(digits)) {
            return Converted.refused("codec.Amount", "is no whole number");
        }
        if (digits.length() > room) {
            return Converted.refused("codec.TooLong", "has more than " + room + " digits");
        }
        return Converted.of(write(negative, width == 0 ? digits : "0".repeat(room - digits.length()) + digits));
    }

    static boolean areDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    static String number(boolean negative, String digits) {
        int start = 0;
        while (start < digits.length() - 1 && digits.charAt(start) == '0') {
            start++;
        }
        return (negative ? "-" : "") + digits.substring(start);
    }

    /** A sign in front, such as {@code C00000001}. */
    private static final class Letter extends Signed {

        private final String plus;
        private final String minus;

        Letter(String plus, String minus, int width) {
            super(width);
            this.plus = plus;
            this.minus = minus;
        }

        @Override
        int digits(int characters) {
            return characters - 1;
        }

        @Override
        Optional<String> read(String source) {
            boolean negative = source.startsWith(minus);
            boolean signed = negative || source.startsWith(plus);
            String digits = signed ? source.substring(1) : "";
            return digits.isEmpty() || !areDigits(digits) ? Optional.empty() : Optional.of(number(negative, digits));
        }

        @Override
        String write(boolean negative, String digits) {
            return (negative ? minus : plus) + digits;
        }
    }

    /** A sign over the last digit, as card punches had it: <code>{</code> and A to I for 0 to 9, <code>}</code> and J to R below zero. */
    private static final class Overpunched extends Signed {

        private static final String PLUS = "{ABCDEFGHI";
        private static final String MINUS = "}JKLMNOPQR";

        Overpunched(int width) {
            super(width);
        }

        @Override
        Optional<String> read(String source) {
            int last = source.length() - 1;
            if (last < 0 || !areDigits(source.substring(0, last))) {
                return Optional.empty();
            }
            int plus = PLUS.indexOf(source.charAt(last));
            int minus = MINUS.indexOf(source.charAt(last));
            return plus < 0 && minus < 0
                    ? Optional.empty()
                    : Optional.of(number(minus >= 0, source.substring(0, last) + Math.max(plus, minus)));
        }

        @Override
        String write(boolean negative, String digits) {
            int last = digits.length() - 1;
            return digits.substring(0, last) + (negative ? MINUS : PLUS).charAt(digits.charAt(last) - '0');
        }
    }

    /** Signs in front. */
    public static final class Sign implements CodecKind {

        /** The kind has no settings. */
        public Sign() {}

        @Override
        public String name() {
            return "sign";
        }

        @Override
        public Description describe() {
            return Description.of(
                            "A whole number with a sign of its own in front, as fees of ISO 8583 and sums of BAI2 have it. Towards"
                                    + " ISO it is digits with a minus, for an amount codec to follow.")
                    .form("sign(C, D)", "one character for numbers from 0 on, one for those below")
                    .form("sign(+, -, 13)", "with zeros up to that many characters, the sign counted")
                    .lost("Zeros in front, when there are more or fewer than said.")
                    .example("sign(C, D, 9)", "D00000150", "-150")
                    .example(
                            "sign(C, D, 9) then minor(EUR, CdtDbtInd)",
                            Codec.Source.of("D00000150"),
                            Map.of("", "1.50", "@Ccy", "EUR", "../CdtDbtInd", "DBIT"));
        }

        @Override
        public Optional<Codec> make(List<String> arguments, Map<String, Table> tables) {
            boolean signs = (arguments.size() == 2 || arguments.size() == 3)
                    && arguments.get(0).length() == 1
                    && arguments.get(1).length() == 1
                    && !arguments.get(0).equals(arguments.get(1));
            OptionalInt width = arguments.size() == 3 ? Arguments.number(arguments.get(2)) : OptionalInt.of(0);
            boolean fits = signs && width.isPresent() && width.getAsInt() != 1 && width.getAsInt() <= LONGEST;
            return fits
                    ? Optional.of(new Letter(arguments.get(0), arguments.get(1), width.getAsInt()))
                    : Optional.empty();
        }
    }

    /** Signs over the last digit. */
    public static final class Overpunch implements CodecKind {

        /** The kind has no settings. */
        public Overpunch() {}

        @Override
        public String name() {
            return "overpunch";
        }

        @Override
        public Description describe() {
            return Description.of(
                            "A whole number whose last character is a digit and the sign at once, as CFONB and COBOL records have it:"
                                    + " `{` and `A` to `I` are 0 to 9, `}` and `J` to `R` are 0 to 9 below zero. Towards ISO it is digits with a"
                                    + " minus, for an amount codec to follow.")
                    .form("overpunch(14)", "zeros in front up to that many characters")
                    .lost("Zeros in front, when there are more or fewer than said.")
                    .example("overpunch(14)", "0000000004250E", "42505")
                    .example(
                            "overpunch(14) then minor(EUR, CdtDbtInd)",
                            Codec.Source.of("0000000004250N"),
                            Map.of("", "425.05", "@Ccy", "EUR", "../CdtDbtInd", "DBIT"));
        }

        @Override
        public Optional<Codec> make(List<String> arguments, Map<String, Table> tables) {
            return Arguments.onlyNumber(arguments, LONGEST).stream()
                    .mapToObj(width -> (Codec) new Overpunched(width))
                    .findFirst();
        }
    }
}
