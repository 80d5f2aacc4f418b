package org.tongwen.mappings.format.mt;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes values of components: whatever their notation, values allowed and checks ask for, and as real-looking as their name tells. */
final class RandomValues {

    static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    static final String DIGITS = "0123456789";
    private static final String PLAIN = CAPITALS + "abcdefghijklmnopqrstuvwxyz" + DIGITS + "-?:().,'+ ";
    private static final Map<Character, String> SETS = Map.of(
            'n', DIGITS,
            'a', CAPITALS,
            'c', CAPITALS + DIGITS,
            'h', DIGITS + "ABCDEF",
            'x', PLAIN,
            'y', CAPITALS + DIGITS + ".,-()='+:?!\"%&*<>; ",
            'z', PLAIN + "=!\"%&*<>;@#_");
    private static final Pattern PIECE = Pattern.compile("(\\[?)(\\d+)(!?)([nacdhxyz])(]?)");
    private static final String[] COUNTRIES = {"GB", "ES", "DE", "FR", "US", "JP", "CN", "CH", "ZA", "BR"};
    private static final String[] CLEARING = {
        "AT", "AU", "BL", "CC", "CH", "CN", "CP", "ES", "FW", "GR", "HK", "IE", "IN", "IT", "NZ", "PL", "PT", "RT",
        "SC", "SW", "ZA"
    };

    /** Currencies with the decimals that their amounts have. */
    private static final Map<String, Integer> DECIMALS =
            Map.of("EUR", 2, "USD", 2, "GBP", 2, "CHF", 2, "CNY", 2, "JPY", 0, "KRW", 0, "KWD", 3, "TND", 3);

    private static final List<String> CURRENCIES =
            DECIMALS.keySet().stream().sorted().toList();

    /** Longer texts would tell nothing new. */
    private static final int LONGEST_TEXT = 100;

    private final Random random;
    private int decimals = 2;

    RandomValues(Random random) {
        this.random = random;
    }

    String of(Component component) {
        if (!component.values().isEmpty()) {
            return pick(component.values());
        }
        if (component.check().isPresent()) {
            return checked(component.check().get(), component.notation().longest());
        }
        String last = component.name().substring(component.name().lastIndexOf('.') + 1);
        return switch (last) {
            case "currency" -> currency();
            case "amount" -> amount(component.notation().longest());
            case "account" -> account(component.notation().longest());
            case "country", "birthCountry" -> pick(COUNTRIES);
            case "clearing" -> pick(CLEARING);
            default -> written(component.notation().toString());
        };
    }

    private String checked(Check check, int longest) {
        return switch (check) {
            case DATE -> "2" + pick("4", "5", "6") + dayOfYear();
            case FULL_DATE -> "19" + some(DIGITS, 2, 2) + dayOfYear();
            case TIME -> pick("0000", "2359", "0905", "1740");
            case DAY -> dayOfYear();
            case REASON -> pick("DUPL", "CUST", "AM09");
            case OFFSET -> pick("0000", "0100", "0530", "1400");
            case REFERENCE -> pick("REF", "TRX-", "A/") + some(CAPITALS + DIGITS, 1, longest - 4);
            case UETR -> uetr();
        };
    }

    private String dayOfYear() {
        return pick("0131", "0228", "0430", "0531", "1101", "1231");
    }

    private String uetr() {
        return new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() >>> 2 | 1L << 63).toString();
    }

    private String currency() {
        String currency = pick(CURRENCIES);
        decimals = DECIMALS.getOrDefault(currency, 2);
        return currency;
    }

    /** More than nothing, in the decimals of the currency before it. */
    private String amount(int longest) {
        boolean small = decimals > 0 && random.nextInt(4) == 0;
        return small
                ? "0," + some("123456789", 1, decimals)
                : some("123456789", 1, 1) + some(DIGITS, 0, longest - 5) + "," + some("123456789", 0, decimals);
    }

    private String account(int longest) {
        if (longest > 30 && random.nextInt(3) == 0) {
            return iban(pick("DE", "GB", "ES", "FR"), some(DIGITS, 18, 18));
        }
        return some("123456789", 1, 1) + some(CAPITALS + DIGITS, 4, longest - 5);
    }

    /** With the check digits that the standard of account numbers asks for; the national part is not a real one. */
    private static String iban(String country, String national) {
        StringBuilder digits = new StringBuilder();
        (national + country + "00").chars().forEach(c -> digits.append(Character.getNumericValue(c)));
        int rest = new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue();
        return country + String.format("%02d", 98 - rest) + national;
    }

    private String written(String notation) {
        if (notation.startsWith("4!a2!a2!c")) {
            return some(CAPITALS, 4, 4)
                    + pick(COUNTRIES)
                    + some(CAPITALS, 1, 1)
                    + pick("2", "L", "9")
                    + pieces(notation.substring("4!a2!a2!c".length()));
        }
        return pieces(notation);
    }

    private String pieces(String notation) {
        StringBuilder text = new StringBuilder();
        Matcher piece = PIECE.matcher(notation);
        boolean within = true;
        while (piece.find()) {
            within = piece.group(1).isEmpty() ? within : random.nextBoolean();
            text.append(within ? piece(piece) : "");
            within |= !piece.group(5).isEmpty();
        }
        return text.toString();
    }

    private String piece(Matcher piece) {
        int most = Integer.parseInt(piece.group(2));
        boolean exact = !piece.group(3).isEmpty();
        char set = piece.group(4).charAt(0);
        if (set == 'd') {
            return some("123456789", 1, 1) + "," + some(DIGITS, 0, 3);
        }
        String characters = SETS.getOrDefault(set, PLAIN);
        return "xyz".indexOf(set) >= 0 && most > 1
                ? text(characters, most)
                : some(characters, exact ? most : Math.min(1, most), most);
    }

    /** Free text that begins with a letter, so that it cannot be taken for anything else, and does not end with a blank. */
    private String text(String characters, int most) {
        String text = some(CAPITALS, 1, 1) + some(characters, 0, Math.min(most, LONGEST_TEXT) - 1);
        return text.stripTrailing();
    }

    String some(String characters, int least, int most) {
        StringBuilder text = new StringBuilder();
        for (int left = least + random.nextInt(most - least + 1); left > 0; left--) {
            text.append(characters.charAt(random.nextInt(characters.length())));
        }
        return text.toString();
    }

    String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
