package org.tongwen.mappings.codec;

import java.math.BigDecimal;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.tongwen.rules.identifier.Currencies;

/**
 * How an institution writes numbers.
 *
 * @param style the way of writing
 * @param places how many decimals {@link Style#PLACES} writes; those of the currency when negative
 */
record AmountForm(Style style, int places) {

    /** The ways of writing numbers. */
    enum Style {
        /** In the smallest unit of the currency, as a whole number. */
        MINOR,
        /** With a point. */
        POINT,
        /** With a point and without zeros at the end. */
        SHORT,
        /** With a point and always the same number of decimals. */
        PLACES,
        /** With a comma that is always there, as SWIFT MT has it. */
        COMMA
    }

    /** Greatest length of a number that is looked at. */
    static final int LONGEST = 40;

    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
    private static final Pattern WITH_COMMA = Pattern.compile("\\d+,\\d*");
    private static final Pattern WITH_POINT = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d{1,2})?");

    static AmountForm of(Style style) {
        return new AmountForm(style, -1);
    }

    /** The number in units of the currency, with the decimals that ISO is to see; no currency is an empty text. */
    Converted<BigDecimal> read(String text, String code) {
        return switch (style) {
            case MINOR -> units(text, code);
            case COMMA -> checked(text, WITH_COMMA, "such as 1280,50", code);
            case POINT, SHORT, PLACES -> checked(text, WITH_POINT, "such as 1280.50", code);
        };
    }

    private static Converted<BigDecimal> units(String text, String code) {
        OptionalInt decimals = Currencies.decimals(code);
        if (decimals.isEmpty()) {
            return Converted.refused("codec.Currency", "is in " + code + ", which has no smallest unit");
        }
        if (!WHOLE.matcher(text).matches()) {
            return Converted.refused(
                    "codec.Amount",
                    "must be a whole number of the smallest unit of " + code + ", of at most 18 digits");
        }
        return Converted.of(
                new BigDecimal(text).movePointLeft(decimals.getAsInt()).setScale(decimals.getAsInt()));
    }

    private static Converted<BigDecimal> checked(String text, Pattern pattern, String example, String code) {
        if (text.length() > LONGEST || !pattern.matcher(text).matches()) {
            return Converted.refused("codec.Amount", "must be an amount " + example);
        }
        String plain = text.replace(',', '.');
        BigDecimal number = new BigDecimal(plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain);
        if (!decimalsFit(number, code)) {
            return Converted.refused("codec.Decimals", "has more decimals than " + code + " allows");
        }
        return number.toPlainString().length() <= LONGEST
                ? Converted.of(number)
                : Converted.refused("codec.Amount", "must be an amount of at most " + LONGEST + " characters");
    }

    private static boolean decimalsFit(BigDecimal number, String code) {
        OptionalInt allowed = Currencies.decimals(code);
        return allowed.isEmpty() || decimals(number) <= allowed.getAsInt();
    }

    private static int decimals(BigDecimal number) {
        return number.stripTrailingZeros().scale();
    }

    /** The number as the institution writes it, if the way to ISO would take it: a comma has no negative numbers. */
    Converted<String> write(BigDecimal number, String code) {
        return TextCodec.then(
                text(number, code),
                text -> read(text, code) instanceof Converted.Done<BigDecimal>
                        ? Converted.of(text)
                        : Converted.refused("codec.Amount", "is an amount that the institution cannot write"));
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
            case PLACES -> fixed(number, code);
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

    private Converted<String> fixed(BigDecimal number, String code) {
        OptionalInt wanted = places >= 0 ? OptionalInt.of(places) : Currencies.decimals(code);
        if (wanted.isEmpty()) {
            return Converted.refused("codec.Currency", "is in " + code + ", whose decimals are not known");
        }
        return decimals(number) <= wanted.getAsInt()
                ? Converted.of(number.setScale(wanted.getAsInt()).toPlainString())
                : Converted.refused("codec.Decimals", "has more than " + wanted.getAsInt() + " decimals");
    }

    private static String comma(String plain) {
        String text = plain.replace('.', ',');
        return text.indexOf(',') < 0 ? text + "," : text;
    }
}
