package org.tongwen.mappings.codec;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code number(numeric-currency)}: numbers that stand for codes. */
final class Numbers {

    private Numbers() {}

    /** Tables that are made when first needed. */
    private static final class Tables {
        static final Table CURRENCIES = Table.of(CurrencyName.allByNumber());
        static final Table COUNTRIES = Identifier.countriesByNumber();
    }

    /** The kind. */
    public static final class Kind implements CodecKind {

        /** The kind has no settings. */
        public Kind() {}

        @Override
        public String name() {
            return "number";
        }

        @Override
        public Description describe() {
            return Description.of(
                            "Numbers of three digits that stand for codes, as ISO 8583 and card systems have them.")
                    .form("number(numeric-currency)", "a currency by its number of ISO 4217")
                    .form("number(numeric-country)", "a country by its number of ISO 3166")
                    .lost(
                            "Nothing. Where a past currency shares the number of a present one, the number is the present one's.")
                    .example("number(numeric-currency)", "156", "CNY")
                    .example("number(numeric-country)", "276", "DE");
        }

        @Override
        public Optional<Codec> make(List<String> arguments, Map<String, Table> tables) {
            return Arguments.only(arguments).flatMap(of -> switch (of) {
                case "numeric-currency" -> Optional.of(new Code("of currencies", Tables.CURRENCIES));
                case "numeric-country" -> Optional.of(new Code("of countries", Tables.COUNTRIES));
                default -> Optional.empty();
            });
        }
    }
}
