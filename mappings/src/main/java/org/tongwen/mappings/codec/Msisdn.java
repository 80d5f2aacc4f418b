package org.tongwen.mappings.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code msisdn}: telephone numbers as E.164 has them, {@code +233200000001}. */
final class Msisdn extends TextCodec {

    /** Country codes of one and of two digits; all others have three, and none begins like another. */
    private static final String ONE = "1 7";

    private static final Set<String> TWO = Set.of(
            "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98"
                    .split(" "));

    private static final int SHORTEST = 6;
    private static final int LONGEST = 15;
    private static final int LONGEST_TEXT = 40;

    /** A country where the zero in front belongs to the number, and is dialled from abroad. */
    private static final String ITALY = "39";

    private final String country;
    private final boolean plus;
    private final boolean hyphen;

    /**
     * A codec.
     *
     * @param country the country code of numbers without one; empty when all have one
     * @param plus whether the institution writes a plus in front of numbers with a country code
     * @param hyphen whether ISO wants a hyphen behind the country code
     */
    private Msisdn(String country, boolean plus, boolean hyphen) {
        this.country = country;
        this.plus = plus;
        this.hyphen = hyphen;
    }

    @Override
    public Fidelity fidelity() {
        return Fidelity.NORMALISING;
    }

    @Override
    public int isoLength(int sourceLength) {
        return LONGEST + (hyphen ? 2 : 1);
    }

    @Override
    public Converted<String> toIso(String source) {
        Optional<String> digits = source.length() <= LONGEST_TEXT ? digits(source) : Optional.empty();
        Optional<String> number =
                digits.map(text -> international(source.strip(), text)).filter(Msisdn::isNumber);
        return number.map(this::iso)
                .map(Converted::of)
                .orElseGet(() -> Converted.refused(
                        "codec.Msisdn",
                        "is no telephone number of " + SHORTEST + " to " + LONGEST + " digits with its country"));
    }

    /** The digits, if there is nothing else but a plus in front and what people put between digits. */
    private static Optional<String> digits(String text) {
        StringBuilder digits = new StringBuilder();
        String stripped = text.strip();
        for (int i = 0; i < stripped.length(); i++) {
            char sign = stripped.charAt(i);
            if (sign >= '0' && sign <= '9') {
                digits.append(sign);
            } else if (!(sign == '+' && i == 0) && " -.()/".indexOf(sign) < 0) {
                return Optional.empty();
            }
        }
        return Optional.of(digits.toString());
    }

    private String international(String text, String digits) {
        if (text.startsWith("+")) {
            return digits;
        }
        if (digits.startsWith("00")) {
            return digits.substring(2);
        }
        boolean trunk = digits.startsWith("0") && !country.equals(ITALY) && !country.isEmpty();
        return country + (trunk ? digits.substring(1) : digits);
    }

    private static boolean isNumber(String digits) {
        return digits.length() >= SHORTEST && digits.length() <= LONGEST && digits.charAt(0) != '0';
    }

    private String iso(String digits) {
        int code = codeLength(digits);
        return "+" + (hyphen ? digits.substring(0, code) + "-" + digits.substring(code) : digits);
    }

    /** How many of the digits are the country code. */
    static int codeLength(String digits) {
        if (ONE.indexOf(digits.charAt(0)) >= 0) {
            return 1;
        }
        return TWO.contains(digits.substring(0, 2)) ? 2 : 3;
    }

    @Override
    public Converted<String> fromIso(String iso) {
        Optional<String> digits = iso.length() <= LONGEST_TEXT && iso.startsWith("+") ? digits(iso) : Optional.empty();
        return digits.filter(Msisdn::isNumber)
                .map(this::institution)
                .map(Converted::of)
                .orElseGet(() -> Converted.refused("codec.Msisdn", "is no telephone number such as +233200000001"));
    }

    /** A number of the institution's own country goes without the code, unless it would then be read as another. */
    private String institution(String digits) {
        String national = !country.isEmpty() && digits.startsWith(country) ? digits.substring(country.length()) : "";
        boolean isClear = !national.isEmpty()
                && (!national.startsWith("0") || country.equals(ITALY))
                && !national.startsWith("00");
        return isClear ? national : (plus ? "+" : "") + digits;
    }

    /** The kind. */
    public static final class Kind implements CodecKind {

        /** The kind has no settings. */
        public Kind() {}

        @Override
        public String name() {
            return "msisdn";
        }

        @Override
        public Description describe() {
            return Description.of(
                            "A telephone number, in ISO as E.164 has it, `+233200000001`. Blanks, hyphens, points and brackets"
                                    + " go; `00` in front is a plus.")
                    .form("msisdn", "numbers with their country code, with or without a plus; back with a plus")
                    .form("msisdn(digits)", "likewise, back without a plus")
                    .form("msisdn(86)", "numbers of that country go without the code, others begin with a plus")
                    .form(
                            "msisdn(phone)",
                            "with a hyphen behind the country code, as elements of the type `PhoneNumber` want it;"
                                    + " also `msisdn(86, phone)`")
                    .lost("How the number was divided.")
                    .example("msisdn", "+233 200000001", "+233200000001", "+233200000001")
                    .example("msisdn(digits)", "254700000003", "+254700000003")
                    .example("msisdn(86)", "13800138000", "+8613800138000")
                    .example("msisdn(86, phone)", "13800138000", "+86-13800138000");
        }

        @Override
        public Optional<Codec> make(List<String> arguments, Map<String, Table> tables) {
            List<String> rest = new ArrayList<>(arguments);
            boolean hyphen = rest.remove("phone");
            boolean bare = rest.remove("digits");
            String country = rest.isEmpty() ? "" : rest.get(0);
            boolean isCode = country.isEmpty() || (country.length() <= 3 && isCode(country));
            return rest.size() <= 1 && isCode && !(bare && !country.isEmpty())
                    ? Optional.of(new Msisdn(country, !bare, hyphen))
                    : Optional.empty();
        }

        private static boolean isCode(String text) {
            return Signed.areDigits(text) && text.charAt(0) != '0' && codeLength(text + "00") == text.length();
        }
    }
}
