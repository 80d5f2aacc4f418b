package org.tongwen.mappings.codec;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tongwen.xsd.definition.Primitive;

/** Amounts: a number in some way of writing, its currency, and a sign that ISO keeps in an element of its own. */
final class Amount implements Codec {

    private static final String CURRENCY = "@Ccy";

    /** The only element of its kind, of two codes, that stands beside amounts of accounts. */
    private static final String SIGN = "CdtDbtInd";

    private static final String SIGN_PATH = "../" + SIGN;

    /** A decimal of XML Schema, which has no exponents. */
    private static final Pattern ISO = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");

    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

    private final AmountForm form;
    private final String currency;
    private final CurrencyName naming;
    private final boolean isFixed;
    private final boolean hasSign;
    private final List<String> sourcePaths;
    private final List<String> isoPaths;

    Amount(AmountForm form, String currency, CurrencyName naming, boolean hasSign) {
        this.form = form;
        this.currency = currency;
        this.naming = naming;
        this.isFixed = CODE.matcher(currency).matches();
        this.hasSign = hasSign;
        this.sourcePaths = currency.isEmpty() || isFixed ? List.of() : List.of(currency);
        List<String> paths = new ArrayList<>(currency.isEmpty() ? List.of("") : List.of("", CURRENCY));
        if (hasSign) {
            paths.add(SIGN_PATH);
        }
        this.isoPaths = List.copyOf(paths);
    }

    @Override
    public Fidelity fidelity() {
        return Fidelity.NORMALISING;
    }

    @Override
    public List<String> sourcePaths() {
        return sourcePaths;
    }

    @Override
    public List<String> isoPaths() {
        return isoPaths;
    }

    @Override
    public Set<Primitive> fits() {
        return Values.NUMBERS;
    }

    @Override
    public Converted<Map<String, String>> toIso(Source source) {
        if (currency.isEmpty()) {
            return iso(source.value(), "");
        }
        String name = isFixed ? currency : source.others().get(0);
        if (name.isEmpty()) {
            return Converted.refused("codec.Currency", "has no currency; it is expected in " + currency);
        }
        Optional<String> code = (isFixed ? CurrencyName.LETTERS : naming).code(name);
        return code.isPresent()
                ? iso(source.value(), code.get())
                : Converted.refused("codec.Currency", "is in a currency that ISO 4217 does not know: " + name);
    }

    private Converted<Map<String, String>> iso(String text, String code) {
        return TextCodec.map(form.read(text, code), number -> hasSign ? signed(number, code) : unsigned(number, code));
    }

    private static Map<String, String> unsigned(BigDecimal number, String code) {
        String text = number.toPlainString();
        return code.isEmpty() ? Map.of("", text) : Map.of("", text, CURRENCY, code);
    }

    private static Map<String, String> signed(BigDecimal number, String code) {
        Map<String, String> iso = new LinkedHashMap<>(unsigned(number.abs(), code));
        iso.put(SIGN_PATH, number.signum() < 0 ? "DBIT" : "CRDT");
        return iso;
    }

    @Override
    public boolean isSameIso(Map<String, String> one, Map<String, String> other) {
        Optional<BigDecimal> number = isoNumber(one);
        Optional<BigDecimal> second = isoNumber(other);
        return number.isPresent() && second.isPresent()
                ? number.get().compareTo(second.get()) == 0
                        && isSameCurrency(one, other)
                        && one.getOrDefault(SIGN_PATH, "").equals(other.getOrDefault(SIGN_PATH, ""))
                : one.equals(other);
    }

    /** An element that has no place for a currency names none. */
    private static boolean isSameCurrency(Map<String, String> one, Map<String, String> other) {
        String code = one.getOrDefault(CURRENCY, "");
        return code.equals(other.getOrDefault(CURRENCY, code)) || code.isEmpty();
    }

    private static Optional<BigDecimal> isoNumber(Map<String, String> iso) {
        String text = TextCodec.trimmed(iso.getOrDefault("", ""));
        return text.length() <= AmountForm.LONGEST && ISO.matcher(text).matches()
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }

    @Override
    public Converted<Source> fromIso(Map<String, String> iso) {
        String code = iso.getOrDefault(CURRENCY, isFixed ? currency : "");
        if (isFixed && !code.equals(currency)) {
            return Converted.refused(
                    "codec.Currency", "is in " + code + ", but the institution's amounts are in " + currency);
        }
        Optional<BigDecimal> number = isoNumber(iso);
        if (number.isEmpty()) {
            return Converted.refused(
                    "codec.Amount", "is not a number of at most " + AmountForm.LONGEST + " characters");
        }
        return TextCodec.then(sign(number.get(), iso), signed -> source(signed, code));
    }

    private Converted<BigDecimal> sign(BigDecimal number, Map<String, String> iso) {
        if (!hasSign) {
            return Converted.of(number);
        }
        return switch (iso.getOrDefault(SIGN_PATH, "")) {
            case "CRDT" -> Converted.of(number);
            case "DBIT" -> Converted.of(number.negate());
            default -> Converted.refused("codec.Amount", "has no " + SIGN + " beside it that is CRDT or DBIT");
        };
    }

    private Converted<Source> source(BigDecimal number, String code) {
        if (sourcePaths.isEmpty()) {
            return TextCodec.map(form.write(number, code), Source::of);
        }
        Optional<String> name = code.isEmpty() ? Optional.of("") : naming.name(code);
        return name.isPresent()
                ? TextCodec.map(form.write(number, code), text -> Source.of(text, name.get()))
                : Converted.refused("codec.Currency", "is in " + code + ", for which the institution has no number");
    }

    /** Words that may stand behind the currency, besides the ways of writing numbers. */
    private static Optional<Codec> make(AmountForm form, List<String> arguments) {
        List<String> rest = new ArrayList<>(arguments);
        boolean sign = rest.remove(SIGN);
        boolean numbers = rest.remove("numeric");
        boolean small = rest.remove("lower");
        boolean orphan = rest.isEmpty() && (numbers || small);
        if (rest.size() > 1 || orphan || (numbers && small)) {
            return Optional.empty();
        }
        CurrencyName naming = numbers ? CurrencyName.NUMBER : small ? CurrencyName.SMALL : CurrencyName.LETTERS;
        return Optional.of(new Amount(form, rest.isEmpty() ? "" : rest.get(0), naming, sign));
    }

    /** Amounts in the smallest unit. */
    public static final class Minor implements CodecKind {

        /** The kind has no settings. */
        public Minor() {}

        @Override
        public String name() {
            return "minor";
        }

        @Override
        public Description describe() {
            return Description.of(
                            "A whole number of the currency's smallest unit, and an amount in units. The number of decimals"
                                    + " is that of ISO 4217: 2 for CNY, 0 for JPY, 3 for KWD. It fills `@Ccy` where the element has one.")
                    .form("minor(CNY)", "amounts in one currency; another one on the way back is refused")
                    .form("minor(currency)", "the currency stands in the field of that path")
                    .form("minor(currency, numeric)", "the field has the number of ISO 4217, such as `156`")
                    .form("minor(currency, lower)", "the field has small letters, such as `cny`")
                    .form(
                            "minor(EUR, CdtDbtInd)",
                            "a negative number is a positive amount with `DBIT` in `CdtDbtInd` beside it")
                    .lost("Zeros in front of the number.")
                    .example("minor(CNY)", Codec.Source.of("40050"), Map.of("", "400.50", "@Ccy", "CNY"))
                    .example("minor(currency)", Codec.Source.of("1", "JPY"), Map.of("", "1", "@Ccy", "JPY"))
                    .example(
                            "minor(currency, numeric)",
                            Codec.Source.of("128050", "156"),
                            Map.of("", "1280.50", "@Ccy", "CNY"))
                    .example(
                            "minor(EUR, CdtDbtInd)",
                            Codec.Source.of("-42505"),
                            Map.of("", "425.05", "@Ccy", "EUR", "../CdtDbtInd", "DBIT"));
        }

        @Override
        public Optional<Codec> make(List<String> arguments, Map<String, Table> tables) {
            return arguments.isEmpty() || arguments.get(0).equals(SIGN)
                    ? Optional.empty()
                    : Amount.make(AmountForm.of(AmountForm.Style.MINOR), arguments);
        }
    }

    /** Amounts in units. */
    public static final class Decimal implements CodecKind {

        private static final Map<String, AmountForm> FORMS = Map.of(
                "comma", AmountForm.of(AmountForm.Style.COMMA),
                "no-trailing-zeros", AmountForm.of(AmountForm.Style.SHORT),
                "places", AmountForm.of(AmountForm.Style.PLACES));

        /** The kind has no settings. */
        public Decimal() {}

        @Override
        public String name() {
            return "decimal";
        }

        @Override
        public Description describe() {
            return Description.of(
                            "An amount or number in units, as text. With a currency, a code or the path of one, it fills"
                                    + " `@Ccy` and minds the currency's decimals. `numeric`, `lower` and `CdtDbtInd` may follow the currency"
                                    + " as for `minor`.")
                    .form("decimal", "with a point")
                    .form("decimal(currency)", "with a point and a currency")
                    .form("decimal(no-trailing-zeros, currency)", "`10.5`, never `10.50`")
                    .form("decimal(places 2, BRL)", "always two decimals")
                    .form("decimal(places, currency)", "always as many decimals as the currency has")
                    .form(
                            "decimal(comma, currency)",
                            "with a comma that is always there, as SWIFT MT has it; no negative numbers")
                    .lost("Zeros that do not count.")
                    .example("decimal", "1280.50", "1280.50")
                    .example(
                            "decimal(comma, currency)",
                            Codec.Source.of("1280,5", "EUR"),
                            Map.of("", "1280.5", "@Ccy", "EUR"))
                    .example("decimal(no-trailing-zeros)", "10.50", "10.50", "10.5")
                    .example("decimal(places 2, BRL)", Codec.Source.of("128.50"), Map.of("", "128.50", "@Ccy", "BRL"));
        }

        @Override
        public Optional<Codec> make(List<String> arguments, Map<String, Table> tables) {
            List<AmountForm> forms = new ArrayList<>();
            List<String> rest = new ArrayList<>();
            for (String argument : arguments) {
                form(argument).ifPresentOrElse(forms::add, () -> rest.add(argument));
            }
            boolean open = forms.contains(FORMS.get("places")) && rest.isEmpty();
            return forms.size() > 1 || open
                    ? Optional.empty()
                    : Amount.make(forms.isEmpty() ? AmountForm.of(AmountForm.Style.POINT) : forms.get(0), rest);
        }

        private static Optional<AmountForm> form(String argument) {
            if (argument.startsWith("places ") && argument.length() == "places ".length() + 1) {
                int places = Character.digit(argument.charAt(argument.length() - 1), 10);
                return places < 0 ? Optional.empty() : Optional.of(new AmountForm(AmountForm.Style.PLACES, places));
            }
            return Optional.ofNullable(FORMS.get(argument));
        }
    }
}
