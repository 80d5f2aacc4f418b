package org.tongwen.mappings.codec;

import com.ibm.icu.util.Region;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.tongwen.rules.identifier.Bic;
import org.tongwen.rules.identifier.Countries;
import org.tongwen.rules.identifier.Currencies;
import org.tongwen.rules.identifier.Iban;
import org.tongwen.rules.identifier.Lei;

/** Identifiers that prove themselves: brought into capitals without blanks, and refused when they are none. */
final class Identifier extends TextCodec {

    private static final int LONGEST = 100;

    private final String what;
    private final Predicate<String> isValid;
    private final Optional<Set<String>> all;

    private Identifier(String what, Predicate<String> isValid, Optional<Set<String>> all) {
        this.what = what;
        this.isValid = isValid;
        this.all = all;
    }

    @Override
    public Fidelity fidelity() {
        return Fidelity.NORMALISING;
    }

    @Override
    public Optional<Set<String>> isoTexts() {
        return all;
    }

    @Override
    public Converted<String> toIso(String source) {
        return checked(source);
    }

    @Override
    public Converted<String> fromIso(String iso) {
        return checked(iso);
    }

    private Converted<String> checked(String text) {
        String normal = text.length() > LONGEST ? "" : normal(text);
        return isValid.test(normal) ? Converted.of(normal) : Converted.refused("codec.Identifier", "is no " + what);
    }

    /** Capitals without blanks; the text itself when it is so. */
    private static String normal(String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == ' ' || Character.isLowerCase(sign)) {
                return text.replace(" ", "").toUpperCase(Locale.ROOT);
            }
        }
        return text;
    }

    /** IBANs. */
    public static final class Ibans implements CodecKind {

        private static final Codec CODEC =
                new Identifier("IBAN: its form or its check digits are wrong", Iban::isValid, Optional.empty());

        /** The kind has no settings. */
        public Ibans() {}

        @Override
        public String name() {
            return "iban";
        }

        @Override
        public Description describe() {
            return Description.of(
                            "An IBAN (ISO 13616), with its check digits proved. For accounts that may be of another kind, see"
                                    + " `account`.")
                    .form("iban", "blanks and small letters are allowed on both sides")
                    .lost("Blanks and small letters.")
                    .example("iban", "de89 3704 0044 0532 0130 00", "DE89370400440532013000", "DE89370400440532013000");
        }

        @Override
        public Optional<Codec> make(List<String> arguments, Map<String, Table> tables) {
            return arguments.isEmpty() ? Optional.of(CODEC) : Optional.empty();
        }
    }

    /** BICs. */
    public static final class Bics implements CodecKind {

        private static final Codec CODEC = new Identifier(
                "BIC of eight or eleven characters with a country in the middle", Bic::isValid, Optional.empty());

        /** The kind has no settings. */
        public Bics() {}

        @Override
        public String name() {
            return "bic";
        }

        @Override
        public Description describe() {
            return Description.of(
                            "A BIC (ISO 9362) of eight or eleven characters whose fifth and sixth are a country. Whether it is"
                                    + " registered is not known here.")
                    .form("bic", "blanks and small letters are allowed on both sides")
                    .lost("Blanks and small letters.")
                    .example("bic", "deutdeff500", "DEUTDEFF500", "DEUTDEFF500");
        }

        @Override
        public Optional<Codec> make(List<String> arguments, Map<String, Table> tables) {
            return arguments.isEmpty() ? Optional.of(CODEC) : Optional.empty();
        }
    }

    /** LEIs. */
    public static final class Leis implements CodecKind {

        private static final Codec CODEC =
                new Identifier("LEI: its form or its check digits are wrong", Lei::isValid, Optional.empty());

        /** The kind has no settings. */
        public Leis() {}

        @Override
        public String name() {
            return "lei";
        }

        @Override
        public Description describe() {
            return Description.of("A legal entity identifier (ISO 17442), with its check digits proved.")
                    .form("lei", "blanks and small letters are allowed on both sides")
                    .lost("Blanks and small letters.")
                    .example("lei", "5493001kjtiigc8y1r12", "5493001KJTIIGC8Y1R12", "5493001KJTIIGC8Y1R12");
        }

        @Override
        public Optional<Codec> make(List<String> arguments, Map<String, Table> tables) {
            return arguments.isEmpty() ? Optional.of(CODEC) : Optional.empty();
        }
    }

    /** Countries. */
    public static final class CountryCodes implements CodecKind {

        private static final Codec CODEC =
                new Identifier("country of ISO 3166", Countries::isKnown, Optional.of(Countries.all()));

        /** The kind has no settings. */
        public CountryCodes() {}

        @Override
        public String name() {
            return "country";
        }

        @Override
        public Description describe() {
            return Description.of(
                            "A country by its two letters of ISO 3166, or `XK` for Kosovo. `UK` is none; the code is `GB`. For the"
                                    + " numbers of ISO 3166 see `number`.")
                    .form("country", "two letters on both sides; blanks and small letters are allowed")
                    .form("country(alpha-3)", "three letters on the institution's side")
                    .lost("Blanks and small letters.")
                    .example("country", "de", "DE", "DE")
                    .example("country(alpha-3)", "CHN", "CN");
        }

        @Override
        public Optional<Codec> make(List<String> arguments, Map<String, Table> tables) {
            if (arguments.isEmpty()) {
                return Optional.of(CODEC);
            }
            return arguments.equals(List.of("alpha-3"))
                    ? Optional.of(new Code("of countries", ThreeLetters.TABLE))
                    : Optional.empty();
        }
    }

    /** Countries of ISO 3166 by three letters. */
    private static final class ThreeLetters {

        static final Table TABLE = table();

        private static Table table() {
            Map<String, String> codes = new HashMap<>();
            for (String country : Locale.getISOCountries()) {
                codes.put(new Locale("", country).getISO3Country(), country);
            }
            return Table.of(codes);
        }
    }

    /** Countries of ISO 3166 by number. */
    static Table countriesByNumber() {
        Map<String, String> codes = new HashMap<>();
        for (String country : Locale.getISOCountries()) {
            int number = Region.getInstance(country).getNumericCode();
            if (number > 0) {
                codes.put(String.format(Locale.ROOT, "%03d", number), country);
            }
        }
        return Table.of(codes);
    }

    /** Currencies. */
    public static final class CurrencyCodes implements CodecKind {

        private static final Codec CODEC =
                new Identifier("currency of ISO 4217", Currencies::isKnown, Optional.of(Currencies.all()));

        /** The kind has no settings. */
        public CurrencyCodes() {}

        @Override
        public String name() {
            return "currency";
        }

        @Override
        public Description describe() {
            return Description.of(
                            "A currency by its three letters of ISO 4217, present or past. For the numbers of ISO 4217 see `number`;"
                                    + " for the currency of an amount see `minor` and `decimal`, which fill `@Ccy`.")
                    .form("currency", "blanks and small letters are allowed on both sides")
                    .lost("Blanks and small letters.")
                    .example("currency", "cny", "CNY", "CNY");
        }

        @Override
        public Optional<Codec> make(List<String> arguments, Map<String, Table> tables) {
            return arguments.isEmpty() ? Optional.of(CODEC) : Optional.empty();
        }
    }
}
