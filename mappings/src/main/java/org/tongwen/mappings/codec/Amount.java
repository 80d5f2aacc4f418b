package org.tongwen.mappings.codec;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.tongwen.rules.identifier.Currencies;

/**
 * Amounts. {@code minor(CNY)} and {@code minor(currency)} count in the smallest unit; {@code decimal}, {@code decimal(comma, currency)}
 * and {@code decimal(no-trailing-zeros)} write units and decimals. A currency is a code or the source path of one. Zeros that do not
 * count may be lost.
 */
final class Amount implements Codec {

    /** How the institution writes numbers. */
    enum Style {
        /** In the smallest unit of the currency, as a whole number. */
        MINOR,
        /** With a point. */
        POINT,
        /** With a point and without zeros at the end. */
        SHORT,
        /** With a comma that is always there, as SWIFT MT has it. */
        COMMA
    }

    private static final String CURRENCY = "@Ccy";
    private static final int LONGEST = 40;

    /** A decimal of XML Schema, which has no exponents. */
    private static final Pattern ISO = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");

    private final Style style;
    private final String currency;

    Amount(Style style, String currency) {
        this.style = style;
        this.currency = currency;
    }

    private boolean isFixed() {
        return currency.matches("[A-Z]{3}");
    }

    @Override
    public Fidelity fidelity() {
        return Fidelity.NORMALISING;
    }

    @Override
    public List<String> sourcePaths() {
        return currency.isEmpty() || isFixed() ? List.of() : List.of(currency);
    }

    @Override
    public List<String> isoPaths() {
        return currency.isEmpty() ? List.of("") : List.of("", CURRENCY);
    }

    @Override
    public Converted<Map<String, String>> toIso(Source source) {
        String code =
                isFixed() || currency.isEmpty() ? currency : source.others().get(0);
        if (!code.isEmpty() && !Currencies.isKnown(code)) {
            return Converted.refused("codec.Currency", "is in a currency that ISO 4217 does not know: " + code);
        }
        if (!code.isEmpty() || currency.isEmpty()) {
            return TextCodec.map(
                    number(source.value(), code),
                    text -> code.isEmpty() ? Map.of("", text) : Map.of("", text, CURRENCY, code));
        }
        return Converted.refused("codec.Currency", "has no currency; it is expected in " + currency);
    }

    private Converted<String> number(String text, String code) {
        return switch (style) {
            case MINOR -> major(text, code);
            case COMMA -> checked(text, "\\d+,\\d*", "such as 1280,50", code);
            case POINT, SHORT -> checked(text, "-?\\d+(\\.\\d+)?([eE][+-]?\\d{1,2})?", "such as 1280.50", code);
        };
    }

    private Converted<String> major(String text, String code) {
        OptionalInt decimals = Currencies.decimals(code);
        if (decimals.isEmpty()) {
            return Converted.refused("codec.Currency", "is in " + code + ", which has no smallest unit");
        }
        if (!text.matches("-?\\d{1,18}")) {
            return Converted.refused(
                    "codec.Amount",
                    "must be a whole number of the smallest unit of " + code + ", of at most 18 digits");
        }
        return Converted.of(new BigDecimal(text)
                .movePointLeft(decimals.getAsInt())
                .setScale(decimals.getAsInt())
                .toPlainString());
    }

    private static Converted<String> checked(String text, String pattern, String example, String code) {
        if (text.length() > LONGEST || !text.matches(pattern)) {
            return Converted.refused("codec.Amount", "must be an amount " + example);
        }
        String plain = text.replace(',', '.');
        BigDecimal number = new BigDecimal(plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain);
        if (!decimalsFit(number, code)) {
            return Converted.refused("codec.Decimals", "has more decimals than " + code + " allows");
        }
        String iso = number.toPlainString();
        return iso.length() <= LONGEST
                ? Converted.of(iso)
                : Converted.refused("codec.Amount", "must be an amount of at most " + LONGEST + " characters");
    }

    private static boolean decimalsFit(BigDecimal number, String code) {
        OptionalInt allowed = Currencies.decimals(code);
        return allowed.isEmpty() || number.stripTrailingZeros().scale() <= allowed.getAsInt();
    }

    @Override
    public boolean isSameIso(Map<String, String> one, Map<String, String> other) {
        Optional<BigDecimal> number = isoNumber(one);
        Optional<BigDecimal> second = isoNumber(other);
        return number.isPresent() && second.isPresent()
                ? number.get().compareTo(second.get()) == 0 && isSameCurrency(one, other)
                : one.equals(other);
    }

    /** An element that has no place for a currency names none. */
    private static boolean isSameCurrency(Map<String, String> one, Map<String, String> other) {
        String code = one.getOrDefault(CURRENCY, "");
        return code.equals(other.getOrDefault(CURRENCY, code)) || code.isEmpty();
    }

    private static Optional<BigDecimal> isoNumber(Map<String, String> iso) {
        String text = TextCodec.trimmed(iso.getOrDefault("", ""));
        return text.length() <= LONGEST && ISO.matcher(text).matches()
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }

    @Override
    public Converted<Source> fromIso(Map<String, String> iso) {
        String code = iso.getOrDefault(CURRENCY, isFixed() ? currency : "");
        if (isFixed() && !code.equals(currency)) {
            return Converted.refused(
                    "codec.Currency", "is in " + code + ", but the institution's amounts are in " + currency);
        }
        Optional<BigDecimal> number = isoNumber(iso);
        if (number.isEmpty()) {
            return Converted.refused("codec.Amount", "is not a number of at most " + LONGEST + " characters");
        }
        List<String> others = sourcePaths().isEmpty() ? List.of() : List.of(code);
        Converted<String> written = TextCodec.then(text(number.get(), code), text -> readable(text, code));
        return TextCodec.map(written, text -> new Source(List.of(text), others));
    }

    /** The text, if the way to ISO would take it: a comma has no negative numbers. */
    private Converted<String> readable(String text, String code) {
        return number(text, code) instanceof Converted.Done<String>
                ? Converted.of(text)
                : Converted.refused("codec.Amount", "is an amount that the institution cannot write");
    }

    private Converted<String> text(BigDecimal number, String code) {
        if (!decimalsFit(number, code)) {
            return Converted.refused("codec.Decimals", "has more decimals than " + code + " allows");
        }
        return switch (style) {
            case MINOR -> minor(number, code);
            case POINT -> Converted.of(number.toPlainString());
            case SHORT ->
                Converted.of(
                        number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
            case COMMA -> Converted.of(comma(number.toPlainString()));
        };
    }

    private static Converted<String> minor(BigDecimal number, String code) {
        OptionalInt decimals = Currencies.decimals(code);
        return decimals.isPresent()
                ? Converted.of(number.movePointRight(decimals.getAsInt())
                        .toBigIntegerExact()
                        .toString())
                : Converted.refused("codec.Currency", "is in " + code + ", which has no smallest unit");
    }

    private static String comma(String plain) {
        String text = plain.replace('.', ',');
        return text.indexOf(',') < 0 ? text + "," : text;
    }
}
